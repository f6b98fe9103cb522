using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using Insek.Office.Contracts;
using Insek.Office.Functions.Tests.Host;

namespace Insek.Office.Functions.Tests.Api;

/// <summary>Town halls' own lists over HTTP: look, decide, import, and the next edition.</summary>
public sealed class ListImportTests(TestOffice office)
{
    private const string List = """
        Maßnahmenkatalog der Stadt;;;;;
        Nr.;Maßnahme;Handlungsfeld;Priorität;Kosten;Notiz
        1;Radweg Elbstraße;Verkehr;1;250 bis 300 Tsd. €;mit „Anführung“
        2;Bäume pflanzen;Grünes;3;1.250.000 €;
        Summe;;;;;
        """;

    private OfficeClient Administrator => office.As("Administrator");

    [Fact]
    public async Task A_list_is_looked_at_decided_about_imported_and_exported_with_what_it_says_besides()
    {
        var concept = await TownAsync();
        var looked = Read(await SendAsync(concept, List, null, "?dryRun=true"));
        var answers = Answer(looked.List!, ("sector:Grünes", "umwelt"), ("priority-order", "oneIsHigh"));

        var refused = await SendAsync(concept, List, null, "");
        var imported = Read(await SendAsync(concept, List, answers, ""));
        var again = Read(await SendAsync(concept, List, imported.List!.Mapping, ""));
        var exported = (await Administrator.GetAsync($"/api/concepts/{concept}/export?format=json")).Json.GetProperty("measures").EnumerateArray().ToDictionary(measure => measure.GetProperty("title").GetString()!);

        Assert.Equal((422, "questions-open"), (refused.Status, refused.Code));
        Assert.True(looked is { Applied: false, DryRun: true } && imported.Applied);
        Assert.Equal((2, 0, 2), (imported.Created.Measures, again.Updated.Measures, again.Unchanged.Measures));
        var origin = exported["Radweg Elbstraße"].GetProperty("origin");
        Assert.Equal(("Katalog", 3), (origin.GetProperty("list").GetString(), origin.GetProperty("row").GetInt32()));
        Assert.Equal(["Kosten: 250 bis 300 Tsd. €", "Notiz: mit „Anführung“"], origin.GetProperty("cells").EnumerateArray().Select(cell => $"{cell.GetProperty("heading").GetString()}: {cell.GetProperty("text").GetString()}"));
        Assert.Equal(("high", "umwelt", 1_250_000m), (exported["Radweg Elbstraße"].GetProperty("priority").GetString(), exported["Bäume pflanzen"].GetProperty("sector").GetString(), exported["Bäume pflanzen"].GetProperty("costEuro").GetDecimal()));
    }

    [Fact]
    public async Task What_a_list_says_besides_outlasts_edits_and_is_logged_without_a_revision()
    {
        var concept = await TownAsync();
        const string list = "Nr.;Maßnahme;Handlungsfeld;Notiz\n7;Radweg;Verkehr;alt\n";
        await SendAsync(concept, list, null, "");
        var written = await Administrator.GetAsync($"/api/concepts/{concept}/measures/7");

        var edited = await Administrator.SendAsync(HttpMethod.Put, $"/api/concepts/{concept}/measures/7", new StringContent("""{"sector":"verkehr","title":"Radweg breit","externalId":"7"}""", Encoding.UTF8, "application/json"), written.ETag);
        var next = Read(await SendAsync(concept, list.Replace("alt", "neu", StringComparison.Ordinal).Replace("Radweg", "Radweg breit", StringComparison.Ordinal), null, ""));
        var revisions = await Administrator.GetAsync($"/api/concepts/{concept}/measures/7/revisions");
        var log = new TableClient(office.Storage.ConnectionString, "concepts").QueryAsync<TableEntity>($"PartitionKey eq '{concept}' and RowKey ge 'log_' and RowKey lt 'log`'", cancellationToken: TestContext.Current.CancellationToken);
        var measure = await Administrator.GetAsync($"/api/concepts/{concept}/measures/7");

        Assert.True(edited.Status == 200, edited.Text);
        Assert.Equal(1, next.Updated.Measures);
        Assert.Equal(2, revisions.Json.GetArrayLength());
        Assert.Contains(await log.ToListAsync(TestContext.Current.CancellationToken), entry => entry.GetString("Kind") == "Relabelled" && entry.GetString("Item") == "7");
        Assert.Equal("neu", measure.Json.GetProperty("origin").GetProperty("cells")[0].GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("text/csv")]
    [InlineData("application/vnd.ms-excel")]
    public async Task A_list_needs_no_form(string type)
    {
        var report = Read(await Administrator.ImportAsync(await TownAsync(), Encoding.Latin1.GetBytes("Nr.\tMaßnahme\tHandlungsfeld\n1\tStraße\tVerkehr\n"), type, "?dryRun=true"));

        Assert.Equal(("text", "windows-1252", "\t", "Straße"), (report.List!.Format, report.List.Encoding, report.List.Delimiter, report.List.Rows[1].Title));
    }

    [Theory]
    [InlineData("""{"version":2}""", "unsupported-mapping-version")]
    [InlineData("""{"version":1,"spalten":[]}""", "invalid-mapping")]
    [InlineData("""{"version":1,""", "invalid-mapping")]
    public async Task A_mapping_that_cannot_be_read_is_refused(string mapping, string code)
    {
        using var form = Form(List);
        form.Add(new StringContent(mapping, Encoding.UTF8, "application/json"), "mapping");

        var answer = await Administrator.SendAsync(HttpMethod.Post, $"/api/concepts/{await TownAsync()}/import?dryRun=true", form);

        Assert.Equal((400, code), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task A_form_without_a_file_and_a_form_that_ends_too_soon_are_refused()
    {
        var concept = await TownAsync();
        var without = await Administrator.SendAsync(HttpMethod.Post, $"/api/concepts/{concept}/import", new MultipartFormDataContent { { new StringContent("x"), "anderes" } });
        var cut = await Administrator.ImportAsync(concept, "--x\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nNr."u8.ToArray(), "multipart/form-data; boundary=x");

        Assert.Equal((400, "invalid-form"), (without.Status, without.Code));
        Assert.Equal((400, "invalid-form"), (cut.Status, cut.Code));
    }

    [Fact]
    public async Task A_file_that_is_no_list_is_refused_with_its_reason()
    {
        var answer = await Administrator.ImportAsync(await TownAsync(), "Sektor;2018;2019\nVerkehr;12;13\n"u8.ToArray(), "text/csv");

        Assert.Equal((400, "not-a-list", "no-header"), (answer.Status, answer.Code, answer.Json.GetProperty("reason").GetString()));
    }

    private async Task<string> TownAsync()
    {
        var concept = TestOffice.NewConcept();
        await Administrator.ImportAsync(concept, Given.Town(concept) with { Measures = [] });
        return concept;
    }

    private Task<Answer> SendAsync(string concept, string list, ListMapping? mapping, string query)
    {
        var form = Form(list);
        if (mapping is not null)
        {
            form.Add(new StringContent(JsonSerializer.Serialize(mapping, ContractsJson.Default.ListMapping), Encoding.UTF8, "application/json"), "mapping");
        }

        return Administrator.SendAsync(HttpMethod.Post, $"/api/concepts/{concept}/import{query}", form);
    }

    private static MultipartFormDataContent Form(string list)
    {
        var file = new ByteArrayContent(Encoding.UTF8.GetBytes(list));
        file.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        return new MultipartFormDataContent { { file, "file", "Katalog.csv" } };
    }

    private static ListMapping Answer(ListReport report, params (string Question, string Value)[] answers) => report.Mapping with
    {
        Answers = [.. answers.Select(answer => new ListAnswer { Question = report.Questions.Single(question => question.Id == answer.Question).Id, Value = answer.Value })],
    };

    private static ImportReport Read(Answer answer)
    {
        Assert.True(answer.Status == 200, answer.Text);
        return JsonSerializer.Deserialize(answer.Body, ContractsJson.Default.ImportReport)!;
    }
}
