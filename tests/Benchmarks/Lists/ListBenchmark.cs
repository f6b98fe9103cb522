using System.Globalization;
using ExcelDataReader;
using Insek.Office.Benchmarks.Data;
using Insek.Office.Benchmarks.Running;
using Insek.Office.Domain;
using Insek.Office.Functions.Import;

namespace Insek.Office.Benchmarks.Lists;

/// <summary>A town hall's own list read, mapped and reported in one pass, against the bare reading library on the same file.</summary>
internal static class ListBenchmark
{
    private const int Measures = 10_000;
    private const int Samples = 7;

    // Ours is far more code than the reader is: it is slower until the compiler has seen which of it is hot.
    private const int WarmUps = 60;
    private const double HeapLimit = 100_000_000;

    public static async Task<IReadOnlyList<Line>> RunAsync()
    {
        var file = GeneratedList.Workbook(Measures);
        var concept = GeneratedTown.Snapshot(measures: 8, sectors: 8);
        var pairs = await Pairs.TakeAsync(() => Cost.OfAsync(() => LookAsync(concept, file)), () => Cost.OfAsync(() => Task.Run(() => ReadBare(file))), Samples, WarmUps);
        var heap = await HighestHeap.OfAsync(() => LookAsync(concept, file));
        return
        [
            pairs.Time(string.Create(CultureInfo.InvariantCulture, $"list of {Measures:N0} measures ({Unit.Bytes(file.Length)}), read, mapped, reported"), limit: 2),
            pairs.Allocation("list"),
            new Line("list: heap at its highest", Unit.Bytes(heap), Unit.Bytes(HeapLimit), heap / HeapLimit, 1),
        ];
    }

    private static async Task LookAsync(ConceptSnapshot concept, byte[] file)
    {
        using var stream = new MemoryStream(file, writable: false);
        var request = new ImportRequest(concept.Concept.Id, concept, ImportMode.Atomic, DryRun: true, new MemberId("anna"), DateTimeOffset.UnixEpoch, CultureInfo.GetCultureInfo("de-DE"));
        var read = await ImportFile.PlanAsync(request, new ImportUpload(ImportFormat.List, stream) { Name = "Liste" }, CancellationToken.None);
        if (!read.TryGet(out var plan, out var refusal) || plan.Report.Created.Measures != Measures)
        {
            throw new InvalidOperationException($"The list was not read: {refusal?.Message ?? plan?.Report.Created.ToString()}");
        }
    }

    private static void ReadBare(byte[] file)
    {
        using var stream = new MemoryStream(file, writable: false);
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(stream);
        var characters = 0L;
        while (reader.Read())
        {
            for (var i = 0; i < reader.FieldCount; i++)
            {
                characters += reader.GetValue(i) is string text ? text.Length : 0;
            }
        }

        if (characters == 0)
        {
            throw new InvalidOperationException("The bare reader read nothing.");
        }
    }
}
