using System.Xml;
using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Tables;

namespace Insek.Office.Functions.Documents;

/// <summary>A table in a document, with what was rendered last and what the concept has now.</summary>
internal sealed record DocumentTable
{
    /// <summary>What the document shows.</summary>
    public required ScannedTable Scanned { get; init; }

    /// <summary>What was rendered last; null where the document has lost it.</summary>
    public StoredRecord? Stored { get; init; }

    /// <summary>What changed in the concept.</summary>
    public required TableStanding Standing { get; init; }

    /// <summary>What a refresh would do; null where the table cannot be made, or the control is damaged.</summary>
    public RefreshPlan? Plan { get; init; }

    /// <summary>Whether another content control has the same instance.</summary>
    public bool IsDuplicate { get; init; }

    /// <summary>Why a refresh must leave it: a code; null where nothing is in the way.</summary>
    public string? Obstacle => Plan is null ? Standing.Found is null ? Standing.Reason : "control-damaged"
        : IsDuplicate ? "control-duplicate"
        : Scanned.IsNested ? "control-nested"
        : Stored is null ? "record-lost"
        : null;

    /// <summary>Reads the tables of a document.</summary>
    /// <returns>The tables in reading order; or why the document cannot be read.</returns>
    public static async Task<Result<IReadOnlyList<DocumentTable>>> ReadAllAsync(WordFile file, TableLookup lookup, CancellationToken cancellationToken)
    {
        List<ScannedTable> scanned;
        Dictionary<string, StoredRecord> records;
        try
        {
            (scanned, records) = (DocumentScan.Read(file), RecordReader.ReadAll(file));
        }
        catch (XmlException e)
        {
            return new DamagedDocument(file.Document, e.LineNumber);
        }
        catch (InvalidDataException)
        {
            return new NotADocument();
        }
        catch (PartTooLargeException)
        {
            return new DocumentTooLarge(FormattableString.Invariant($"{LimitedStream.MaxBytes / 1024 / 1024} MiB, or packs better than {LimitedStream.MaxRatio} to 1, in one part"));
        }

        var twice = scanned.GroupBy(table => table.Instance, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet(StringComparer.Ordinal);
        var tables = new DocumentTable[scanned.Count];
        foreach (var (index, table) in scanned.Index())
        {
            var stored = records.GetValueOrDefault(table.Instance);
            var found = await lookup.FindAsync(table.Tag, stored?.Address, cancellationToken);
            tables[index] = new DocumentTable
            {
                Scanned = table,
                Stored = stored,
                Standing = new TableStanding(found, stored?.Record),
                Plan = found.TryGet(out var current, out _) && table.Shown is { } shown ? RefreshPlan.Make(stored?.Record, shown, current.Table) : null,
                IsDuplicate = twice.Contains(table.Instance),
            };
        }

        return tables;
    }

    /// <summary>Fills in what a view says of the table.</summary>
    /// <param name="view">The view.</param>
    /// <param name="state">Where the table stands.</param>
    /// <param name="left">The changes that are left.</param>
    /// <param name="summary">What changed in the concept.</param>
    public T Describe<T>(T view, TableState state, IReadOnlyCollection<PlannedChange> left, TableChangeSummary? summary)
        where T : DocumentTableView => (T)(view with
        {
            Concept = Standing.Found?.Table.Concept.Value ?? Stored?.Address.Concept,
            Definition = Standing.Found?.Table.Definition ?? Stored?.Address.Definition,
            Parameters = Standing.Found?.Table.Parameters.ToString() ?? Stored?.Address.Parameters,
            Title = Scanned.Title,
            Caption = Scanned.Caption,
            State = ParameterValue.Of(state),
            Changes = left.Count,
            Conflicts = left.Count(change => change.IsConflict),
            EditedCells = Plan?.EditedCells ?? 0,
            Duplicate = IsDuplicate,
            RecordLost = Stored is null,
            Nested = Scanned.IsNested,
            Damaged = Scanned.Shown is null,
            RecordedAsOf = Stored?.Record.AsOf,
            CurrentAsOf = Standing.Found?.Table.AsOf,
            Summary = left.Count > 0 ? summary : null,
        });
}
