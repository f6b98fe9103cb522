using System.Globalization;
using System.IO.Compression;
using Insek.Office.Benchmarks.Running;
using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Documents;
using Insek.Office.Functions.Hosting;
using Insek.Office.Functions.Tables;

namespace Insek.Office.Benchmarks.Documents;

/// <summary>A draft with 100 tables brought up to date, against unzipping and zipping the same file; and whether a row costs the same however many there are.</summary>
internal static class RefreshBenchmark
{
    private const int Rows = 10_000;
    private const int FewRows = 1_000;
    private const int Samples = 5;

    // Ours is far more code than packing is: after 12 calls it was twice as slow as after 60, when the compiler has seen which of it is hot.
    private const int WarmUps = 60;

    private const double TimeLimit = 3;
    private const double HeapLimit = 150_000_000;

    /// <summary>Caches miss more often with more data; beyond this it would no longer be that.</summary>
    private const double RowLimit = 1.5;

    private static readonly RefreshOrder _order = new(ReplacesEdited: false, TracksChanges: false, Author: null, Reports: true);

    public static async Task<IReadOnlyList<Line>> RunAsync()
    {
        var (draft, few) = (new GeneratedDraft(Rows), new GeneratedDraft(FewRows));
        var what = string.Create(CultureInfo.InvariantCulture, $"refresh of {GeneratedDraft.Tables} tables, {Rows:N0} rows ({Unit.Bytes(draft.File.Length)})");
        var pairs = await Pairs.TakeAsync(() => Cost.OfAsync(() => RefreshAsync(draft)), () => Cost.OfAsync(() => PackAsync(draft.File)), Samples, WarmUps);
        var heap = await HighestHeap.OfAsync(() => RefreshAsync(draft));
        var perRow = await Pairs.TakeAsync(() => Cost.OfAsync(() => RefreshAsync(draft)), () => Cost.OfAsync(() => RefreshOftenAsync(few, Rows / FewRows)), Samples, warmUps: 1);
        return
        [
            pairs.Time(what, limit: TimeLimit),
            pairs.Allocation("refresh"),
            new Line("refresh: heap at its highest", Unit.Bytes(heap), Unit.Bytes(HeapLimit), heap / HeapLimit, 1),
            perRow.Time("refresh per row, 10,000 against 1,000", Rows, RowLimit),
            perRow.Allocation("refresh per row, 10,000 against 1,000", Rows, RowLimit),
        ];
    }

    private static async Task RefreshOftenAsync(GeneratedDraft draft, int times)
    {
        for (var i = 0; i < times; i++)
        {
            await RefreshAsync(draft);
        }
    }

    // As the API does it, from the file on disk to the one that is sent; only storage and the network are left out.
    private static async Task RefreshAsync(GeneratedDraft draft)
    {
        await using var body = Spool.Open();
        await body.WriteAsync(draft.File);
        body.Position = 0;
        if (!WordFile.Open(body).TryGet(out var file, out var refusal))
        {
            throw new InvalidOperationException(refusal.Message);
        }

        using (file)
        {
            var (scanned, records) = (DocumentScan.Read(file), RecordReader.ReadAll(file));
            var found = scanned.Select((_, sector) => (Result<FoundTable>)new FoundTable(draft.Now, () => GeneratedDraft.Table(draft.Now, sector))).ToArray();
            var tables = RefreshedTable.Of(DocumentTable.Compare(scanned, records, found), _order);
            await using var copy = Spool.Open();
            body.Position = 0;
            await body.CopyToAsync(copy);
            DocumentRefresh.Write(file, tables, revisions: null, copy);
            var log = new Dictionary<ConceptId, IReadOnlyList<ChangeCauseView>> { [draft.Now.Concept.Id] = [] };
            if (tables.Sum(table => table.View(log).Applied.Count) != draft.Changes || copy.Length == 0)
            {
                throw new InvalidOperationException("The draft was not refreshed.");
            }
        }
    }

    private static async Task PackAsync(byte[] file)
    {
        await using var body = Spool.Open();
        await body.WriteAsync(file);
        body.Position = 0;
        using var source = new ZipArchive(body, ZipArchiveMode.Read, leaveOpen: true);
        await using var copy = Spool.Open();
        using var target = new ZipArchive(copy, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var entry in source.Entries)
        {
            using var from = entry.Open();
            using var to = target.CreateEntry(entry.FullName).Open();
            from.CopyTo(to);
        }
    }
}
