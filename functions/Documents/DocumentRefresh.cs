using System.IO.Compression;
using System.Text;
using System.Xml;
using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Hosting;
using Insek.Office.Functions.Rendering;
using Insek.Office.Functions.Tables;

namespace Insek.Office.Functions.Documents;

/// <summary>Carries out a refresh: decides for every table, writes the text and the records, and leaves every other part as it is packed.</summary>
internal sealed class DocumentRefresh(TableStatuses statuses, TimeProvider clock)
{
    // About what a row of a record takes, so that its memory need not grow.
    private const int BytesPerRow = 400;

    private static readonly XmlWriterSettings _recordSettings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), NewLineHandling = NewLineHandling.Entitize };

    /// <summary>Refreshes a document.</summary>
    /// <returns>The file, with what was done.</returns>
    public async Task<RefreshedDocument> RunAsync(OpenedDocument document, RefreshOrder order, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var refreshed = RefreshedTable.Of(document.Tables, order);
        var log = await statuses.ReadLogAsync(document.Tables.Select(table => table.Standing), document.Lookup.Directory, cancellationToken);
        var report = new DocumentRefreshView(now, [.. refreshed.Select(table => table.View(log))]);
        var target = Spool.Open();
        try
        {
            document.Body.Position = 0;
            await document.Body.CopyToAsync(target, cancellationToken);
            Write(document.File, refreshed, order.TracksChanges ? new Revisions(order.Author ?? Revisions.DefaultAuthor, now) : null, target);
            target.Position = 0;
            return new RefreshedDocument(target, document.File.MediaType, report, order.Reports);
        }
        catch
        {
            await target.DisposeAsync();
            throw;
        }
    }

    /// <summary>Writes what has changed into a copy of the file.</summary>
    public static void Write(WordFile file, IEnumerable<RefreshedTable> tables, Revisions? revisions, Stream copy)
    {
        var touched = tables.Where(table => table.IsTouched).ToArray();
        if (touched.Length == 0)
        {
            return;
        }

        // What is not opened is copied as it is packed.
        using var zip = new ZipArchive(copy, ZipArchiveMode.Update, leaveOpen: true);
        var edits = touched.ToDictionary(
            table => table.Table.Scanned.Number,
            table => new ControlEdit(table.Outcome!, table.Table.Standing.Found!.Table, revisions, table.Table.Scanned.RowPlaces));
        using (var text = Replace(zip, file.Document))
        {
            if (file.ReadText() is not { } whole || !TextSplice.TryWrite(whole, edits, inOrder: revisions is not null, text))
            {
                DocumentRewrite.Write(file, edits, text);
            }
        }

        foreach (var (part, record) in touched.AsParallel().AsOrdered().Select(table => (table.Table.Stored!.Part, Record(table))))
        {
            using var stream = Replace(zip, part);
            stream.SetLength(record.Length);
            record.WriteTo(stream);
        }
    }

    private static MemoryStream Record(RefreshedTable table)
    {
        var record = new MemoryStream(BytesPerRow * (1 + table.Outcome!.Record!.Rows.Count));
        using var xml = XmlWriter.Create(record, _recordSettings);
        xml.WriteStartDocument(standalone: true);
        var found = table.Table.Standing.Found!.Table;
        TableDataPart.Write(xml, table.Table.Scanned.Instance, found.Concept.Value, found.Definition, found.Parameters.ToString(), table.Outcome.Record);
        return record;
    }

    // An entry that is opened to be changed is unpacked first; a new one of its name is not. Word, too, packs as fast as it can.
    private static Stream Replace(ZipArchive zip, string part)
    {
        zip.GetEntry(part)!.Delete();
        return zip.CreateEntry(part, CompressionLevel.Fastest).Open();
    }
}

/// <summary>A table of a document and what a refresh makes of it.</summary>
internal sealed class RefreshedTable
{
    private readonly RefreshOrder _order;

    private RefreshedTable(DocumentTable table, RefreshOrder order)
    {
        (Table, _order) = (table, order);
        if (table.Obstacle is null)
        {
            Outcome = table.Plan!.Apply(Decide(table.Plan, order));
        }
    }

    /// <summary>The table.</summary>
    public DocumentTable Table { get; }

    /// <summary>Decides for each table; no table needs another.</summary>
    public static RefreshedTable[] Of(IReadOnlyList<DocumentTable> tables, RefreshOrder order) =>
        [.. tables.AsParallel().AsOrdered().Select(table => new RefreshedTable(table, order))];

    /// <summary>What becomes of it; null where it is left as it is.</summary>
    public RefreshOutcome? Outcome { get; }

    /// <summary>Whether anything is written: a record that has only newer revisions is not worth it.</summary>
    public bool IsTouched => Outcome is { Record: not null } && (!Outcome.LeavesDocument(Table.Scanned.Shown!.Rows.Count) || Outcome.Record.Hash != Table.Stored!.Record.Hash);

    /// <summary>What was done, and where the table stands afterwards.</summary>
    public RefreshedTableView View(IReadOnlyDictionary<ConceptId, IReadOnlyList<ChangeCauseView>> log) => Table.Describe(
        new RefreshedTableView
        {
            Instance = Table.Scanned.Instance,
            Tag = Table.Scanned.Tag,
            State = "",
            Reason = Table.Obstacle,
            Applied = [.. (Outcome?.Applied ?? []).Select(ViewOf)],
            Left = [.. Left.Select(ViewOf)],
        },
        StateAfter,
        Left,
        log);

    private ValueList<PlannedChange> Left => Outcome?.Left ?? Table.Plan?.Changes ?? [];

    private TableState StateAfter => Table.Plan is not { } plan ? TableState.Unknown
        : Left.Count > 0 ? TableState.Outdated
        : plan.Edits.Any(edit => !_order.ReplacesEdited || edit.Kind is HandEditKind.Extra or HandEditKind.Own) ? TableState.Edited
        : TableState.Current;

    // What somebody made the document's own stays so: that was decided with open eyes.
    private static Dictionary<string, RefreshDecision> Decide(RefreshPlan plan, RefreshOrder order)
    {
        var decisions = new Dictionary<string, RefreshDecision>(StringComparer.Ordinal);
        foreach (var change in plan.Changes.Where(change => !(change.Kind is TableChangeKind.Shape && order.TracksChanges) && (!change.IsConflict || order.ReplacesEdited)))
        {
            decisions[change.Id] = change.IsConflict ? RefreshDecision.Concept : RefreshDecision.Accept;
        }

        foreach (var edit in plan.Edits.Where(edit => order.ReplacesEdited && edit.Kind is (HandEditKind.Edit or HandEditKind.LeftOut)))
        {
            decisions[edit.Id] = RefreshDecision.Concept;
        }

        return decisions;
    }

    private static TableChangeView ViewOf(PlannedChange change) => new()
    {
        Id = change.Id,
        Kind = change.Id.Split(':')[0],
        Row = change.Row,
        Column = change.Column,
        Item = change.Item,
        Conflict = change.IsConflict,
        Before = change.Before,
        After = change.After,
        Mine = change.Mine,
    };
}
