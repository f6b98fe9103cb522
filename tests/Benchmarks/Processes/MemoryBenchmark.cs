using System.Net.Http.Json;
using Insek.Office.Benchmarks.Data;
using Insek.Office.Benchmarks.Running;
using Insek.Office.Contracts;

namespace Insek.Office.Benchmarks.Processes;

/// <summary>The memory of the functions process that holds a large concept.</summary>
internal static class MemoryBenchmark
{
    private const int Measures = 10_000;
    private const double LimitBytes = 200_000_000;

    private static readonly string[] _formats = ["json", "html", "docx"];

    public static async Task<IReadOnlyList<Line>> RunAsync(Workbench workbench)
    {
        await using var importing = await ServerProcess.StartFunctionsAsync(workbench);
        importing.Authorize(workbench.Tokens);
        using (var imported = await importing.Client.PostAsJsonAsync(new Uri("/api/concepts/musterstadt/import", UriKind.Relative), GeneratedTown.Document("musterstadt", Measures), ContractsJson.Default.ConceptDocument))
        {
            imported.EnsureSuccessStatusCode();
        }

        var afterImport = importing.WorkingSetBytes;
        await using var reading = await ServerProcess.StartFunctionsAsync(workbench);
        reading.Authorize(workbench.Tokens);
        foreach (var format in _formats)
        {
            _ = await reading.Client.GetByteArrayAsync(new Uri($"/api/concepts/musterstadt/tables/sector-measures?sector={GeneratedTown.Sector(0)}&format={format}", UriKind.Relative));
        }

        return
        [
            new Line("working set, 10,000 measures loaded, tables rendered", Unit.Bytes(reading.WorkingSetBytes), Unit.Bytes(LimitBytes), reading.WorkingSetBytes / LimitBytes, 1),
            new Line("working set right after importing them", Unit.Bytes(afterImport), Unit.Bytes(LimitBytes), afterImport / LimitBytes, null),
        ];
    }
}
