using System.Text.Json;
using Azure.Data.Tables;
using Insek.Office.Contracts;
using Insek.Office.Functions.Tests.Host;

namespace Insek.Office.Functions.Tests.Hosting;

/// <summary>The host ends a handler by SIGKILL, whatever it is doing.</summary>
public sealed class KillTests(TestOffice office)
{
    private const int Measures = 3_000;

    [Fact]
    public async Task An_import_killed_in_the_middle_shows_the_version_before_it_and_is_carried_out_by_the_next_process()
    {
        var concept = TestOffice.NewConcept();
        await office.As("Administrator").ImportAsync(concept, Given.Town(concept));
        var settings = office.Settings(office.Storage);
        settings["Imports__AbandonedAfter"] = "01:00:00";
        await using (var victim = await FunctionsProcess.StartAsync(settings))
        {
            var import = ImportAsync(victim, concept);
            await WrittenHalfAsync(concept);
            await victim.KillAsync();
            await Assert.ThrowsAnyAsync<Exception>(() => import);
        }

        // A process with nothing in its memory, while the import lies there half written: the version before, whole.
        await using (var patient = await FunctionsProcess.StartAsync(settings))
        {
            var reader = new OfficeClient(patient.Client, office.Tokens.Issue("Administrator"));
            var meanwhile = await reader.GetAsync($"/api/concepts/{concept}/measures?limit=1");
            var unchanged = await reader.GetAsync($"/api/concepts/{concept}/measures/verkehr-1-1");
            var revisions = await reader.GetAsync($"/api/concepts/{concept}/measures/verkehr-1-1/revisions");
            var refused = await reader.PostAsync($"/api/concepts/{concept}/measures", """{"sector":"verkehr","title":"Zwischenruf"}""");

            Assert.Equal(2, meanwhile.Json.GetProperty("total").GetInt32());
            Assert.Equal("Maßnahme 1", unchanged.Json.GetProperty("title").GetString());
            Assert.Equal(1, revisions.Json.GetArrayLength());
            Assert.Equal((409, "import-running"), (refused.Status, refused.Code));
        }

        // A process that takes the import for abandoned carries it out before its own write.
        settings["Imports__AbandonedAfter"] = "00:00:01";
        await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        await using var next = await FunctionsProcess.StartAsync(settings);
        var client = new OfficeClient(next.Client, office.Tokens.Issue("Administrator"));
        var written = await client.PostAsync($"/api/concepts/{concept}/measures", """{"id":"nachzuegler","sector":"verkehr","title":"Danach"}""");
        var after = await client.GetAsync($"/api/concepts/{concept}/measures?limit=1");
        var changed = await client.GetAsync($"/api/concepts/{concept}/measures/verkehr-1-1");

        Assert.Equal(201, written.Status);
        Assert.Equal(Measures + 1, after.Json.GetProperty("total").GetInt32());
        Assert.Equal("Geändert 1", changed.Json.GetProperty("title").GetString());
        Assert.Equal(2, changed.Json.GetProperty("revision").GetInt32());
    }

    private async Task ImportAsync(FunctionsProcess functions, string concept)
    {
        var town = Given.Town(concept, Measures);
        var changed = town with { Measures = [.. town.Measures.Select((measure, index) => measure with { Title = FormattableString.Invariant($"Geändert {index + 1}") })] };
        await new OfficeClient(functions.Client, office.Tokens.Issue("Administrator"))
            .ImportAsync(concept, JsonSerializer.SerializeToUtf8Bytes(changed, ContractsJson.Default.ConceptDocument), "application/json");
    }

    // The concept's own row says how many chunks are written.
    private async Task WrittenHalfAsync(string concept)
    {
        var table = new TableClient(office.Storage.ConnectionString, "concepts");
        while (true)
        {
            var row = await table.GetEntityAsync<TableEntity>(concept, "concept", ["ImportNext", "ImportChunks"], TestContext.Current.CancellationToken);
            if (row.Value.GetInt32("ImportChunks") is > 4 and var chunks && row.Value.GetInt32("ImportNext") is { } next && next > 2 && next < chunks - 2)
            {
                return;
            }
        }
    }
}
