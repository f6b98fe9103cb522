using Insek.Office.Functions.Tests.Host;

namespace Insek.Office.Functions.Tests.Rounds;

/// <summary>What opens no round and is no vote, and with which code.</summary>
public sealed class RoundRefusalTests(TestOffice office)
{
    [Fact]
    public async Task Only_the_group_s_chair_and_administrators_open_rounds()
    {
        var town = await RoundTown.CreateAsync(office);

        var member = await town.PostAsync(by: town.Voters[1]);
        var other = await town.PostAsync(by: town.Neighbour);
        var stranger = await town.PostAsync(by: town.Stranger);
        var bot = await office.As("Bot", "bot").PostAsync($"{town.Path}/rounds", $$"""{"group":"{{town.Concept}}-ag"}""");
        var administrator = await town.PostAsync(by: town.Administrator);

        Assert.Equal((403, "not-allowed"), (member.Status, member.Code));
        Assert.Equal((403, "not-allowed"), (other.Status, other.Code));
        Assert.Equal((403, "not-in-concept"), (stranger.Status, stranger.Code));
        Assert.Equal((403, "acting-member-missing"), (bot.Status, bot.Code));
        Assert.Equal(201, administrator.Status);
    }

    [Fact]
    public async Task What_cannot_be_decided_opens_no_round()
    {
        var town = await RoundTown.CreateAsync(office);
        await town.OpenAsync(items: ["verkehr-1-1"]);

        var administrator = town.Administrator;
        Assert.Equal((404, "unknown-group"), Of(await town.PostAsync(by: administrator, group: "nirgends")));
        Assert.Equal((400, "not-a-working-group"), Of(await town.PostAsync(by: administrator, group: $"{town.Concept}-steuer")));
        Assert.Equal((409, "not-draft"), Of(await town.PostAsync()));
        Assert.Equal((400, "unknown-item"), Of(await town.PostAsync(items: ["nirgends"])));
        Assert.Equal((400, "not-owned"), Of(await town.PostAsync(items: ["umwelt-1"])));
        Assert.Equal((400, "nothing-to-decide"), Of(await town.PostAsync(items: [])));
        Assert.Equal((400, "due-out-of-range"), Of(await town.PostAsync(items: ["verkehr-1-2"], due: TimeSpan.FromMinutes(-1))));
        Assert.Equal((400, "due-out-of-range"), Of(await town.PostAsync(items: ["verkehr-1-2"], due: TimeSpan.FromDays(400))));
        Assert.Equal((400, "invalid-content"), Of(await town.PostAsync(items: ["verkehr-1-2"], quorum: 0)));
        Assert.Equal((400, "invalid-content"), Of(await town.PostAsync("würfeln", items: ["verkehr-1-2"])));
        Assert.Equal((400, "invalid-content"), Of(await town.PostAsync(items: ["mit leerzeichen"])));
        Assert.Equal((400, "invalid-operation"), Of(await town.PostAsync(items: ["verkehr-1-2"], operation: new string('x', 49))));
        Assert.Equal((400, "invalid-operation"), Of(await town.PostAsync(items: ["verkehr-1-2"], operation: "klick-sg")));
        Assert.Single((await town.For(town.Chair).GetAsync($"{town.Path}/rounds")).Json.GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task A_concept_without_steering_group_opens_no_round()
    {
        var concept = TestOffice.NewConcept();
        await office.As("Administrator").ImportAsync(concept, Given.Town(concept));
        office.Directory.Add([$"{concept}-v1"], [], [new() { ["id"] = $"{concept}-ag", ["name"] = "AG", ["kind"] = "WorkingGroup", ["concept"] = concept, ["chair"] = $"{concept}-v1", ["sectors"] = new System.Text.Json.Nodes.JsonArray("verkehr") }]);

        var answer = await office.For($"{concept}-v1").PostAsync($"/api/concepts/{concept}/rounds", $$"""{"group":"{{concept}}-ag","sectors":["verkehr"],"due":"{{TimeProvider.System.GetUtcNow().AddDays(1):O}}"}""");

        Assert.Equal((409, "no-steering-group"), Of(answer));
    }

    [Fact]
    public async Task The_same_operation_opens_one_round_however_often_it_arrives()
    {
        var town = await RoundTown.CreateAsync(office);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => town.PostAsync(operation: "runde-1")));
        var later = await town.PostAsync(operation: "runde-1");
        var other = await town.PostAsync(operation: "runde-1", by: town.Administrator);

        Assert.All(answers, answer => Assert.True(answer.Status == 201, answer.Text));
        Assert.Equal((201, "runde-1"), (later.Status, later.Json.GetProperty("id").GetString()));
        Assert.Equal((409, "operation-taken"), Of(other));
        Assert.Single(await town.RowsAsync("round_"));
        Assert.Single(await town.LogAsync("RoundOpened"));
    }

    [Fact]
    public async Task What_is_no_ballot_changes_nothing()
    {
        var town = await RoundTown.CreateAsync(office);
        var round = await town.OpenAsync();
        var view = await town.ReadAsync(round);
        const string Half = """{"votes":[{"item":"verkehr-1-1","revision":1,"choice":"approve"}]}""";

        Assert.Equal((400, "incomplete-ballot"), Of(await town.CastAsync(round, town.Chair, Half)));
        Assert.Equal((400, "incomplete-ballot"), Of(await town.CastAsync(round, town.Chair, """{"votes":[{"item":"verkehr-1-1","revision":1,"choice":"approve"},{"item":"verkehr-1-1","revision":1,"choice":"reject","text":"x"}]}""")));
        Assert.Equal((400, "not-on-ballot"), Of(await town.CastAsync(round, town.Chair, """{"votes":[{"item":"umwelt-1","revision":1,"choice":"approve"}]}""")));
        Assert.Equal((409, "outdated-revision"), Of(await town.CastAsync(round, town.Chair, """{"votes":[{"item":"verkehr-1-1","revision":7,"choice":"approve"}]}""")));
        Assert.Equal((400, "invalid-content"), Of(await town.CastAsync(round, town.Chair, RoundTown.Ballot(view, "approve", ("verkehr-1-1", "reject", null)))));
        Assert.Equal((400, "invalid-content"), Of(await town.CastAsync(round, town.Chair, RoundTown.Ballot(view, "approve", ("verkehr-1-1", "approveWithChange", "  ")))));
        Assert.Equal((400, "invalid-content"), Of(await town.CastAsync(round, town.Chair, RoundTown.Ballot(view, "vielleicht"))));
        Assert.Equal((400, "invalid-content"), Of(await town.CastAsync(round, town.Chair, """{"votes":[null]}""")));
        Assert.Equal((400, "invalid-operation"), Of(await town.CastAsync(round, town.Chair, RoundTown.Ballot(view), operation: "zwei worte")));
        Assert.Equal((404, "unknown-round"), Of(await town.CastAsync("nirgends", town.Chair, RoundTown.Ballot(view))));
        Assert.Equal(0, (await town.ReadAsync(round)).VotedCount);
        Assert.Empty(await town.LogAsync("BallotCast"));
    }

    [Fact]
    public async Task Nobody_votes_for_somebody_else_whatever_the_request_says()
    {
        var (town, elsewhere) = (await RoundTown.CreateAsync(office), await RoundTown.CreateAsync(office));
        var round = await town.OpenAsync();
        var ballot = RoundTown.Ballot(await town.ReadAsync(round));
        var path = $"{town.Path}/rounds/{round}/ballots/{town.Voters[1]}";

        // Only the bot's header counts: an editor who sends it stays the editor.
        var pretender = new OfficeClient(office.Functions.Client, office.Tokens.Issue("Editor", "eva"), town.Voters[1]);
        var own = new OfficeClient(office.Functions.Client, office.Tokens.Issue("Member", town.Voters[1]), town.Chair);

        Assert.Equal((403, "not-entitled"), Of(await town.CastAsync(round, town.Voters[1], ballot, by: town.Chair)));
        Assert.Equal((403, "not-entitled"), Of(await town.CastAsync(round, town.Neighbour, ballot)));
        Assert.Equal((403, "not-in-concept"), Of(await town.CastAsync(round, town.Voters[1], ballot, by: elsewhere.Voters[1])));
        Assert.Equal((403, "not-in-concept"), Of(await town.For(elsewhere.Chair).GetAsync($"{town.Path}/rounds/{round}")));
        Assert.Equal((403, "not-entitled"), Of(await pretender.PutAsync(path, ballot, ifMatch: "\"0\"")));
        Assert.Equal((403, "acting-member-missing"), Of(await office.As("Bot", town.Voters[1]).PutAsync(path, ballot, ifMatch: "\"0\"")));
        Assert.Equal((403, "not-entitled"), Of(await town.For(town.Chair).GetAsync(path)));
        Assert.Empty(await town.LogAsync("BallotCast"));

        var cast = await own.PutAsync(path, ballot, ifMatch: "\"0\"");
        Assert.Equal((200, town.Voters[1]), (cast.Status, cast.Json.GetProperty("ballot").GetProperty("by").GetProperty("id").GetString()));
    }

    [Fact]
    public async Task Everybody_sees_the_own_groups_concepts_and_what_is_owed()
    {
        var town = await RoundTown.CreateAsync(office);
        var round = await town.OpenAsync();
        await town.VoteAsync(round, town.Voters[1]);

        var me = await town.For(town.Voters[1]).GetAsync("/api/me");
        var administrator = await town.For(town.Administrator).GetAsync("/api/me");
        var voted = await town.For(town.Voters[1]).GetAsync("/api/me/owed");
        var owed = await town.For(town.Chair).GetAsync("/api/me/owed");
        var nothing = await town.For(town.Neighbour).GetAsync("/api/me/owed");
        var bot = await office.As("Bot", "bot").GetAsync("/api/me");

        Assert.Equal((town.Voters[1], $"Name {town.Voters[1]}", false), (me.Json.GetProperty("id").GetString(), me.Json.GetProperty("name").GetString(), me.Json.GetProperty("isAdministrator").GetBoolean()));
        Assert.Equal($"{town.Concept}-ag", Assert.Single(me.Json.GetProperty("groups").EnumerateArray()).GetProperty("id").GetString());
        Assert.Equal(town.Concept, Assert.Single(me.Json.GetProperty("concepts").EnumerateArray()).GetProperty("id").GetString());
        Assert.True(administrator.Json.GetProperty("isAdministrator").GetBoolean());
        Assert.Contains(administrator.Json.GetProperty("concepts").EnumerateArray(), concept => concept.GetProperty("id").GetString() == town.Concept);
        Assert.True(Assert.Single(voted.Json.EnumerateArray()).TryGetProperty("castAt", out _));
        Assert.False(Assert.Single(owed.Json.EnumerateArray()).TryGetProperty("castAt", out _));
        Assert.Equal((round, town.Concept), (owed.Json[0].GetProperty("round").GetProperty("id").GetString(), owed.Json[0].GetProperty("concept").GetString()));
        Assert.Equal(0, nothing.Json.GetArrayLength());
        Assert.Equal((403, "acting-member-missing"), Of(bot));
    }

    private static (int Status, string? Code) Of(Answer answer) => (answer.Status, answer.Code);
}
