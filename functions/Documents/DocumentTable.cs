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

        var found = new Result<FoundTable>[scanned.Count];
        foreach (var (index, table) in scanned.Index())
        {
            found[index] = await lookup.FindAsync(table.Tag, records.GetValueOrDefault(table.Instance)?.Address, cancellationToken);
        }

        return Compare(scanned, records, found);
    }

    /// <summary>Compares the tables of a document with the concept; no table needs another.</summary>
    /// <param name="scanned">What the document shows.</param>
    /// <param name="records">What was rendered last, by instance.</param>
    /// <param name="found">For each table what the concept has now.</param>
    public static DocumentTable[] Compare(IReadOnlyList<ScannedTable> scanned, IReadOnlyDictionary<string, StoredRecord> records, IReadOnlyList<Result<FoundTable>> found)
    {
        var twice = scanned.CountBy(table => table.Instance, StringComparer.Ordinal).Where(instance => instance.Value > 1).Select(instance => instance.Key).ToHashSet(StringComparer.Ordinal);
        return [.. ParallelEnumerable.Range(0, scanned.Count).AsOrdered().Select(index => Compare(scanned[index], records.GetValueOrDefault(scanned[index].Instance), found[index], twice.Contains(scanned[index].Instance)))];
    }

    private static DocumentTable Compare(ScannedTable scanned, StoredRecord? stored, Result<FoundTable> found, bool isDuplicate)
    {
        var plan = found.TryGet(out var current, out _) && scanned.Shown is { } shown ? RefreshPlan.Make(stored?.Record, shown, current.Table) : null;
        return new DocumentTable
        {
            Scanned = scanned,
            Stored = stored,
            Standing = new TableStanding(found, stored?.Record, plan),
            Plan = plan,
            IsDuplicate = isDuplicate,
        };
    }

    /// <summary>Fills in what a view says of the table.</summary>
    /// <param name="view">The view.</param>
    /// <param name="state">Where the table stands.</param>
    /// <param name="left">The changes that are left.</param>
    /// <param name="log">What was done, by concept.</param>
    public T Describe<T>(T view, TableState state, IReadOnlyCollection<PlannedChange> left, IReadOnlyDictionary<ConceptId, IReadOnlyList<ChangeCauseView>> log)
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
            Summary = left.Count > 0 ? Standing.Summarize(Standing.CausesIn(log)) : null,
        });
}
