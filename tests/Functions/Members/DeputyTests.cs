using System.Text.Json;
using Azure.Data.Tables;
using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Members;
using Insek.Office.Functions.People;
using Insek.Office.Functions.Tests.Host;
using Insek.Office.Functions.Tests.Rounds;

namespace Insek.Office.Functions.Tests.Members;

/// <summary>Deputies for a period: named by the member or an administrator, voting in the name of the member, and excluded by the bias of either.</summary>
public sealed class DeputyTests(TestOffice office)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static DateOnly Today => CivilTime.DayOf(TimeProvider.System.GetUtcNow());

    [Fact]
    public async Task A_deputy_votes_in_the_name_of_the_member_and_both_names_are_logged()
    {
        var town = await RoundTown.CreateAsync(office);
        var round = await town.OpenAsync();
        var before = await town.CastAsync(round, town.Voters[1], RoundTown.Ballot(await town.ReadAsync(round)), by: town.Stranger);

        var named = await NameAsync(town, town.Voters[1], town.Stranger);
        var owed = await town.For(town.Stranger).GetAsync("/api/me/owed");
        var cast = await town.CastAsync(round, town.Voters[1], RoundTown.Ballot(await town.ReadAsync(round)), by: town.Stranger);
        var seen = await town.For(town.Stranger).GetAsync($"{town.Path}/rounds/{round}");

        Assert.Equal((403, "not-in-concept"), (before.Status, before.Code));
        Assert.Equal(200, named.Status);
        Assert.Equal([(town.Voters[1], round)], owed.Json.EnumerateArray().Select(entry => (entry.GetProperty("for").GetProperty("id").GetString(), entry.GetProperty("round").GetProperty("id").GetString())));
        Assert.True(cast.Status == 200, cast.Text);
        Assert.Equal(200, seen.Status);
        Assert.Equal((town.Voters[1], town.Stranger), (cast.Json.GetProperty("ballot").GetProperty("for").GetProperty("id").GetString(), cast.Json.GetProperty("ballot").GetProperty("by").GetProperty("id").GetString()));
        var entry = Assert.Single(await town.LogAsync("BallotCast"));
        Assert.Equal((town.Stranger, town.Voters[1]), (entry.GetString("By"), entry.GetString("For")));
        var naming = Assert.Single(await TenantLogAsync(town.Voters[1]));
        Assert.Equal(("DeputyNamed", town.Voters[1], $"{town.Stranger} {Today:yyyy-MM-dd}..{Today.AddDays(3):yyyy-MM-dd}"), (naming.GetString("Kind"), naming.GetString("By"), naming.GetString("Reason")));
    }

    [Fact]
    public async Task When_the_period_is_withdrawn_the_deputy_votes_and_sees_no_more()
    {
        var town = await RoundTown.CreateAsync(office);
        var round = await town.OpenAsync();
        await NameAsync(town, town.Voters[1], town.Stranger);
        var ballot = RoundTown.Ballot(await town.ReadAsync(round));
        await town.CastAsync(round, town.Voters[1], ballot, by: town.Stranger);

        var withdrawn = await town.For(town.Voters[1]).DeleteAsync($"/api/me/deputy?from={Today:yyyy-MM-dd}");
        var refused = await town.CastAsync(round, town.Voters[1], ballot, seen: 1, by: town.Stranger);
        var hidden = await town.For(town.Stranger).GetAsync($"{town.Path}/rounds/{round}");

        Assert.Equal(0, withdrawn.Json.GetProperty("deputies").GetArrayLength());
        Assert.Equal("not-in-concept", refused.Code);
        Assert.Equal("not-in-concept", hidden.Code);
        Assert.Equal(1, (await town.ReadAsync(round)).VotedCount);
        Assert.Equal(["DeputyNamed", "DeputyWithdrawn"], (await TenantLogAsync(town.Voters[1])).Select(entry => entry.GetString("Kind")));
    }

    [Fact]
    public async Task Whoever_stands_in_for_a_deputy_does_not_stand_in_for_the_member()
    {
        var town = await RoundTown.CreateAsync(office);
        var round = await town.OpenAsync();
        await NameAsync(town, town.Voters[1], town.Neighbour);
        await NameAsync(town, town.Neighbour, town.Stranger);

        var ballot = RoundTown.Ballot(await town.ReadAsync(round));
        var refused = await town.CastAsync(round, town.Voters[1], ballot, by: town.Stranger);
        var deputy = await town.CastAsync(round, town.Voters[1], ballot, by: town.Neighbour);

        Assert.Equal((403, "not-entitled"), (refused.Status, refused.Code));
        Assert.Equal(200, deputy.Status);
    }

    [Fact]
    public async Task The_bias_of_the_member_is_lifted_by_nobody_else()
    {
        var town = await RoundTown.CreateAsync(office);
        var round = await town.OpenAsync();
        await town.VoteAsync(round, town.Voters[1], "approve", ("verkehr-1-1", "recused", null));
        await NameAsync(town, town.Voters[1], town.Stranger);
        var view = await town.ReadAsync(round);

        var lifted = await town.CastAsync(round, town.Voters[1], RoundTown.Ballot(view), seen: 1, by: town.Stranger);
        var kept = await town.CastAsync(round, town.Voters[1], RoundTown.Ballot(view, "abstain", ("verkehr-1-1", "recused", null)), seen: 1, by: town.Stranger);
        var again = await town.CastAsync(round, town.Voters[1], RoundTown.Ballot(view), seen: 2, by: town.Stranger);
        var own = await town.CastAsync(round, town.Voters[1], RoundTown.Ballot(view), seen: 2);

        Assert.Equal((409, "member-recused"), (lifted.Status, lifted.Code));
        Assert.True(kept.Status == 200, kept.Text);
        Assert.Equal((409, "member-recused"), (again.Status, again.Code));
        Assert.Equal(200, own.Status);
    }

    [Fact]
    public async Task The_bias_of_the_deputy_excludes_whether_it_was_declared_before_or_after_the_vote()
    {
        var town = await RoundTown.CreateAsync(office);
        var round = await town.OpenAsync(rule: "majority");
        await NameAsync(town, town.Voters[1], town.Chair);
        var view = await town.ReadAsync(round);

        var earlier = await town.CastAsync(round, town.Voters[1], RoundTown.Ballot(view), by: town.Chair);
        await town.VoteAsync(round, town.Chair, "approve", ("verkehr-1-1", "recused", null));
        var later = await town.CastAsync(round, town.Voters[1], RoundTown.Ballot(view), seen: 1, by: town.Chair);
        await town.VoteAsync(round, town.Voters[2]);
        var closed = await town.UntilAsync(round);

        Assert.Equal(200, earlier.Status);
        Assert.Equal((409, "deputy-recused"), (later.Status, later.Code));
        var outcome = closed.Outcomes.Single(outcome => outcome.Item == "verkehr-1-1");
        Assert.Equal((1, 1, 2), (outcome.Entitled, outcome.Approve, outcome.Recused));
        Assert.Equal(3, closed.Outcomes.Single(outcome => outcome.Item == "verkehr-1-2").Approve);
    }

    [Fact]
    public async Task What_cannot_be_meant_is_refused_with_a_code_and_changes_nothing()
    {
        var town = await RoundTown.CreateAsync(office);
        await NameAsync(town, town.Voters[1], town.Stranger, from: 5, until: 9);

        var self = await NameAsync(town, town.Voters[1], town.Voters[1]);
        var unknown = await NameAsync(town, town.Voters[1], "niemand");
        var overlapping = await NameAsync(town, town.Voters[1], town.Neighbour, from: 9, until: 12);
        var past = await NameAsync(town, town.Voters[1], town.Neighbour, from: -9, until: -1);
        var endless = await town.For(town.Voters[1]).PutAsync("/api/me/deputy", $$"""{"deputy":"{{town.Stranger}}"}""");
        var nobody = await office.As("Bot", "bot").PutAsync("/api/me/deputy", $$"""{"deputy":"{{town.Stranger}}","until":"2099-01-01"}""");
        var day = await town.For(town.Voters[1]).DeleteAsync("/api/me/deputy?from=morgen");
        var left = await town.For(town.Voters[1]).GetAsync("/api/me/deputy");

        Assert.Equal((400, "deputy-self"), (self.Status, self.Code));
        Assert.Equal((400, "unknown-member"), (unknown.Status, unknown.Code));
        Assert.Equal((409, "deputy-period-overlaps"), (overlapping.Status, overlapping.Code));
        Assert.Equal((400, "deputy-period-past"), (past.Status, past.Code));
        Assert.Equal((400, "invalid-content"), (endless.Status, endless.Code));
        Assert.Equal((403, "acting-member-missing"), (nobody.Status, nobody.Code));
        Assert.Equal((400, "invalid-content"), (day.Status, day.Code));
        Assert.Equal([FormattableString.Invariant($"{Today.AddDays(5):yyyy-MM-dd}")], left.Json.GetProperty("deputies").EnumerateArray().Select(entry => entry.GetProperty("from").GetString()));
    }

    [Fact]
    public async Task An_administrator_names_anybody_s_deputy_and_nobody_else_does()
    {
        var town = await RoundTown.CreateAsync(office);
        var (path, body) = ($"/api/members/{town.Voters[1]}/deputy", $$"""{"deputy":"{{town.Stranger}}","until":"{{Today.AddDays(1):yyyy-MM-dd}}"}""");

        var refused = await town.For(town.Voters[2]).PutAsync(path, body);
        var unread = await town.For(town.Voters[2]).GetAsync(path);
        var named = await town.For(town.Administrator).PutAsync(path, body);
        var deputy = JsonSerializer.Deserialize((await town.For(town.Stranger).GetAsync("/api/me/deputy")).Body, ContractsJson.Default.DeputiesView)!;
        var ended = await town.For(town.Administrator).DeleteAsync(path);

        Assert.Equal((403, "not-allowed"), (refused.Status, refused.Code));
        Assert.Equal((403, "not-allowed"), (unread.Status, unread.Code));
        Assert.Equal((200, 1), (named.Status, named.Json.GetProperty("deputies").GetArrayLength()));
        Assert.Equal((town.Voters[1], Today, true), (Assert.Single(deputy.StandsInFor).Member.Id, deputy.StandsInFor[0].From, deputy.StandsInFor[0].Active));
        Assert.Equal(0, ended.Json.GetProperty("deputies").GetArrayLength());
        Assert.Equal([town.Administrator, town.Administrator], (await TenantLogAsync(town.Voters[1])).Select(entry => entry.GetString("By")));
    }

    [Theory]
    [InlineData("2026-11-22T22:59:00Z", false)]
    [InlineData("2026-11-22T23:00:00Z", true)]
    [InlineData("2026-11-24T22:59:59Z", true)]
    [InlineData("2026-11-24T23:00:00Z", false)]
    public async Task A_period_begins_and_ends_at_midnight_in_berlin(string at, bool standsIn)
    {
        var town = await RoundTown.CreateAsync(office);
        await using var process = new OfficeServices(office, DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture));
        var member = new MemberId(town.Voters[1]);
        var named = await process.Get<DeputyStore>().ChangeAsync(
            member, member, deputies => deputies.Name(new MemberId(town.Stranger), new DateOnly(2026, 11, 23), new DateOnly(2026, 11, 24), new DateOnly(2026, 11, 20)), Cancellation);

        var directory = await process.Get<IDirectory>().ReadAsync(Cancellation);

        Assert.True(named.TryGet(out _, out _));
        Assert.Equal(standsIn, directory.Find(new GroupId($"{town.Concept}-ag"))!.IsDeputy(new MemberId(town.Stranger), member, CivilTime.DayOf(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture))));
        Assert.Equal(standsIn, directory.MaySee(new MemberId(town.Stranger), new ConceptId(town.Concept)));
    }

    [Fact]
    public async Task Of_two_who_name_deputies_for_the_same_days_at_once_one_is_refused()
    {
        var town = await RoundTown.CreateAsync(office);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(number => NameAsync(town, town.Voters[1], number % 2 == 0 ? town.Stranger : town.Neighbour, from: number, until: 20)));

        Assert.Single(answers, answer => answer.Status == 200);
        Assert.All(answers.Where(answer => answer.Status != 200), answer => Assert.Equal("deputy-period-overlaps", answer.Code));
    }

    private static Task<Answer> NameAsync(RoundTown town, string member, string deputy, int from = 0, int until = 3) =>
        town.For(member).PutAsync("/api/me/deputy", $$"""{"deputy":"{{deputy}}","from":"{{Today.AddDays(from):yyyy-MM-dd}}","until":"{{Today.AddDays(until):yyyy-MM-dd}}"}""");

    private async Task<IReadOnlyList<TableEntity>> TenantLogAsync(string member)
    {
        var entries = new List<TableEntity>();
        await foreach (var row in new TableClient(office.Storage.ConnectionString, "concepts").QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {"~tenant"} and RowKey ge {"log_"} and RowKey lt {"log`"} and For eq {member}"), cancellationToken: Cancellation))
        {
            entries.Add(row);
        }

        return entries;
    }
}
