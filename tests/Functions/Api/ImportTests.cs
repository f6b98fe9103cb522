using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using Insek.Office.Contracts;
using Insek.Office.Functions.Tests.Host;

namespace Insek.Office.Functions.Tests.Api;

/// <summary>Imports and exports over HTTP, good and bad.</summary>
public sealed class ImportTests(TestOffice office)
{
    private const string Csv = "text/csv";
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private OfficeClient Administrator => office.As("Administrator");

    [Fact]
    public async Task Torgau_comes_in_with_its_findings_listed()
    {
        var concept = TestOffice.NewConcept();

        var report = await Administrator.ImportAsync(concept, Given.Torgau(concept));

        Assert.Equal((1, 8, 8, 45, 148), (report.Created.Concepts, report.Created.Areas, report.Created.Sectors, report.Created.Goals, report.Created.Measures));
        Assert.Equal(4, report.Problems.Count(problem => problem is { Code: "unknown-area-name", Value: "Nord" }));
        Assert.Single(report.Problems, problem => problem is { Code: "unknown-area-name", Value: "Weßnig" });
        Assert.Single(report.Problems, problem => problem is { Code: "unused-area", Value: "PG IV West" });
        Assert.Single(report.Problems, problem => problem is { Code: "duplicate-title" } && problem.Reason.Contains("finanzen-2", StringComparison.Ordinal));
        Assert.Single(report.Problems, problem => problem is { Code: "reported-total-mismatch", Value: "193" });
        Assert.Contains(report.Problems, problem => problem is { Code: "reported-count-differs", Value: "269" });
        Assert.Contains(report.Problems, problem => problem is { Code: "reported-count-differs", Value: "193" });
        Assert.DoesNotContain(report.Problems, problem => problem.Severity == "error");
    }

    [Theory]
    [InlineData("json", "application/json")]
    [InlineData("csv", Csv)]
    [InlineData("xlsx", Xlsx)]
    public async Task Importing_an_export_changes_nothing(string format, string type)
    {
        var concept = TestOffice.NewConcept();
        await Administrator.ImportAsync(concept, Given.Torgau(concept));
        var export = await Administrator.GetAsync($"/api/concepts/{concept}/export?format={format}");
        var before = await Administrator.GetAsync($"/api/concepts/{concept}");

        var report = Read(await Administrator.ImportAsync(concept, export.Body, type));
        var after = await Administrator.GetAsync($"/api/concepts/{concept}");

        Assert.Equal(type, export.ContentType);
        Assert.Equal((0, 0, 148), (report.Created.Measures, report.Updated.Measures, report.Unchanged.Measures));
        Assert.Equal(before.Json.GetProperty("contentVersion").GetInt64(), after.Json.GetProperty("contentVersion").GetInt64());
    }

    [Fact]
    public async Task A_dry_run_writes_nothing()
    {
        var concept = TestOffice.NewConcept();

        var report = await Administrator.ImportAsync(concept, Given.Town(concept), "?dryRun=true");
        var read = await Administrator.GetAsync($"/api/concepts/{concept}");

        Assert.Equal((false, true, 2), (report.Applied, report.DryRun, report.Created.Measures));
        Assert.Equal(404, read.Status);
    }

    [Fact]
    public async Task What_changed_since_somebody_looked_is_not_imported_over()
    {
        var concept = await TownAsync();
        var csv = "id;sector;title\nneu-1;verkehr;Gut\n"u8.ToArray();
        var seen = Read(await Administrator.ImportAsync(concept, csv, Csv, "?dryRun=true")).ContentVersion;
        await Administrator.ImportAsync(concept, "id;sector;title\nneu-2;verkehr;Meanwhile\n"u8.ToArray(), Csv);

        var refused = await Administrator.ImportAsync(concept, csv, Csv, ifMatch: $"\"{seen}\"");
        var untouched = await Administrator.GetAsync($"/api/concepts/{concept}/measures/neu-1");
        var seenAgain = Read(await Administrator.ImportAsync(concept, csv, Csv, "?dryRun=true")).ContentVersion;
        var imported = Read(await Administrator.ImportAsync(concept, csv, Csv, ifMatch: $"\"{seenAgain}\""));
        var nowhere = await Administrator.ImportAsync(TestOffice.NewConcept(), csv, Csv, ifMatch: "*");

        Assert.Equal((412, "concept-changed", 404), (refused.Status, refused.Code, untouched.Status));
        Assert.Equal((true, 1, seenAgain), (imported.Applied, imported.Created.Measures, imported.ContentVersion));
        Assert.Equal(412, nowhere.Status);
    }

    [Fact]
    public async Task Bad_rows_keep_everything_out_unless_the_good_ones_are_wanted()
    {
        var concept = await TownAsync();
        var csv = Encoding.UTF8.GetBytes("id;sector;title\nneu-1;verkehr;Gut\nneu-2;nirgends;Schlecht\nneu-1;verkehr;Doppelt\n");

        var refused = await Administrator.ImportAsync(concept, csv, Csv);
        var partial = Read(await Administrator.ImportAsync(concept, csv, Csv, "?mode=partial"));

        Assert.Equal((422, "import-refused"), (refused.Status, refused.Code));
        var problems = refused.Json.GetProperty("report").GetProperty("problems").EnumerateArray().Where(problem => problem.GetProperty("severity").GetString() == "error").ToArray();
        Assert.Contains(problems, problem => (problem.GetProperty("row").GetInt32(), problem.GetProperty("code").GetString(), problem.GetProperty("value").GetString()) == (3, "unknown-sector", "nirgends"));
        Assert.Contains(problems, problem => problem.GetProperty("code").GetString() == "duplicate-id");
        Assert.True(partial.Applied);
        Assert.True(partial.Rejected >= 1);
        Assert.Equal(404, (await Administrator.GetAsync($"/api/concepts/{concept}/measures/neu-2")).Status);
    }

    [Fact]
    public async Task A_report_speaks_the_caller_s_language()
    {
        var concept = await TownAsync();
        var csv = "id;sector;title\nneu-1;nirgends;Titel\n"u8.ToArray();

        var german = await Administrator.ImportAsync(concept, csv, Csv, "?dryRun=true");
        var english = await Administrator.ImportAsync(concept, csv, Csv, "?dryRun=true", language: "en-GB,de;q=0.5");

        Assert.NotEqual(Read(german).Problems[0].Reason, Read(english).Problems[0].Reason);
        Assert.Equal(Read(german).Problems[0].Code, Read(english).Problems[0].Code);
    }

    [Theory]
    [InlineData("application/json", "{\"schemaVersion\":1,\"concept\":{", "invalid-json")]
    [InlineData("application/json", "{\"schemaVersion\":1,\"concept\":{\"town\":\"M\",\"title\":\"T\"},\"measurs\":[]}", "invalid-json")]
    [InlineData("application/json", "{\"schemaVersion\":2,\"concept\":{\"town\":\"M\",\"title\":\"T\"}}", "unsupported-schema-version")]
    [InlineData("application/json", "{\"schemaVersion\":1,\"concept\":{\"id\":\"anderswo\",\"town\":\"M\",\"title\":\"T\"}}", "concept-id-mismatch")]
    [InlineData(Csv, "", "empty-file")]
    [InlineData(Csv, "Anlage\nOhne Fachkonzept und Nummer\n", "not-a-list")]
    [InlineData(Xlsx, "PK but no workbook", "not-a-workbook")]
    public async Task A_broken_file_is_refused_with_its_reason(string type, string content, string code)
    {
        var concept = await TownAsync();

        var answer = await Administrator.ImportAsync(concept, Encoding.UTF8.GetBytes(content), type);

        Assert.True((answer.Status, answer.Code) is (400, { } actual) && actual == code, answer.Text);
    }

    [Fact]
    public async Task A_zip_bomb_is_recognised_before_it_unfolds()
    {
        var concept = await TownAsync();
        using var bomb = new MemoryStream();
        using (var archive = new ZipArchive(bomb, ZipArchiveMode.Create, leaveOpen: true))
        {
            archive.CreateEntry("[Content_Types].xml");
            await using var entry = await archive.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.SmallestSize).OpenAsync(TestContext.Current.CancellationToken);
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 1024; i++)
            {
                await entry.WriteAsync(zeros, TestContext.Current.CancellationToken);
            }
        }

        var answer = await Administrator.ImportAsync(concept, bomb.ToArray(), Xlsx);

        Assert.Equal((400, "workbook-too-large"), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("application/pdf")]
    [InlineData("application/octet-stream")]
    public async Task Another_content_type_is_refused(string type)
    {
        var answer = await Administrator.ImportAsync(await TownAsync(), "id;title"u8.ToArray(), type);

        Assert.Equal((415, "unsupported-media-type"), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("?mode=halb")]
    [InlineData("?dryRun=vielleicht")]
    public async Task A_switch_that_makes_no_sense_is_refused(string query)
    {
        var answer = await Administrator.ImportAsync(await TownAsync(), "{}"u8.ToArray(), "application/json", query);

        Assert.Equal((400, "invalid-parameter"), (answer.Status, answer.Code));
    }

    // Chunked, so that only counting can tell.
    [Fact]
    public async Task An_upload_of_100_megabytes_is_cut_off_at_20()
    {
        var concept = await TownAsync();
        var sent = 0L;
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/concepts/{concept}/import")
        {
            Content = new EndlessContent(100_000_000, bytes => sent += bytes),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(Csv);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", office.Tokens.Issue("Administrator"));
        request.Headers.ExpectContinue = true;

        try
        {
            using var response = await office.Functions.Client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        }
        catch (HttpRequestException)
        {
            // The server hung up on a caller who would not stop; that is an answer too, as long as it came early.
        }

        Assert.InRange(sent, 1, 60_000_000);
        Assert.Equal(200, (await Administrator.GetAsync($"/api/concepts/{concept}")).Status);
    }

    [Fact]
    public async Task An_upload_that_announces_too_much_is_refused_at_once()
    {
        var answer = await Administrator.ImportAsync(await TownAsync(), new byte[20_000_001], Csv);

        Assert.Equal((413, "upload-too-large"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Formulas_are_neutral_in_what_is_exported()
    {
        var concept = await TownAsync();
        await Administrator.PostAsync($"/api/concepts/{concept}/measures", """{"id":"boese","sector":"verkehr","title":"=HYPERLINK(\"https://example.org\";\"Klick\")"}""");

        var csv = await Administrator.GetAsync($"/api/concepts/{concept}/export?format=csv");
        var table = await Administrator.GetAsync($"/api/concepts/{concept}/tables/sector-measures.csv?sector=verkehr");
        using var xlsx = new ZipArchive(new MemoryStream((await Administrator.GetAsync($"/api/concepts/{concept}/export?format=xlsx")).Body));
        using var sheet = new StreamReader(xlsx.Entries.Single(entry => entry.FullName.Contains("worksheets/sheet", StringComparison.Ordinal)).Open());

        Assert.Contains("'=HYPERLINK", csv.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(";=HYPERLINK", csv.Text, StringComparison.Ordinal);
        Assert.Contains("'=HYPERLINK", table.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<x:f>", (await sheet.ReadToEndAsync(TestContext.Current.CancellationToken)).Replace("<f>", "<x:f>", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_large_import_uses_full_transactions_and_leaves_no_journal()
    {
        var concept = TestOffice.NewConcept();

        var report = await Administrator.ImportAsync(concept, Given.Town(concept, measures: 600));

        var table = new TableClient(office.Storage.ConnectionString, "concepts");
        var journal = table.QueryAsync<TableEntity>($"PartitionKey eq '{concept}' and RowKey ge 'import_' and RowKey lt 'import`'", cancellationToken: TestContext.Current.CancellationToken);
        var row = await table.GetEntityAsync<TableEntity>(concept, "concept", cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(600, report.Created.Measures);
        Assert.Empty(await journal.ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal((1L, ""), (row.Value.GetInt64("ContentVersion"), row.Value.GetString("ImportId")));
        Assert.Equal(600, (await Administrator.GetAsync($"/api/concepts/{concept}/measures?limit=1")).Json.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task A_changed_measure_gets_a_revision_that_names_the_import_and_the_others_none()
    {
        var concept = await TownAsync();
        var town = Given.Town(concept);

        var report = await Administrator.ImportAsync(concept, town with { Measures = [town.Measures[0] with { Title = "Anders" }, town.Measures[1]] });
        var revisions = await Administrator.GetAsync($"/api/concepts/{concept}/measures/verkehr-1-1/revisions");

        Assert.Equal((0, 1, 1), (report.Created.Measures, report.Updated.Measures, report.Unchanged.Measures));
        Assert.Equal(2, revisions.Json.GetArrayLength());
        Assert.StartsWith("import:", revisions.Json[1].GetProperty("cause").GetString(), StringComparison.Ordinal);
    }

    private async Task<string> TownAsync()
    {
        var concept = TestOffice.NewConcept();
        await Administrator.ImportAsync(concept, Given.Town(concept));
        return concept;
    }

    private static ImportReport Read(Answer answer)
    {
        Assert.True(answer.Status == 200, answer.Text);
        return JsonSerializer.Deserialize(answer.Body, ContractsJson.Default.ImportReport)!;
    }

    private sealed class EndlessContent(long length, Action<int> sent) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var block = Encoding.ASCII.GetBytes(new string('x', 64 * 1024));
            for (var written = 0L; written < length; written += block.Length)
            {
                await stream.WriteAsync(block);
                sent(block.Length);
            }
        }

        protected override bool TryComputeLength(out long computed)
        {
            computed = 0;
            return false;
        }
    }
}
