using System.Text.Json;
using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Tests.Host;
using Insek.Office.Functions.Tests.Rounds;

namespace Insek.Office.Functions.Tests.Deadlines;

/// <summary>What people do with deadlines.</summary>
public sealed class DeadlineRouteTests(TestOffice office)
{
    private static DateOnly Today => CivilTime.DayOf(TimeProvider.System.GetUtcNow());

    [Fact]
    public async Task A_milestone_is_kept_found_moved_handed_over_done_and_opened_again()
    {
        var town = await RoundTown.CreateAsync(office);
        var (owner, other) = (town.Voters[1], town.Voters[2]);
        var kept = await PostAsync(town, owner);

        var moved = await ActAsync(town, owner, kept, "move", $$"""{"due":"{{Today.AddDays(40):yyyy-MM-dd}}"}""");
        Assert.Equal((Today.AddDays(40), 40), (moved.Due, moved.DaysLeft));

        var handed = await ActAsync(town, owner, moved, "hand-over", $$"""{"to":"{{other}}","reason":"Urlaub"}""");
        Assert.Equal(other, Assert.Single(handed.Owners).Id);
        Assert.False(handed.Actions.Done);

        var done = await ActAsync(town, other, handed, "done", "{}");
        Assert.Equal(("done", other), (done.State, done.ClosedBy?.Id));
        Assert.Null(done.NextReminder);
        Assert.True(done.Actions is { Done: false, Reopen: true });

        var open = await ActAsync(town, other, done, "reopen", "{}");
        Assert.Equal(("open", (MemberView?)null), (open.State, open.ClosedBy));
        Assert.NotNull(open.NextReminder);
        Assert.Equal(["DeadlineCreated", "DeadlineMoved", "DeadlineHandedOver", "DeadlineDone", "DeadlineReopened"], (await town.RowsAsync("log_")).Where(row => row.GetString("Deadline") == kept.Id).Select(row => row.GetString("Kind")));
        Assert.Single(await town.RowsAsync("next_"));
    }

    [Fact]
    public async Task A_click_that_arrives_again_changes_nothing_and_a_stale_card_is_refused_with_the_present_state()
    {
        var town = await RoundTown.CreateAsync(office);
        var kept = await PostAsync(town, town.Voters[1], operation: "klick-0");
        Assert.Equal(kept.Id, (await PostAsync(town, town.Voters[1], operation: "klick-0")).Id);

        var client = town.For(town.Voters[1]);
        var first = await SendAsync(client, town, kept.Id, "done", "{}", kept.Version, "klick-1");
        var again = await SendAsync(client, town, kept.Id, "done", "{}", kept.Version, "klick-1");
        var stale = await SendAsync(client, town, kept.Id, "reopen", "{}", kept.Version, "klick-2");
        var blind = await client.SendAsync(HttpMethod.Post, $"{town.Path}/deadlines/{kept.Id}/reopen", Json("{}"));

        Assert.Equal((200, 200), (first.Status, again.Status));
        Assert.Equal(first.Json.GetProperty("version").GetInt32(), again.Json.GetProperty("version").GetInt32());
        Assert.Equal((412, "precondition-failed"), (stale.Status, stale.Code));
        Assert.Equal("done", stale.Json.GetProperty("current").GetProperty("state").GetString());
        Assert.Equal(428, blind.Status);
        Assert.Single(await town.LogAsync("DeadlineDone"));
    }

    [Fact]
    public async Task Editors_rewrite_what_comes_from_no_source_as_they_saw_it()
    {
        var town = await RoundTown.CreateAsync(office);
        var kept = await PostAsync(town, town.Voters[1]);
        var write = $$"""{"kind":"fundingApplication","title":"Antrag EFRE","due":"{{Today.AddDays(50):yyyy-MM-dd}}","owners":["{{town.Voters[2]}}"]}""";
        var path = $"{town.Path}/deadlines/{kept.Id}";

        var blind = await town.Editor.PutAsync(path, write);
        var written = await town.Editor.PutAsync(path, write, ifMatch: $"\"{kept.Version}\"");
        var stale = await town.Editor.PutAsync(path, write, ifMatch: $"\"{kept.Version}\"");
        var reader = await town.For(town.Voters[0]).PutAsync(path, write, ifMatch: written.ETag);

        Assert.True(written.Status == 200, written.Text);
        Assert.Equal((428, 412, 403), (blind.Status, stale.Status, reader.Status));
        var now = await GetAsync(town, kept.Id);
        Assert.Equal(("fundingApplication", "Antrag EFRE", Today.AddDays(50), town.Voters[2]), (now.Kind, now.Title, now.Due, Assert.Single(now.Owners).Id));

        await PutMeasureAsync(town, Today.AddDays(60), "Radweg");
        var followed = await GetAsync(town, "measure-verkehr-1-1");
        Assert.Equal("follows-source", (await town.Editor.PutAsync($"{town.Path}/deadlines/{followed.Id}", write, ifMatch: $"\"{followed.Version}\"")).Code);
    }

    [Fact]
    public async Task A_person_s_deadlines_of_all_concepts_are_one_list()
    {
        var (town, other) = (await RoundTown.CreateAsync(office), await RoundTown.CreateAsync(office));
        var me = town.Voters[1];
        await PostAsync(town, me, days: 30, title: "Später");
        await PostAsync(town, me, days: 10, title: "Bald");
        await PostAsync(town, town.Voters[2], days: 5, title: "Anderer Leute");
        await PostAsync(other, other.Voters[1], days: 5, title: "Andere Stadt");

        var mine = (await town.For(me).GetAsync("/api/me/deadlines")).Json.GetProperty("items").EnumerateArray().Select(item => (item.GetProperty("concept").GetString(), item.GetProperty("title").GetString()));

        Assert.Equal([(town.Concept, "Bald"), (town.Concept, "Später")], mine);
    }

    [Fact]
    public async Task Nobody_settles_somebody_else_s_deadline_and_administrators_say_why_they_move_it()
    {
        var town = await RoundTown.CreateAsync(office);
        var kept = await PostAsync(town, town.Voters[1]);
        var to = $$"""{"due":"{{Today.AddDays(40):yyyy-MM-dd}}"}""";

        foreach (var (action, body) in new[] { ("done", "{}"), ("move", to), ("hand-over", $$"""{"to":"{{town.Voters[0]}}"}"""), ("waive", """{"reason":"entfällt"}"""), ("mandatory", """{"mandatory":true}""") })
        {
            Assert.Equal((403, "not-allowed"), Brief(await SendAsync(town.For(town.Voters[0]), town, kept.Id, action, body, kept.Version)));
        }

        Assert.Equal((403, "not-allowed"), Brief(await SendAsync(town.For(town.Voters[1]), town, kept.Id, "waive", """{"reason":"entfällt"}""", kept.Version)));
        var admin = town.For(town.Administrator);
        Assert.Equal((400, "invalid-content"), Brief(await SendAsync(admin, town, kept.Id, "move", to, kept.Version)));
        var moved = await ActAsync(town, town.Administrator, kept, "move", $$"""{"due":"{{Today.AddDays(40):yyyy-MM-dd}}","reason":"Rat tagt später"}""");
        Assert.Equal("Rat tagt später", moved.Reason);
        Assert.Equal((400, "invalid-content"), Brief(await SendAsync(admin, town, kept.Id, "waive", "{}", moved.Version)));
        Assert.Equal("waived", (await ActAsync(town, town.Administrator, moved, "waive", """{"reason":"entfällt"}""")).State);
        Assert.Equal(403, (await town.For(town.Voters[0]).PostAsync($"{town.Path}/deadlines", """{"kind":"milestone","title":"x","due":"2030-01-01"}""")).Status);
    }

    [Theory]
    [InlineData("""{"kind":"milestone","title":"Gestern","due":"2024-01-01"}""", "in-the-past")]
    [InlineData("""{"kind":"milestone","title":"Fern","due":"2199-01-01"}""", "out-of-range")]
    [InlineData("""{"kind":"milestone","title":"Wann?"}""", "required")]
    [InlineData("""{"kind":"milestone","title":"Zweimal","due":"2030-01-01","dueAt":"2030-01-01T10:00:00Z"}""", "ambiguous")]
    [InlineData("""{"kind":"measureDue","title":"Maßnahme","due":"2030-01-01"}""", "follows-source")]
    [InlineData("""{"kind":"feiertag","title":"x","due":"2030-01-01"}""", "unknown-value")]
    [InlineData("""{"kind":"milestone","title":" ","due":"2030-01-01"}""", "required")]
    [InlineData("""{"kind":"milestone","title":"x","due":"2030-01-01","owners":["niemand"]}""", "unknown-member")]
    public async Task What_cannot_be_kept_says_why(string body, string code)
    {
        var town = await RoundTown.CreateAsync(office);

        var answer = await town.Editor.PostAsync($"{town.Path}/deadlines", body);

        Assert.Equal((400, "invalid-content"), Brief(answer));
        Assert.Contains(answer.Json.GetProperty("problems").EnumerateArray(), problem => problem.GetProperty("code").GetString() == code);
        Assert.Empty(await town.RowsAsync("deadline_"));
    }

    [Fact]
    public async Task The_29th_of_February_exists_in_leap_years_only()
    {
        var town = await RoundTown.CreateAsync(office);

        Assert.Equal((400, "invalid-json"), Brief(await town.Editor.PostAsync($"{town.Path}/deadlines", """{"kind":"milestone","title":"x","due":"2027-02-29"}""")));
        Assert.Equal(201, (await town.Editor.PostAsync($"{town.Path}/deadlines", """{"kind":"milestone","title":"x","due":"2028-02-29"}""")).Status);
    }

    [Fact]
    public async Task Lists_are_filtered_by_owner_kind_time_and_words_and_turn_pages()
    {
        var town = await RoundTown.CreateAsync(office);
        var mine = await PostAsync(town, town.Voters[1], days: 5, title: "Bürgerversammlung");
        await PostAsync(town, town.Voters[2], days: 20, title: "Antrag EFRE", kind: "fundingApplication");
        await PostAsync(town, null, days: 400, title: "Druck");

        Assert.Equal(["Bürgerversammlung", "Antrag EFRE", "Druck"], await TitlesAsync(""));
        Assert.Equal(["Bürgerversammlung"], await TitlesAsync("?owner=me"));
        Assert.Equal(["Antrag EFRE"], await TitlesAsync($"?owner={town.Voters[2]}"));
        Assert.Equal(["Antrag EFRE"], await TitlesAsync("?kind=fundingApplication"));
        Assert.Equal(["Bürgerversammlung", "Antrag EFRE"], await TitlesAsync("?dueWithin=30"));
        Assert.Equal(["Antrag EFRE"], await TitlesAsync("?text=efre"));
        Assert.Equal(["Druck"], await TitlesAsync("?owner=none"));
        Assert.Empty(await TitlesAsync("?overdue=true"));
        await ActAsync(town, town.Voters[1], mine, "done", "{}");
        Assert.Equal(["Bürgerversammlung"], await TitlesAsync("?state=done"));

        var page = (await town.For(town.Voters[1]).GetAsync($"{town.Path}/deadlines?limit=1")).Json;
        Assert.Equal(2, page.GetProperty("total").GetInt32());
        Assert.Equal(["Druck"], await TitlesAsync($"?limit=1&continuation={page.GetProperty("continuation").GetString()}"));
        foreach (var bad in new[] { "?state=egal", "?kind=egal", "?dueWithin=-1", "?overdue=ja", "?limit=0", "?continuation=x", "?owner=_" })
        {
            Assert.Equal((400, "invalid-parameter"), Brief(await town.For(town.Voters[1]).GetAsync($"{town.Path}/deadlines{bad}")));
        }

        async Task<string[]> TitlesAsync(string query) =>
            [.. (await town.For(town.Voters[1]).GetAsync($"{town.Path}/deadlines{query}")).Json.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("title").GetString()!)];
    }

    [Fact]
    public async Task A_measure_s_deadline_follows_its_due_day_title_and_state()
    {
        var town = await RoundTown.CreateAsync(office);
        var due = Today.AddDays(60);
        await PutMeasureAsync(town, due, "Radweg");
        var first = await GetAsync(town, "measure-verkehr-1-1");
        Assert.Equal((due, "Radweg", "measureDue", OfficeOf(town)), (first.Due, first.Title, first.Kind, first.Office));

        var moved = await ActAsync(town, town.Administrator, first, "move", $$"""{"due":"{{due.AddDays(7):yyyy-MM-dd}}","reason":"Vergabe"}""");
        Assert.Equal((due.AddDays(7), due), (moved.Due, moved.MovedFrom));
        await PutMeasureAsync(town, due, "Radweg am Ring");
        Assert.Equal(("Radweg am Ring", due.AddDays(7)), Facts(await GetAsync(town, "measure-verkehr-1-1")));

        // The source names another day: that the old one was moved is over.
        await PutMeasureAsync(town, due.AddDays(1), "Radweg am Ring");
        var followed = await GetAsync(town, "measure-verkehr-1-1");
        Assert.Equal((due.AddDays(1), (DateOnly?)null), (followed.Due, followed.MovedFrom));
        Assert.True(followed.Version > moved.Version);

        await PutMeasureAsync(town, null, "Radweg am Ring");
        Assert.Equal(404, (await town.Editor.GetAsync($"{town.Path}/deadlines/measure-verkehr-1-1")).Status);
        Assert.Equal(404, (await town.Editor.GetAsync($"{town.Path}/deadlines/measure-verkehr-1-2")).Status);
    }

    [Fact]
    public async Task A_round_s_deadline_is_its_end_and_moving_it_extends_the_round()
    {
        var town = await RoundTown.CreateAsync(office);
        Assert.NotEqual(201, (await town.PostAsync(due: TimeSpan.FromDays(-1), operation: "zu-spaet")).Status);
        Assert.Empty(await town.RowsAsync("deadline_round-zu-spaet"));
        var round = await town.OpenAsync();

        var deadline = await GetAsync(town, $"round-{round}", town.Chair);
        Assert.Equal(("roundDue", "open", 3), (deadline.Kind, deadline.State, deadline.Round?.Electorate));
        Assert.True(deadline.Actions is { Move: true, Done: false, HandOver: false });
        Assert.Equal((409, "follows-source"), Brief(await SendAsync(town.For(town.Chair), town, deadline.Id, "done", "{}", deadline.Version)));

        var extended = await ActAsync(town, town.Chair, deadline, "move", $$"""{"due":"{{Today.AddDays(30):yyyy-MM-dd}}"}""");
        Assert.Equal(CivilTime.EndOf(Today.AddDays(30)), (await town.ReadAsync(round)).Due);
        Assert.Equal(Today.AddDays(30), extended.Due);
        Assert.Equal(403, (await SendAsync(town.For(town.Voters[1]), town, deadline.Id, "move", $$"""{"due":"{{Today.AddDays(31):yyyy-MM-dd}}"}""", extended.Version)).Status);

        Assert.Equal(200, (await town.For(town.Chair).PostAsync($"{town.Path}/rounds/{round}/cancel", """{"reason":"Falsche Fassung"}""")).Status);
        await town.UntilAsync(round, "cancelled");
        Assert.Equal("waived", (await GetAsync(town, deadline.Id, town.Chair)).State);
    }

    [Fact]
    public async Task The_chair_reminds_those_who_have_not_voted_once_a_day()
    {
        var town = await RoundTown.CreateAsync(office);
        var round = await town.OpenAsync();
        await town.VoteAsync(round, town.Voters[1]);
        var chair = town.For(town.Chair);

        var escalation = await chair.GetAsync($"{town.Path}/rounds/{round}/escalation");
        Assert.Equal("settled", escalation.Json.GetProperty("why").GetString());
        Assert.Equal([town.Voters[0], town.Voters[2]], escalation.Json.GetProperty("missing").EnumerateArray().Select(member => member.GetProperty("id").GetString()));
        Assert.Equal(403, (await town.For(town.Voters[1]).GetAsync($"{town.Path}/rounds/{round}/escalation")).Status);

        Assert.Equal(200, (await chair.PostAsync($"{town.Path}/rounds/{round}/remind", "")).Status);
        Assert.Equal(200, (await chair.PostAsync($"{town.Path}/rounds/{round}/remind", "")).Status);
        Assert.Equal(2, (await town.RowsAsync("notice_")).Concat(await town.RowsAsync("delivery_")).Count(row => row.RowKey.Contains($"{round}_reminder_", StringComparison.Ordinal)));
        Assert.Single(await town.LogAsync("VotersReminded"));
    }

    [Fact]
    public async Task Progress_is_logged_without_a_revision_and_nothing_new_is_an_answer()
    {
        var town = await RoundTown.CreateAsync(office);
        await PutMeasureAsync(town, Today.AddDays(60), "Radweg");
        office.Directory.AddMember(town.Voters[1], OfficeOf(town));
        var before = await town.MeasureAsync("verkehr-1-1");
        var owner = town.For(town.Voters[1]);

        var told = await owner.PostAsync($"{town.Path}/measures/verkehr-1-1/progress", """{"progress":40,"nextStep":"Vergabe","actualCostEuro":12000}""");
        var same = await owner.PostAsync($"{town.Path}/measures/verkehr-1-1/progress", """{"unchanged":true}""");
        var both = await owner.PostAsync($"{town.Path}/measures/verkehr-1-1/progress", """{"unchanged":true,"progress":50}""");
        var stranger = await town.For(town.Voters[2]).PostAsync($"{town.Path}/measures/verkehr-1-1/progress", """{"unchanged":true}""");

        Assert.True(told.Status == 200, told.Text);
        Assert.Equal((200, (400, "invalid-content"), (403, "not-allowed")), (same.Status, Brief(both), Brief(stranger)));
        var after = await town.MeasureAsync("verkehr-1-1");
        Assert.Equal((before.Revision, 40, "Vergabe"), (after.Revision, after.Progress, after.NextStep));
        Assert.Single(await town.LogAsync("ProgressUnchanged"));
        Assert.True(Assert.Single(await town.RowsAsync("progress_")).GetBoolean("Unchanged"));
    }

    [Fact]
    public async Task The_table_for_Word_shows_what_is_kept_and_moved_at_once()
    {
        var town = await RoundTown.CreateAsync(office);
        var due = Today.AddDays(60);
        await PutMeasureAsync(town, due, "Radweg");
        await PostAsync(town, town.Voters[1], days: 5, title: "Antrag EFRE", kind: "fundingApplication");
        Assert.Equal([("Antrag EFRE", Today.AddDays(5)), ("Radweg", due)], await RowsAsync());

        await ActAsync(town, town.Administrator, await GetAsync(town, "measure-verkehr-1-1"), "move", $$"""{"due":"{{Today.AddDays(1):yyyy-MM-dd}}","reason":"Vorgezogen"}""");
        Assert.Equal([("Radweg", Today.AddDays(1)), ("Antrag EFRE", Today.AddDays(5))], await RowsAsync());

        async Task<(string, DateOnly)[]> RowsAsync()
        {
            var rows = (await town.Editor.GetAsync($"{town.Path}/tables/deadlines")).Json.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("cells").EnumerateArray().Select(cell => cell.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("text").GetString()!).FirstOrDefault("")).ToArray());
            return [.. rows.Select(cells => (cells[2], DateOnly.ParseExact(cells[0], "dd.MM.yyyy", System.Globalization.CultureInfo.InvariantCulture)))];
        }
    }

    [Fact]
    public async Task Preferences_are_kept_and_leave_an_hour_to_be_reached()
    {
        var town = await RoundTown.CreateAsync(office);
        var me = town.For(town.Voters[1]);

        Assert.Equal("""{"reminders":true,"progress":true}""", (await me.GetAsync("/api/me/preferences")).Text);
        Assert.Equal(200, (await me.PutAsync("/api/me/preferences", """{"reminders":false,"quietFrom":"17:00","quietUntil":"09:30"}""")).Status);
        Assert.Equal("""{"reminders":false,"progress":true,"quietFrom":"17:00","quietUntil":"09:30"}""", (await me.GetAsync("/api/me/preferences")).Text);
        foreach (var bad in new[] { """{"quietFrom":"17:00"}""", """{"quietFrom":"17 Uhr","quietUntil":"09:00"}""", """{"quietFrom":"19:30","quietUntil":"19:00"}""" })
        {
            Assert.Equal((400, "invalid-content"), Brief(await me.PutAsync("/api/me/preferences", bad)));
        }
    }

    [Fact]
    public async Task An_overview_is_for_administrators()
    {
        var town = await RoundTown.CreateAsync(office);
        var week = Functions.Reminders.Periods.WeekOf(Today);

        Assert.Equal(403, (await town.For(town.Voters[0]).GetAsync($"/api/overviews/{week}")).Status);
        Assert.Equal((400, "invalid-parameter"), Brief(await town.For(town.Administrator).GetAsync("/api/overviews/2024-W54")));
    }

    private static async Task<DeadlineView> PostAsync(RoundTown town, string? owner, int days = 20, string title = "Ratsbeschluss", string kind = "milestone", string? operation = null)
    {
        var owners = owner is null ? "[]" : $"[\"{owner}\"]";
        var answer = await town.Editor.PostAsync($"{town.Path}/deadlines", $$"""{"kind":"{{kind}}","title":"{{title}}","due":"{{Today.AddDays(days):yyyy-MM-dd}}","owners":{{owners}}}""", operation);
        Assert.True(answer.Status == 201, answer.Text);
        return Read(answer);
    }

    private static async Task<DeadlineView> ActAsync(RoundTown town, string by, DeadlineView seen, string action, string body)
    {
        var answer = await SendAsync(town.For(by), town, seen.Id, action, body, seen.Version);
        Assert.True(answer.Status == 200, answer.Text);
        return Read(answer);
    }

    private static Task<Answer> SendAsync(OfficeClient client, RoundTown town, string id, string action, string body, int version, string? operation = null) =>
        client.SendAsync(HttpMethod.Post, $"{town.Path}/deadlines/{id}/{action}", Json(body), ifMatch: $"\"{version}\"", operation: operation);

    private static async Task<DeadlineView> GetAsync(RoundTown town, string id, string? by = null)
    {
        var answer = await town.For(by ?? town.Administrator).GetAsync($"{town.Path}/deadlines/{id}");
        Assert.True(answer.Status == 200, answer.Text);
        return Read(answer);
    }

    private static async Task PutMeasureAsync(RoundTown town, DateOnly? due, string title)
    {
        var read = await town.Editor.GetAsync($"{town.Path}/measures/verkehr-1-1");
        var write = JsonSerializer.Serialize(new MeasureWrite { Sector = "verkehr", Goal = "verkehr-1", Title = title, Source = "generated", Owner = OfficeOf(town), Due = due }, ContractsJson.Default.MeasureWrite);
        var answer = await town.Editor.PutAsync($"{town.Path}/measures/verkehr-1-1", write, ifMatch: read.ETag);
        Assert.True(answer.Status == 200, answer.Text);
    }

    // The directory is all tests' together.
    private static string OfficeOf(RoundTown town) => $"Tiefbauamt {town.Concept}";

    private static (string, DateOnly) Facts(DeadlineView view) => (view.Title, view.Due);

    private static (int, string?) Brief(Answer answer) => (answer.Status, answer.Code);

    private static DeadlineView Read(Answer answer) => JsonSerializer.Deserialize(answer.Body, ContractsJson.Default.DeadlineView)!;

    private static StringContent Json(string json) => new(json, System.Text.Encoding.UTF8, "application/json");
}
