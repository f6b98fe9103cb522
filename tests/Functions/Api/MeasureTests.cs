using Insek.Office.Functions.Tests.Host;

namespace Insek.Office.Functions.Tests.Api;

/// <summary>Measures: found, recorded, changed, compared.</summary>
public sealed class MeasureTests(TestOffice office)
{
    [Fact]
    public async Task A_change_of_content_begins_a_revision_and_a_change_of_tracking_does_not()
    {
        var (path, editor) = await TownAsync();

        var tracked = await editor.PutAsync(path, Body("Maßnahme 1", ""","progress":40,"nextStep":"Ausschreibung" """), ifMatch: "\"1\"");
        var edited = await editor.PutAsync(path, Body("Maßnahme 1 neu", ""","progress":40,"nextStep":"Ausschreibung" """), ifMatch: "\"2\"");

        Assert.Equal((200, 1), (tracked.Status, tracked.Json.GetProperty("revision").GetInt32()));
        Assert.Equal((200, 2), (edited.Status, edited.Json.GetProperty("revision").GetInt32()));
        Assert.Equal(40, edited.Json.GetProperty("progress").GetInt32());
    }

    [Fact]
    public async Task Whoever_did_not_see_the_present_measure_changes_nothing_and_is_shown_it()
    {
        var (path, editor) = await TownAsync();
        await editor.PutAsync(path, Body("Zuerst"), ifMatch: "\"1\"");

        var blind = await editor.PutAsync(path, Body("Blind"));
        var stale = await editor.PutAsync(path, Body("Zuletzt"), ifMatch: "\"1\"");
        var read = await editor.GetAsync(path);

        Assert.Equal((428, "precondition-required"), (blind.Status, blind.Code));
        Assert.Equal((412, "precondition-failed"), (stale.Status, stale.Code));
        Assert.Equal("Zuerst", stale.Json.GetProperty("current").GetProperty("title").GetString());
        Assert.Equal("Zuerst", read.Json.GetProperty("title").GetString());
    }

    [Fact]
    public async Task Of_many_writers_at_once_exactly_one_wins()
    {
        var (path, editor) = await TownAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(writer => editor.PutAsync(path, Body(FormattableString.Invariant($"Fassung {writer}")), ifMatch: "\"1\"")));
        var revisions = await editor.GetAsync($"{path}/revisions");

        Assert.Equal(1, answers.Count(answer => answer.Status == 200));
        Assert.Equal(11, answers.Count(answer => answer.Status == 412));
        Assert.Equal(2, revisions.Json.GetArrayLength());
    }

    [Fact]
    public async Task Many_writers_of_different_measures_all_get_through()
    {
        var concept = TestOffice.NewConcept();
        await office.As("Administrator").ImportAsync(concept, Given.Town(concept, measures: 4));

        var answers = await Task.WhenAll(Enumerable.Range(1, 4).Select(number =>
            office.As("Editor").PutAsync($"/api/concepts/{concept}/measures/verkehr-1-{number}", Body(FormattableString.Invariant($"Neu {number}")), ifMatch: "\"1\"")));

        Assert.All(answers, answer => Assert.True(answer.Status == 200, answer.Text));
    }

    [Fact]
    public async Task The_same_content_again_writes_nothing()
    {
        var (path, editor) = await TownAsync();
        await editor.PutAsync(path, Body("Anders"), ifMatch: "\"1\"");

        var again = await editor.PutAsync(path, Body("Anders"), ifMatch: "\"2\"");

        Assert.Equal((200, "\"2\""), (again.Status, again.ETag));
    }

    [Fact]
    public async Task An_editorial_correction_is_for_administrators()
    {
        var (path, editor) = await TownAsync();
        var body = Body("Maßnahme eins", ""","editorialReason":"Zahl ausgeschrieben" """);

        var refused = await editor.PutAsync(path, body, ifMatch: "\"1\"");
        var corrected = await office.As("Administrator", "cora").PutAsync(path, body, ifMatch: "\"1\"");
        var revisions = await editor.GetAsync($"{path}/revisions");

        Assert.Equal((403, "editorial-for-administrators"), (refused.Status, refused.Code));
        Assert.Equal(200, corrected.Status);
        Assert.Equal(("corrected", "Zahl ausgeschrieben", "cora"), (revisions.Json[1].GetProperty("change").GetString(), revisions.Json[1].GetProperty("reason").GetString(), revisions.Json[1].GetProperty("by").GetString()));
    }

    [Fact]
    public async Task A_state_that_only_groups_can_give_is_refused()
    {
        var (path, editor) = await TownAsync();

        var agreed = await editor.PutAsync(path, Body("Maßnahme 1", ""","state":"agreed" """), ifMatch: "\"1\"");
        var deferred = await editor.PutAsync(path, Body("Maßnahme 1", ""","state":"deferred","stateReason":"kein Geld" """), ifMatch: "\"1\"");

        Assert.Equal((409, "transition-not-allowed"), (agreed.Status, agreed.Code));
        Assert.Equal("deferred", deferred.Json.GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_diff_names_the_fields_and_compares_texts_word_by_word()
    {
        var (path, editor) = await TownAsync();
        await editor.PutAsync(path, """{"sector":"verkehr","goal":"verkehr-1","title":"Maßnahme 1 sofort","source":"generated","owner":"Bauamt","partners":["Stadtwerke","Landkreis"]}""", ifMatch: "\"1\"");

        var diff = await editor.GetAsync($"{path}/diff?from=1&to=2");

        var fields = diff.Json.GetProperty("fields").EnumerateArray().ToDictionary(field => field.GetProperty("field").GetString()!);
        Assert.Equal(["description", "owner", "partners", "title"], fields.Keys.Order());
        Assert.Equal("Stadtwerke\nLandkreis", fields["partners"].GetProperty("after").GetString());
        Assert.Equal([("same", "Maßnahme "), ("removed", "1"), ("added", "1 sofort")], fields["title"].GetProperty("words").EnumerateArray().Select(word => (word.GetProperty("kind").GetString()!, word.GetProperty("text").GetString()!)));
        Assert.Equal((404, "unknown-revision"), ((await editor.GetAsync($"{path}/diff?from=1&to=9")) is var missing ? (missing.Status, missing.Code) : default));
    }

    [Fact]
    public async Task A_measure_is_recorded_once_under_its_id()
    {
        var (path, editor) = await TownAsync();
        var measures = path[..path.LastIndexOf('/')];

        var named = await editor.PostAsync(measures, """{"id":"neu-1","sector":"verkehr","title":"Neu"}""");
        var again = await editor.PostAsync(measures, """{"id":"neu-1","sector":"verkehr","title":"Neu"}""");
        var likeAGoal = await editor.PostAsync(measures, """{"id":"verkehr-1","sector":"verkehr","title":"Neu"}""");
        var nameless = await editor.PostAsync(measures, """{"sector":"verkehr","title":"Ohne Nummer"}""");

        Assert.Equal((201, "\"1\""), (named.Status, named.ETag));
        Assert.Equal((409, "id-taken"), (again.Status, again.Code));
        Assert.Equal((409, "id-taken"), (likeAGoal.Status, likeAGoal.Code));
        Assert.Equal(201, nameless.Status);
    }

    [Theory]
    [InlineData("""{"sector":"verkehr"}""", "title", "required")]
    [InlineData("""{"sector":"nirgends","title":"T"}""", "sector", "unknown-sector")]
    [InlineData("""{"sector":"umwelt","goal":"verkehr-1","title":"T"}""", "goal", "goal-of-other-sector")]
    [InlineData("""{"sector":"verkehr","goal":"verkehr-9","title":"T"}""", "goal", "unknown-goal")]
    [InlineData("""{"sector":"verkehr","title":"T","areas":["PG-X"]}""", "areas", "unknown-area")]
    [InlineData("""{"sector":"verkehr","title":"T","kind":"areaSpecific"}""", "areas", "area-required")]
    [InlineData("""{"sector":"verkehr","title":"T","principles":["sdg:18"]}""", "principles", "unknown-principle")]
    [InlineData("""{"sector":"verkehr","title":"T","progress":101}""", "progress", "out-of-range")]
    [InlineData("""{"sector":"verkehr","title":"T\u0007"}""", "title", "control-character")]
    public async Task What_cannot_be_accepted_is_named_field_by_field(string body, string field, string code)
    {
        var (path, editor) = await TownAsync();

        var answer = await editor.PostAsync(path[..path.LastIndexOf('/')], body);

        Assert.Equal((400, "invalid-content"), (answer.Status, answer.Code));
        var problem = Assert.Single(answer.Json.GetProperty("problems").EnumerateArray());
        Assert.Equal((field, code), (problem.GetProperty("field").GetString(), problem.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task A_title_of_100_000_characters_is_refused_and_quoted_in_short()
    {
        var (path, editor) = await TownAsync();

        var answer = await editor.PostAsync(path[..path.LastIndexOf('/')], $$"""{"sector":"verkehr","title":"{{new string('x', 100_000)}}"}""");

        Assert.Equal((400, "invalid-content"), (answer.Status, answer.Code));
        Assert.True(answer.Body.Length < 2_000, $"The answer has {answer.Body.Length} bytes.");
    }

    [Theory]
    [InlineData("sector=umwelt", 0)]
    [InlineData("sector=verkehr", 30)]
    [InlineData("area=PG-I", 0)]
    [InlineData("kind=general", 30)]
    [InlineData("kind=areaSpecific", 0)]
    [InlineData("state=draft,agreed", 30)]
    [InlineData("state=agreed&state=draft", 30)]
    [InlineData("key=true", 0)]
    [InlineData("q=MASSNAHME%207", 1)]
    [InlineData("q=maßnahme%207", 1)]
    [InlineData("q=fahrradstrasse", 30)]
    [InlineData("q=abstellanlagen", 30)]
    [InlineData("changedSince=2020-01-01T00:00:00Z", 30)]
    [InlineData("changedSince=2120-01-01T00:00:00Z", 0)]
    public async Task A_list_is_filtered(string query, int expected)
    {
        var concept = TestOffice.NewConcept();
        await office.As("Administrator").ImportAsync(concept, Given.Town(concept, measures: 30));

        var answer = await office.As("Member").GetAsync($"/api/concepts/{concept}/measures?{query}");

        Assert.True(answer.Status == 200, answer.Text);
        Assert.Equal(expected, answer.Json.GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData("sector=nirgends", 404, "unknown-sector")]
    [InlineData("area=PG-X", 404, "unknown-area")]
    [InlineData("kind=3", 400, "invalid-parameter")]
    [InlineData("state=fertig", 400, "invalid-parameter")]
    [InlineData("limit=0", 400, "invalid-parameter")]
    [InlineData("limit=1001", 400, "invalid-parameter")]
    [InlineData("continuation=%25%25", 400, "invalid-parameter")]
    [InlineData("changedSince=gestern", 400, "invalid-parameter")]
    public async Task A_filter_that_makes_no_sense_is_refused(string query, int status, string code)
    {
        var (path, editor) = await TownAsync();

        var answer = await editor.GetAsync($"{path[..path.LastIndexOf('/')]}?{query}");

        Assert.Equal((status, code), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Pages_follow_each_other_in_natural_order_without_gap_or_repetition()
    {
        var concept = TestOffice.NewConcept();
        await office.As("Administrator").ImportAsync(concept, Given.Town(concept, measures: 25));
        var seen = new List<string>();
        string? continuation = null;
        do
        {
            var page = await office.As("Member").GetAsync($"/api/concepts/{concept}/measures?limit=10{(continuation is null ? "" : $"&continuation={continuation}")}");
            seen.AddRange(page.Json.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!));
            continuation = page.Json.TryGetProperty("continuation", out var token) ? token.GetString() : null;
        }
        while (continuation is not null);

        Assert.Equal(Enumerable.Range(1, 25).Select(number => FormattableString.Invariant($"verkehr-1-{number}")), seen);
    }

    private static string Body(string title, string more = "") =>
        $$"""{"sector":"verkehr","goal":"verkehr-1","title":"{{title}}","description":"Beschreibung der Maßnahme 1: Fahrradstraße und Abstellanlagen.","source":"generated"{{more}}}""";

    private async Task<(string Path, OfficeClient Editor)> TownAsync()
    {
        var concept = TestOffice.NewConcept();
        await office.As("Administrator").ImportAsync(concept, Given.Town(concept));
        return ($"/api/concepts/{concept}/measures/verkehr-1-1", office.As("Editor"));
    }
}
