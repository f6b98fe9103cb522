using System.IO.Compression;
using System.Text;
using Insek.Office.Functions.Tests.Host;

namespace Insek.Office.Functions.Tests.Api;

/// <summary>Tables as the API serves them.</summary>
public sealed class TableTests(TestOffice office)
{
    [Fact]
    public async Task Torgau_s_overview_shows_its_goals_and_what_is_recorded()
    {
        var concept = await TorgauAsync();

        var overview = await office.As("Member").GetAsync($"/api/concepts/{concept}/tables/overview");

        Assert.Equal(["9", "8", "6", "5", "5", "2", "5", "5", "45"], Column(overview, 1));
        Assert.Equal(["31", "35", "18", "22", "17", "9", "0", "16", "148"], Column(overview, 2));
        Assert.Equal(["0", "0", "0", "0", "0", "0", "0", "0", "0"], Column(overview, 3));
    }

    [Fact]
    public async Task Torgau_s_reported_numbers_are_shown_as_the_slide_states_them()
    {
        var concept = await TorgauAsync();

        var overview = await office.As("Member").GetAsync($"/api/concepts/{concept}/tables/overview?counts=reported");

        Assert.Equal(["9", "8", "6", "5", "5", "2", "5", "5", "45"], Column(overview, 1));
        Assert.Equal(["51", "54", "29", "43", "28", "14", "30", "20", "269"], Column(overview, 2));
        Assert.Equal(["62", "41", "31", "16", "22", "19", "k. A.", "5", "193"], Column(overview, 3));
    }

    [Fact]
    public async Task A_list_of_tables_names_parameters_and_their_values_in_german()
    {
        var concept = await TorgauAsync();

        var tables = await office.As("Member").GetAsync($"/api/concepts/{concept}/tables");

        Assert.Equal(["overview", "sector-summary", "sector-measures", "area-measures", "key-measures", "deadlines"], tables.Json.EnumerateArray().Select(table => table.GetProperty("id").GetString()));
        var sector = tables.Json[1].GetProperty("parameters")[0];
        Assert.Equal(("sector", "Fachkonzept", true), (sector.GetProperty("name").GetString(), sector.GetProperty("title").GetString(), sector.GetProperty("required").GetBoolean()));
        Assert.Equal("Verkehr/Technische Infrastruktur", sector.GetProperty("values")[0].GetProperty("title").GetString());
    }

    [Theory]
    [InlineData("json", "application/json")]
    [InlineData("csv", "text/csv")]
    [InlineData("html", "text/html")]
    [InlineData("ooxml", "application/xml")]
    [InlineData("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    public async Task Every_format_is_served_by_query_and_by_ending_and_not_again_when_known(string format, string contentType)
    {
        var concept = await TorgauAsync();
        var member = office.As("Member");
        var address = $"/api/concepts/{concept}/tables/sector-measures";

        var asked = await member.GetAsync($"{address}?sector=umwelt&format={format}");
        var named = await member.GetAsync($"{address}.{format}?sector=umwelt");
        var known = await member.GetAsync($"{address}?sector=umwelt&format={format}", ifNoneMatch: asked.ETag);

        Assert.Equal((200, contentType), (asked.Status, asked.ContentType));
        Assert.Equal(asked.Body, named.Body);
        Assert.Equal((304, 0), (known.Status, known.Body.Length));
        Assert.Equal(asked.ETag, known.ETag);
    }

    [Fact]
    public async Task The_entity_tag_changes_with_what_is_shown_and_with_nothing_else()
    {
        var concept = await TorgauAsync();
        var member = office.As("Member");
        async Task<string?> TagAsync(string sector) => (await member.GetAsync($"/api/concepts/{concept}/tables/sector-measures?sector={sector}")).ETag;
        var (verkehr, umwelt) = (await TagAsync("verkehr"), await TagAsync("umwelt"));

        var measure = await member.GetAsync($"/api/concepts/{concept}/measures/verkehr-1-1");
        await office.As("Editor").PutAsync(
            $"/api/concepts/{concept}/measures/verkehr-1-1",
            """{"sector":"verkehr","goal":"verkehr-1","title":"Hinwirken auf sehr schnelle Umsetzung","source":"focus"}""",
            ifMatch: measure.ETag);

        Assert.NotEqual(verkehr, await TagAsync("verkehr"));
        Assert.Equal(umwelt, await TagAsync("umwelt"));
    }

    [Theory]
    [InlineData("nothing", 404, "unknown-table")]
    [InlineData("sector-measures", 400, "parameter-required")]
    [InlineData("sector-measures?sector=nirgends", 404, "unknown-sector")]
    [InlineData("area-measures?area=PG-X", 404, "unknown-area")]
    [InlineData("overview?sector=verkehr", 400, "unknown-parameter")]
    [InlineData("overview?states=fertig", 400, "invalid-parameter")]
    [InlineData("overview?counts=erfunden", 400, "invalid-parameter")]
    [InlineData("overview?format=pdf", 400, "unknown-format")]
    [InlineData("overview?instance=GROSS", 400, "invalid-parameter")]
    public async Task A_table_that_cannot_be_made_says_why(string table, int status, string code)
    {
        var concept = await TorgauAsync();

        var answer = await office.As("Member").GetAsync($"/api/concepts/{concept}/tables/{table}");

        Assert.Equal((status, code), (answer.Status, answer.Code));
    }

    // The Functions host joins repeated query values by commas.
    [Fact]
    public async Task Repeated_and_joined_states_mean_the_same()
    {
        var concept = await TorgauAsync();

        var repeated = await office.As("Member").GetAsync($"/api/concepts/{concept}/tables/overview?states=draft&states=agreed");
        var joined = await office.As("Member").GetAsync($"/api/concepts/{concept}/tables/overview?states=draft,agreed");

        Assert.Equal(joined.ETag, repeated.ETag);
    }

    [Fact]
    public async Task The_document_holds_the_overview_and_both_tables_of_all_eight_sector_concepts()
    {
        var concept = await TorgauAsync();

        var document = await office.As("Member").SendAsync(HttpMethod.Post, $"/api/concepts/{concept}/documents");

        Assert.Equal(200, document.Status);
        using var package = new ZipArchive(new MemoryStream(document.Body));
        using var body = new StreamReader(package.GetEntry("word/document.xml")!.Open(), Encoding.UTF8);
        var xml = await body.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.Equal(17, xml.Split("<w:tbl>").Length - 1);
        Assert.Contains("Ausbau des Bundesstraße B 87n", xml, StringComparison.Ordinal);
    }

    // Four states make a tag longer than Word's 64 characters; what its short id stands for must be known here.
    [Fact]
    public async Task A_long_tag_s_short_id_is_remembered()
    {
        var concept = await TorgauAsync();

        var answer = await office.As("Member").GetAsync($"/api/concepts/{concept}/tables/sector-measures?sector=verkehr&states=draft,inWorkingGroup,inSteeringGroup,agreed&format=ooxml");

        var tag = answer.Text[(answer.Text.IndexOf("insek:1:", StringComparison.Ordinal))..];
        tag = tag[..tag.IndexOf('"', StringComparison.Ordinal)];
        Assert.InRange(tag.Length, 1, 64);
        var table = new Azure.Data.Tables.TableClient(office.Storage.ConnectionString, "concepts");
        var row = await table.GetEntityAsync<Azure.Data.Tables.TableEntity>(concept, $"table_{tag[(tag.LastIndexOf('~') + 1)..]}", cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal("sector=verkehr;states=draft,inWorkingGroup,inSteeringGroup,agreed", row.Value.GetString("Parameters"));
    }

    private static IEnumerable<string> Column(Answer table, int index) => table.Json.GetProperty("rows").EnumerateArray()
        .Select(row => row.GetProperty("cells")[index].GetProperty("items")[0].GetProperty("text").GetString()!);

    private async Task<string> TorgauAsync()
    {
        var concept = TestOffice.NewConcept();
        await office.As("Administrator").ImportAsync(concept, Given.Torgau(concept));
        return concept;
    }
}
