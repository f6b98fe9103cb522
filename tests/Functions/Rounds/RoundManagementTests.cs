using Insek.Office.Functions.Tests.Host;

namespace Insek.Office.Functions.Tests.Rounds;

/// <summary>What the chair and administrators do with a round, and what nobody else can.</summary>
public sealed class RoundManagementTests(TestOffice office)
{
    [Fact]
    public async Task A_cancelled_round_gives_its_measures_back_and_takes_no_vote()
    {
        var town = await RoundTown.CreateAsync(office);
        var round = await town.OpenAsync();
        var ballot = RoundTown.Ballot(await town.ReadAsync(round));
        await town.VoteAsync(round, town.Voters[1]);

        var unexplained = await town.For(town.Chair).PostAsync($"{town.Path}/rounds/{round}/cancel", "{}");
        var cancelled = await town.For(town.Administrator).PostAsync($"{town.Path}/rounds/{round}/cancel", """{"reason":"Falsche Fassung."}""");
        var ended = await town.UntilAsync(round, "cancelled");
        var late = await town.CastAsync(round, town.Chair, ballot);
        var measure = await town.MeasureAsync("verkehr-1-1");

        Assert.Equal((400, "invalid-content"), (unexplained.Status, unexplained.Code));
        Assert.Equal(200, cancelled.Status);
        Assert.Equal(("Falsche Fassung.", town.Administrator), (ended.Reason, ended.EndedBy!.Id));
        Assert.Empty(ended.Outcomes);
        Assert.Equal((409, "round-not-open", "cancelled"), (late.Status, late.Code, late.Json.GetProperty("current").GetProperty("state").GetString()));
        Assert.Equal(("draft", null), (measure.State, measure.Round));
        Assert.Equal("Falsche Fassung.", Assert.Single(await town.LogAsync("RoundCancelling")).GetString("Reason"));
        Assert.NotEqual(201, (await town.PostAsync(items: ["nirgends"])).Status);
        Assert.Equal(201, (await town.PostAsync()).Status);
    }

    [Fact]
    public async Task An_extended_round_is_not_closed_at_its_first_due_instant()
    {
        var town = await RoundTown.CreateAsync(office);
        var round = await town.OpenAsync();
        var first = await town.ReadAsync(round);
        var later = first.Due.AddDays(3);

        // Its first hint is left behind, as by a kill between the extension and its removal.
        var extended = await town.For(town.Chair).PostAsync($"{town.Path}/rounds/{round}/extend", $$"""{"due":"{{later:O}}","reason":"Ferien"}""");
        await town.HintDueAsync(round, TimeProvider.System.GetUtcNow().AddMinutes(-1));
        await office.FireAsync("CloseDueRounds");
        var after = await town.ReadAsync(round);
        var past = await town.For(town.Chair).PostAsync($"{town.Path}/rounds/{round}/extend", """{"due":"2020-01-01T00:00:00Z"}""");

        Assert.Equal(200, extended.Status);
        Assert.Equal(("open", later, first.Version + 1), (after.State, after.Due, after.Version));
        Assert.Equal([later.UtcTicks], await town.DueHintsAsync(round));
        Assert.Equal("Ferien", Assert.Single(await town.LogAsync("RoundExtended")).GetString("Reason"));
        Assert.Equal((400, "due-out-of-range"), (past.Status, past.Code));
    }

    [Fact]
    public async Task The_electorate_changes_while_the_round_is_open_and_what_a_removed_member_said_does_not_count()
    {
        var town = await RoundTown.CreateAsync(office);
        var round = await town.OpenAsync(items: ["verkehr-1-1"]);
        await town.VoteAsync(round, town.Voters[1], "approve", ("verkehr-1-1", "reject", "Nein."));

        var changed = await town.For(town.Chair).PostAsync(
            $"{town.Path}/rounds/{round}/electorate", $$"""{"add":["{{town.Neighbour}}"],"remove":["{{town.Voters[1]}}"],"reason":"Wechsel"}""");
        var removed = await town.For(town.Voters[1]).GetAsync($"{town.Path}/rounds/{round}/ballots/{town.Voters[1]}");
        var refused = await town.CastAsync(round, town.Voters[1], RoundTown.Ballot(await town.ReadAsync(round)), seen: 1);
        await town.VoteAsync(round, town.Chair);
        await town.VoteAsync(round, town.Voters[2]);
        await town.VoteAsync(round, town.Neighbour);
        var closed = await town.UntilAsync(round);

        Assert.Equal(200, changed.Status);
        Assert.True(removed.Json.GetProperty("removed").GetBoolean());
        Assert.Equal((403, "not-entitled"), (refused.Status, refused.Code));
        var outcome = Assert.Single(closed.Outcomes);
        Assert.Equal(("passed", 3, 0), (outcome.Decision, outcome.Approve, outcome.Reject));
        Assert.Equal([town.Neighbour], (await town.LogAsync("VoterAdded")).Select(entry => entry.GetString("For")));
        Assert.Equal([town.Voters[1]], (await town.LogAsync("VoterRemoved")).Select(entry => entry.GetString("For")));
    }

    [Fact]
    public async Task Who_comes_back_into_the_electorate_finds_the_own_vote_again()
    {
        var town = await RoundTown.CreateAsync(office);
        var round = await town.OpenAsync();
        await town.VoteAsync(round, town.Voters[1]);

        await town.For(town.Chair).PostAsync($"{town.Path}/rounds/{round}/electorate", $$"""{"remove":["{{town.Voters[1]}}"],"reason":"Irrtum"}""");
        var without = await town.ReadAsync(round);
        await town.For(town.Chair).PostAsync($"{town.Path}/rounds/{round}/electorate", $$"""{"add":["{{town.Voters[1]}}"],"reason":"Irrtum behoben"}""");
        var with = await town.ReadAsync(round);

        Assert.Equal((0, 2), (without.VotedCount, without.ElectorateCount));
        Assert.Equal((1, 3), (with.VotedCount, with.ElectorateCount));
    }

    [Fact]
    public async Task When_the_last_who_has_not_voted_leaves_the_electorate_the_round_closes()
    {
        var town = await RoundTown.CreateAsync(office);
        var round = await town.OpenAsync();
        await town.VoteAsync(round, town.Chair);
        await town.VoteAsync(round, town.Voters[1]);

        await town.For(town.Chair).PostAsync($"{town.Path}/rounds/{round}/electorate", $$"""{"remove":["{{town.Voters[2]}}"],"reason":"Ausgeschieden"}""");

        Assert.Equal("complete", (await town.UntilAsync(round)).ClosedFor);
    }

    [Fact]
    public async Task A_round_whose_last_voter_was_the_last_thing_a_process_wrote_closes_when_somebody_looks_at_it()
    {
        var town = await RoundTown.CreateAsync(office);
        var round = await town.OpenAsync();
        await town.VoteAsync(round, town.Chair);
        await town.VoteAsync(round, town.Voters[1]);

        // As a vote leaves it, without what the process would have done next.
        var ballots = await town.RowsAsync($"ballot_{round}_");
        var (cast, last) = (ballots.First(row => row.GetString("For") == town.Chair), ballots.First(row => row.GetString("For") == town.Voters[2]));
        (last["CastAt"], last["By"], last["Version"], last["Votes0"]) = (cast["CastAt"], town.Voters[2], 1, cast["Votes0"]);
        await town.ReplaceAsync(last);

        var closed = await town.UntilAsync(round);

        Assert.Equal(("complete", 3), (closed.ClosedFor, closed.VotedCount));
    }

    [Theory]
    [InlineData("close", "{}")]
    [InlineData("cancel", """{"reason":"x"}""")]
    [InlineData("extend", """{"due":"2099-01-01T00:00:00Z"}""")]
    [InlineData("electorate", """{"add":["x"],"reason":"x"}""")]
    public async Task Who_does_not_lead_the_group_changes_nothing(string what, string body)
    {
        var town = await RoundTown.CreateAsync(office);
        var round = await town.OpenAsync();

        var member = await town.For(town.Voters[1]).PostAsync($"{town.Path}/rounds/{round}/{what}", body);
        var editor = await office.As("Editor", town.Voters[1]).PostAsync($"{town.Path}/rounds/{round}/{what}", body);
        var bot = await office.As("Bot", "bot").PostAsync($"{town.Path}/rounds/{round}/{what}", body);
        var nowhere = await town.For(town.Chair).PostAsync($"{town.Path}/rounds/nirgends/{what}", body);
        var view = await town.ReadAsync(round);

        Assert.Equal((403, "not-allowed"), (member.Status, member.Code));
        Assert.Equal((403, "not-allowed"), (editor.Status, editor.Code));
        Assert.Equal((403, "acting-member-missing"), (bot.Status, bot.Code));
        Assert.Equal((404, "unknown-round"), (nowhere.Status, nowhere.Code));
        Assert.Equal(("open", 2), (view.State, view.Version));
    }

    [Fact]
    public async Task A_closed_round_is_closed_for_every_change_but_the_same_click_again()
    {
        var town = await RoundTown.CreateAsync(office);
        var round = await town.OpenAsync();
        await town.For(town.Chair).PostAsync($"{town.Path}/rounds/{round}/close", "{}");
        await town.UntilAsync(round);

        var again = await town.For(town.Chair).PostAsync($"{town.Path}/rounds/{round}/close", "{}");
        var cancelled = await town.For(town.Chair).PostAsync($"{town.Path}/rounds/{round}/cancel", """{"reason":"zu spät"}""");
        var extended = await town.For(town.Chair).PostAsync($"{town.Path}/rounds/{round}/extend", $$"""{"due":"{{TimeProvider.System.GetUtcNow().AddDays(9):O}}"}""");
        var electorate = await town.For(town.Chair).PostAsync($"{town.Path}/rounds/{round}/electorate", $$"""{"add":["{{town.Neighbour}}"],"reason":"x"}""");

        Assert.Equal(200, again.Status);
        Assert.All([cancelled, extended, electorate], answer => Assert.Equal((409, "round-not-open", "closed"), (answer.Status, answer.Code, answer.Json.GetProperty("current").GetProperty("state").GetString())));
        Assert.Single(await town.LogAsync("RoundClosing"));
    }
}
