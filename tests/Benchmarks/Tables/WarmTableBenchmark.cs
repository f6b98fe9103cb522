using System.Net.Http.Json;
using Insek.Office.Benchmarks.Data;
using Insek.Office.Benchmarks.Processes;
using Insek.Office.Benchmarks.Running;
using Insek.Office.Contracts;
using Insek.Office.Functions.Storage;

namespace Insek.Office.Benchmarks.Tables;

/// <summary>A table over HTTP from a snapshot in memory, against the least that could serve its bytes.</summary>
internal static class WarmTableBenchmark
{
    private const int Measures = 5_000;
    private const int PerSample = 40;
    private const int Samples = 11;
    private const int WarmUps = 15;

    private static readonly Uri _table = new($"/api/concepts/musterstadt/tables/sector-measures?sector={GeneratedTown.Sector(0)}", UriKind.Relative);

    public static async Task<IReadOnlyList<Line>> RunAsync(Workbench workbench)
    {
        await using var functions = await ServerProcess.StartFunctionsAsync(workbench);
        functions.Authorize(workbench.Tokens);
        using (var imported = await functions.Client.PostAsJsonAsync(new Uri("/api/concepts/musterstadt/import", UriKind.Relative), GeneratedTown.Document("musterstadt", Measures), ContractsJson.Default.ConceptDocument))
        {
            imported.EnsureSuccessStatusCode();
        }

        var answer = await functions.Client.GetByteArrayAsync(_table);
        var file = Path.Combine(Path.GetTempPath(), $"insek-bench-{Guid.NewGuid():N}.json");
        await File.WriteAllBytesAsync(file, answer);
        try
        {
            await using var baseline = await ServerProcess.StartAsync(PublishedApp.PointRead, new()
            {
                ["Storage"] = workbench.Storage.ConnectionString,
                ["KeyFile"] = workbench.Tokens.KeyFile,
                ["AnswerFile"] = file,
                ["Columns"] = string.Join(',', ConceptRow.StatusColumns),
            });
            baseline.Authorize(workbench.Tokens);
            var pairs = await Pairs.TakeAsync(() => AskAsync(functions.Client, answer.Length), () => AskAsync(baseline.Client, answer.Length), Samples, WarmUps);
            return [pairs.Time($"sector-measures over HTTP, warm ({Unit.Bytes(answer.Length)})", PerSample, limit: 1.5)];
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static Task<Cost> AskAsync(HttpClient client, int length) => Cost.OfAsync(async () =>
    {
        for (var i = 0; i < PerSample; i++)
        {
            var answer = await client.GetByteArrayAsync(_table);
            _ = answer.Length == length ? length : throw new InvalidOperationException("The answers differ.");
        }
    });
}
