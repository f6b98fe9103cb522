using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Rounds;
using Insek.Office.Functions.Tests.Host;

namespace Insek.Office.Functions.Tests.Rounds;

/// <summary>Groups and people that vanish while rounds run: nothing is decided, or left undecided, because of it.</summary>
public sealed class PauseTests(TestOffice office)
{
    [Fact]
    public async Task A_round_whose_group_is_emptied_pauses_tells_administrators_once_and_goes_on_by_itself_when_the_group_is_filled_again()
    {
        var town = await RoundTown.CreateAsync(office);
        var round = await town.OpenAsync();
        var opened = await town.ReadAsync(round);
        await town.VoteAsync(round, town.Chair);

        office.Directory.Fill($"{town.Concept}-ag");
        await Task.WhenAll(office.FireAsync("CloseDueRounds"), office.FireAsync("CloseDueRounds"));
        await office.FireAsync("CloseDueRounds");
        var paused = await town.ReadAsync(round, town.Administrator);
        var refused = await town.CastAsync(round, town.Voters[1], RoundTown.Ballot(opened), by: town.Administrator);
        var listed = await town.For(town.Administrator).GetAsync($"{town.Path}/rounds?state=paused");
        var told = await NoticesAsync(town);

        office.Directory.Fill($"{town.Concept}-ag", [.. town.Voters]);
        await office.FireAsync("CloseDueRounds");
        var resumed = await town.ReadAsync(round);
        var hints = await town.DueHintsAsync(round);
        await town.VoteAsync(round, town.Voters[1]);
        await town.VoteAsync(round, town.Voters[2]);
        var closed = await town.UntilAsync(round);

        Assert.Equal(("paused", "groupEmpty", 1), (paused.State, paused.PausedFor, paused.VotedCount));
        Assert.Equal(403, refused.Status);
        Assert.Equal(round, listed.Json.GetProperty("items")[0].GetProperty("id").GetString());
        Assert.Equal([round], told);
        Assert.Equal(("open", null), (resumed.State, resumed.PausedFor));
        Assert.Equal(opened.Due + (await ResumedAtAsync(town) - paused.PausedAt!.Value), resumed.Due);
        Assert.Equal([resumed.Due.UtcTicks], hints);
        Assert.Equal(("complete", 3), (closed.ClosedFor, closed.VotedCount));
        Assert.Single(await town.LogAsync("RoundPaused"));
    }

    [Fact]
    public async Task A_round_that_is_due_while_its_group_is_gone_is_not_closed_as_undecided()
    {
        var town = await RoundTown.CreateAsync(office);
        var round = await town.OpenAsync();
        await town.BecomeDueAsync(round);

        var group = office.Directory.Remove($"{town.Concept}-ag");
        await office.FireAsync("CloseDueRounds");
        await office.FireAsync("CloseDueRounds");
        var paused = await town.ReadAsync(round, town.Administrator);
        office.Directory.Add(group);
        await office.FireAsync("CloseDueRounds");
        var late = await town.ReadAsync(round);

        Assert.Equal(("paused", "groupGone"), (paused.State, paused.PausedFor));
        Assert.Equal(("open", await ResumedAtAsync(town) + TimeSpan.FromDays(1)), (late.State, late.Due));
        Assert.Equal([round], await NoticesAsync(town));
    }

    [Fact]
    public async Task What_is_paused_takes_no_vote_and_no_draft_and_is_owed_by_nobody()
    {
        var town = await RoundTown.CreateAsync(office);
        var round = await town.OpenAsync();
        var view = await town.ReadAsync(round);
        office.Directory.Fill($"{town.Concept}-ag");
        await office.FireAsync("CloseDueRounds");

        // A voter who still sees the concept, through another group.
        office.Directory.Fill($"{town.Concept}-umwelt", town.Voters[1]);
        var vote = await town.CastAsync(round, town.Voters[1], RoundTown.Ballot(view));
        var draft = await town.For(town.Voters[1]).PutAsync($"{town.Path}/rounds/{round}/ballots/{town.Voters[1]}/draft", """{"picked":["verkehr-1-1"]}""");
        var owed = await town.For(town.Voters[1]).GetAsync("/api/me/owed");
        var extended = await town.For(town.Administrator).PostAsync($"{town.Path}/rounds/{round}/extend", $$"""{"due":"{{TimeProvider.System.GetUtcNow().AddDays(9):O}}"}""");

        Assert.Equal((409, "round-not-open", "paused"), (vote.Status, vote.Code, vote.Json.GetProperty("current").GetProperty("state").GetString()));
        Assert.Equal((409, "round-not-open"), (draft.Status, draft.Code));
        Assert.Equal(0, owed.Json.GetArrayLength());
        Assert.Equal((409, "round-not-open"), (extended.Status, extended.Code));
    }

    [Theory]
    [InlineData("close", "{}", "closed", "undecided")]
    [InlineData("cancel", """{"reason":"Die Gruppe ist aufgelöst."}""", "cancelled", null)]
    public async Task An_administrator_ends_a_paused_round(string what, string body, string state, string? decision)
    {
        var town = await RoundTown.CreateAsync(office);
        var round = await town.OpenAsync();
        office.Directory.Fill($"{town.Concept}-ag");
        await office.FireAsync("CloseDueRounds");

        var answer = await town.For(town.Administrator).PostAsync($"{town.Path}/rounds/{round}/{what}", body);
        office.Directory.Fill($"{town.Concept}-ag", [.. town.Voters]);
        var ended = await town.UntilAsync(round, state);
        await office.FireAsync("CloseDueRounds");

        Assert.True(answer.Status == 200, answer.Text);
        Assert.Equal(decision, ended.Outcomes is [var outcome, ..] ? outcome.Decision : null);
        Assert.Null(ended.PausedFor);
        Assert.Equal(state, (await town.ReadAsync(round)).State);
        Assert.Equal("draft", (await town.MeasureAsync("verkehr-1-1")).State);
    }

    [Fact]
    public async Task A_steering_group_that_vanishes_while_a_round_closes_is_waited_for_and_administrators_hear_of_it_once()
    {
        var town = await RoundTown.CreateAsync(office);
        var round = await town.OpenAsync();
        office.Directory.Fill($"{town.Concept}-steuer");
        foreach (var voter in town.Voters)
        {
            await town.VoteAsync(round, voter);
        }

        var waiting = await WaitingAsync(town, round);
        await using var process = new OfficeServices(office, TimeProvider.System.GetUtcNow());
        for (var minute = 0; minute < 3; minute++)
        {
            await ResumeAsync(process, town, round);
        }

        var still = await town.ReadAsync(round);
        var told = await NoticesAsync(town);
        office.Directory.Fill($"{town.Concept}-steuer", [.. town.Steering]);
        await ResumeAsync(process, town, round);
        var closed = await town.UntilAsync(round);

        Assert.Equal(("closing", "noSteeringGroup"), (waiting.State, waiting.PausedFor));
        Assert.Equal((waiting.Version, waiting.PausedAt), (still.Version, still.PausedAt));
        Assert.Equal([round], told);
        Assert.Null(closed.PausedFor);
        Assert.Equal("open", (await town.UntilAsync(closed.FollowedBy!, "open")).State);
        Assert.DoesNotContain($"Round {round} of {town.Concept} could not be dealt with", office.Functions.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_voter_who_left_the_tenant_is_shown_so_and_stays_entitled_until_an_administrator_changes_that()
    {
        var town = await RoundTown.CreateAsync(office);
        var round = await town.OpenAsync();
        await town.VoteAsync(round, town.Chair);
        await town.VoteAsync(round, town.Voters[1]);
        office.Directory.Leave(town.Voters[2]);
        await office.FireAsync("CloseDueRounds");

        var left = await town.ReadAsync(round);
        var changed = await town.For(town.Administrator).PostAsync($"{town.Path}/rounds/{round}/electorate", $$"""{"remove":["{{town.Voters[2]}}"],"reason":"Nicht mehr im Verzeichnis"}""");
        var closed = await town.UntilAsync(round);

        Assert.Equal(("open", 3, 2), (left.State, left.ElectorateCount, left.VotedCount));
        Assert.Equal([(town.Chair, null), (town.Voters[1], null), (town.Voters[2], true)], left.Electorate.Select(member => (member.Id, member.Gone)));
        Assert.Equal(200, changed.Status);
        Assert.Equal(("complete", 2), (closed.ClosedFor, closed.ElectorateCount));
    }

    private static async Task<RoundView> WaitingAsync(RoundTown town, string round)
    {
        for (var attempt = 0; ; attempt++)
        {
            if (await town.ReadAsync(round) is { PausedFor: not null } view)
            {
                return view;
            }

            Assert.True(attempt < 400, "The round never waited.");
            await Task.Delay(25, TestContext.Current.CancellationToken);
        }
    }

    // What the timer does with a sequence that was left behind.
    private static Task ResumeAsync(OfficeServices process, RoundTown town, string round) =>
        process.Get<RoundSequence>().RunAsync(new ConceptId(town.Concept), new RoundId(round), TestContext.Current.CancellationToken);

    private static async Task<DateTimeOffset> ResumedAtAsync(RoundTown town) => Assert.Single(await town.LogAsync("RoundResumed")).GetDateTimeOffset("At")!.Value;

    private static async Task<IReadOnlyList<string>> NoticesAsync(RoundTown town) =>
        [.. (await town.RowsAsync("notice_")).Where(row => row.GetString("Kind") == "RoundPaused").Select(row => row.GetString("Round")!)];
}
