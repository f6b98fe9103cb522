using Insek.Office.Benchmarks.Data;
using Insek.Office.Benchmarks.Running;
using Insek.Office.Domain;
using Insek.Office.Functions.Rendering;

namespace Insek.Office.Benchmarks.Tables;

/// <summary>Rendering of 100, 1,000 and 10,000 measures in one table: what a measure costs must not grow with their number.</summary>
internal static class RenderingBenchmark
{
    private const int Samples = 7;

    /// <summary>Caches miss more often with more data; beyond this it would no longer be that.</summary>
    private const double Limit = 1.5;

    private static readonly string[] _formats = ["json", "html", "docx"];

    public static async Task<IReadOnlyList<Line>> RunAsync()
    {
        var (hundred, thousand, tenThousand) = (GeneratedTown.Snapshot(100, sectors: 1), GeneratedTown.Snapshot(1_000, sectors: 1), GeneratedTown.Snapshot(10_000, sectors: 1));
        var lines = new List<Line>();
        foreach (var format in _formats)
        {
            lines.AddRange(await CompareAsync($"{format} per measure, 1,000 against 100", format, (thousand, 10), (hundred, 100)));
            lines.AddRange(await CompareAsync($"{format} per measure, 10,000 against 1,000", format, (tenThousand, 1), (thousand, 10)));
        }

        return lines;
    }

    // Both sides render the same number of measures: the larger table seldom, the smaller one often.
    private static async Task<IReadOnlyList<Line>> CompareAsync(string what, string format, (ConceptSnapshot Concept, int Times) larger, (ConceptSnapshot Concept, int Times) smaller)
    {
        var pairs = await Pairs.TakeAsync(() => RenderAsync(larger.Concept, larger.Times, format), () => RenderAsync(smaller.Concept, smaller.Times, format), Samples);
        var measures = larger.Times * larger.Concept.Measures.Count;
        return [pairs.Time(what, measures, Limit), pairs.Allocation(what, measures, Limit)];
    }

    private static Task<Cost> RenderAsync(ConceptSnapshot concept, int times, string format) => Cost.OfAsync(() =>
    {
        _ = TableDefinition.Find("sector-measures").TryGet(out var definition, out _);
        _ = TableFormat.Find(format).TryGet(out var found, out _);
        for (var i = 0; i < times; i++)
        {
            var table = definition!.Build(concept, new TableParameters { Sector = new SectorKey(GeneratedTown.Sector(0)) });
            found!.Render(table, TableInstance.Derive(table), Stream.Null);
        }

        return Task.CompletedTask;
    });
}
