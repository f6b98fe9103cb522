using System.Text.Json;
using Insek.Office.Contracts;
using Insek.Office.Functions.Tests.Host;

namespace Insek.Office.Functions.Tests.Rounds;

/// <summary>Votes: cast once, changed at will, by nobody else, seen by nobody before time.</summary>
public sealed class BallotTests(TestOffice office)
{
    [Fact]
    public async Task A_vote_can_be_changed_until_the_round_closes_and_the_last_one_counts()
    {
        var town = await RoundTown.CreateAsync(office);
        var round = await town.OpenAsync(items: ["verkehr-1-1"]);
        var view = await town.ReadAsync(round);

        var first = await town.CastAsync(round, town.Chair, RoundTown.Ballot(view, "abstain"));
        var second = await town.CastAsync(round, town.Chair, RoundTown.Ballot(view, "approve", ("verkehr-1-1", "reject", "Doch nicht.")), seen: 1);
        var read = await town.For(town.Chair).GetAsync($"{town.Path}/rounds/{round}/ballots/{town.Chair}");
        await town.For(town.Chair).PostAsync($"{town.Path}/rounds/{round}/close", "{}");
        var outcome = Assert.Single((await town.UntilAsync(round)).Outcomes);

        Assert.Equal(("\"1\"", 1, 1), (first.ETag, first.Json.GetProperty("ballot").GetProperty("version").GetInt32(), first.Json.GetProperty("round").GetProperty("votedCount").GetInt32()));
        Assert.Equal((200, "\"2\""), (second.Status, second.ETag));
        Assert.Equal(("reject", "\"2\""), (read.Json.GetProperty("votes")[0].GetProperty("choice").GetString(), read.ETag));
        Assert.Equal((1, 0), (outcome.Reject, outcome.Abstain));
    }

    [Fact]
    public async Task Two_hundred_who_vote_at_one_instant_all_count_once()
    {
        var town = await RoundTown.CreateAsync(office, voters: 200);
        var round = await town.OpenAsync("majority");
        var view = await town.ReadAsync(round);
        string[] choices = ["approve", "reject", "abstain", "approveWithChange"];

        var answers = await Task.WhenAll(town.Voters.Select((voter, index) => town.CastPatientlyAsync(round, voter, RoundTown.Ballot(view, "approve", ("verkehr-1-1", choices[index % 4], "Weil.")))));
        var closed = await town.UntilAsync(round);
        var log = await town.LogAsync("BallotCast");

        Assert.All(answers, answer => Assert.True(answer.Status == 200, answer.Text));
        Assert.Equal(("complete", 200), (closed.ClosedFor, closed.VotedCount));
        var (mixed, plain) = (closed.Outcomes[0], closed.Outcomes[1]);
        Assert.Equal((50, 50, 50, 50), (mixed.Approve, mixed.ApproveWithChange, mixed.Reject, mixed.Abstain));
        Assert.Equal((200, 0), (plain.Approve, plain.Reject));
        Assert.Equal(200, log.Select(entry => entry.GetString("For")).Distinct().Count());
        Assert.Equal(200, log.Count);
    }

    [Fact]
    public async Task A_click_that_arrives_many_times_at_once_is_one_vote_and_one_entry_in_the_log()
    {
        var town = await RoundTown.CreateAsync(office);
        var round = await town.OpenAsync();
        var ballot = RoundTown.Ballot(await town.ReadAsync(round));

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => town.CastAsync(round, town.Chair, ballot, operation: "klick-1")));

        Assert.All(answers, answer => Assert.Equal((200, "\"1\""), (answer.Status, answer.ETag)));
        Assert.Single(await town.LogAsync("BallotCast"));
    }

    [Fact]
    public async Task A_late_retry_of_an_earlier_click_does_not_undo_a_newer_vote()
    {
        var town = await RoundTown.CreateAsync(office);
        var round = await town.OpenAsync();
        var view = await town.ReadAsync(round);
        await town.CastAsync(round, town.Chair, RoundTown.Ballot(view), operation: "klick-1");
        await town.CastAsync(round, town.Chair, RoundTown.Ballot(view, "abstain"), seen: 1, operation: "klick-2");

        var retried = await town.CastAsync(round, town.Chair, RoundTown.Ballot(view), operation: "klick-1");
        var read = await town.For(town.Chair).GetAsync($"{town.Path}/rounds/{round}/ballots/{town.Chair}");

        Assert.Equal((200, "\"2\""), (retried.Status, retried.ETag));
        Assert.All(read.Json.GetProperty("votes").EnumerateArray(), vote => Assert.Equal("abstain", vote.GetProperty("choice").GetString()));
        Assert.Equal(2, (await town.LogAsync("BallotCast")).Count);
    }

    [Fact]
    public async Task A_second_device_does_not_overwrite_the_first_unseen()
    {
        var town = await RoundTown.CreateAsync(office);
        var round = await town.OpenAsync();
        var view = await town.ReadAsync(round);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(device => town.CastAsync(round, town.Chair, RoundTown.Ballot(view), operation: $"device-{device}")));
        var blind = await town.For(town.Chair).PutAsync($"{town.Path}/rounds/{round}/ballots/{town.Chair}", RoundTown.Ballot(view));

        Assert.Single(answers, answer => answer.Status == 200);
        Assert.All(answers.Where(answer => answer.Status != 200), answer =>
        {
            Assert.Equal((412, "ballot-changed"), (answer.Status, answer.Code));
            Assert.Equal(1, answer.Json.GetProperty("current").GetProperty("votedCount").GetInt32());
        });
        Assert.Equal((428, "precondition-required"), (blind.Status, blind.Code));
    }

    [Fact]
    public async Task A_deputy_votes_for_the_member_on_the_days_and_the_ballot_names_both()
    {
        var town = await RoundTown.CreateAsync(office);
        var round = await town.OpenAsync();
        var ballot = RoundTown.Ballot(await town.ReadAsync(round));
        var member = town.Voters[^1];

        var former = await town.CastAsync(round, member, ballot, by: town.FormerDeputy);
        var other = await town.CastAsync(round, town.Voters[1], ballot, by: town.Deputy);
        var cast = await town.CastAsync(round, member, ballot, by: town.Deputy);
        var owed = await town.For(town.Deputy).GetAsync("/api/me/owed");

        Assert.Equal((403, "not-entitled"), (former.Status, former.Code));
        Assert.Equal((403, "not-entitled"), (other.Status, other.Code));
        Assert.Equal(200, cast.Status);
        Assert.Equal((member, town.Deputy), (Id(cast.Json.GetProperty("ballot"), "for"), Id(cast.Json.GetProperty("ballot"), "by")));
        var entry = Assert.Single(await town.LogAsync("BallotCast"));
        Assert.Equal((member, town.Deputy), (entry.GetString("For"), entry.GetString("By")));
        Assert.Equal(member, Id(Assert.Single(owed.Json.EnumerateArray()), "for"));
        Assert.True(owed.Json[0].TryGetProperty("castAt", out _));
    }

    [Fact]
    public async Task Choices_on_the_way_are_the_person_s_own_never_counted_and_gone_when_the_ballot_is_cast()
    {
        var town = await RoundTown.CreateAsync(office);
        var round = await town.OpenAsync();
        var (member, path) = (town.Voters[^1], $"{town.Path}/rounds/{round}/ballots/{town.Voters[^1]}");

        var kept = await town.For(member).PutAsync($"{path}/draft", """{"picked":["verkehr-1-1"],"votes":[{"item":"verkehr-1-1","choice":"reject"}],"page":1,"step":"details"}""");
        var mine = await town.For(member).GetAsync(path);
        var deputys = await town.For(town.Deputy).GetAsync(path);
        var stranger = await town.For(town.Chair).PutAsync($"{path}/draft", "{}");
        var bad = await town.For(member).PutAsync($"{path}/draft", """{"votes":[{"item":"verkehr-1-1","choice":"vielleicht"}]}""");
        var view = await town.ReadAsync(round);
        await town.VoteAsync(round, member);
        var after = await town.For(member).GetAsync(path);

        Assert.Equal(204, kept.Status);
        Assert.Equal((1, "details", "reject"), (mine.Json.GetProperty("draft").GetProperty("page").GetInt32(), mine.Json.GetProperty("draft").GetProperty("step").GetString(), mine.Json.GetProperty("draft").GetProperty("votes")[0].GetProperty("choice").GetString()));
        Assert.False(deputys.Json.TryGetProperty("draft", out _));
        Assert.Equal((403, "not-entitled"), (stranger.Status, stranger.Code));
        Assert.Equal((400, "invalid-content"), (bad.Status, bad.Code));
        Assert.Equal(0, view.VotedCount);
        Assert.False(after.Json.TryGetProperty("draft", out _));

        await town.For(member).PutAsync($"{path}/draft", """{"picked":["verkehr-1-2"]}""");
        await town.For(town.Deputy).PutAsync($"{path}/draft", """{"picked":["verkehr-1-2"]}""");
        var deleted = await town.For(member).DeleteAsync($"{path}/draft");
        await town.For(town.Chair).PostAsync($"{town.Path}/rounds/{round}/close", "{}");
        await town.UntilAsync(round);

        Assert.Equal(204, deleted.Status);
        Assert.Empty(await town.RowsAsync($"draft_{round}_"));
    }

    [Fact]
    public async Task Names_are_shown_to_the_group_only_when_the_round_has_closed_unless_voting_is_open()
    {
        var town = await RoundTown.CreateAsync(office);
        var (secret, open) = (await town.OpenAsync(items: ["verkehr-1-1"]), await town.OpenAsync(items: ["verkehr-1-2"], more: ""","openVoting":true"""));
        await town.VoteAsync(secret, town.Voters[1]);
        await town.VoteAsync(open, town.Voters[1]);

        var (fellow, chair, own, others) = (
            await town.ReadAsync(secret, town.Voters[2]), await town.ReadAsync(secret), await town.ReadAsync(open, town.Voters[2]), await town.For(town.Voters[2]).GetAsync($"{town.Path}/rounds/{secret}/ballots"));
        var visible = await town.For(town.Voters[2]).GetAsync($"{town.Path}/rounds/{open}/ballots");
        var neighbour = await town.For(town.Neighbour).GetAsync($"{town.Path}/rounds/{open}/ballots");
        await town.For(town.Chair).PostAsync($"{town.Path}/rounds/{secret}/close", """{"reason":"Es eilt."}""");
        var closed = await town.UntilAsync(secret);
        var after = await town.For(town.Voters[2]).GetAsync($"{town.Path}/rounds/{secret}/ballots");

        Assert.Equal((1, null, false), (fellow.VotedCount, fellow.Voted, fellow.MayManage));
        Assert.Equal((town.Voters[1], true), (Assert.Single(chair.Voted!).Id, chair.MayManage));
        Assert.Equal(town.Voters[1], Assert.Single(own.Voted!).Id);
        Assert.Equal((403, "ballots-secret"), (others.Status, others.Code));
        Assert.Equal(3, visible.Json.GetArrayLength());
        Assert.Equal((403, "not-allowed"), (neighbour.Status, neighbour.Code));
        Assert.Equal(("byChair", town.Chair), (closed.ClosedFor, closed.EndedBy!.Id));
        Assert.Equal(3, after.Json.GetArrayLength());
    }

    [Fact]
    public async Task Five_hundred_votes_with_texts_are_kept_whole_and_more_than_a_row_holds_is_refused()
    {
        var town = await RoundTown.CreateAsync(office, measures: 500, voters: 1);
        var view = await town.UntilAsync(await town.OpenAsync("majority", items: Enumerable.Range(1, 500).Select(number => $"verkehr-1-{number}")), "open");
        string Cast(int length) => JsonSerializer.Serialize(
            new CastBallot { Votes = [.. view.Items.Select(item => new VoteView(item.Id, item.Revision, "abstain", new string('ß', length)))] }, ContractsJson.Default.CastBallot);

        var tooLong = await town.CastAsync(view.Id, town.Chair, Cast(2_000));
        var cast = await town.CastAsync(view.Id, town.Chair, Cast(700));
        var closed = await town.UntilAsync(view.Id);

        Assert.Equal((400, "ballot-too-long"), (tooLong.Status, tooLong.Code));
        Assert.True(cast.Status == 200, cast.Text);
        Assert.Equal(500, closed.Outcomes.Count(outcome => outcome.Abstain == 1 && outcome.Statements.Single().Text.Length == 700));
    }

    private static string? Id(JsonElement view, string property) => view.GetProperty(property).GetProperty("id").GetString();
}
