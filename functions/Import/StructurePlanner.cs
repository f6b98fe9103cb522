using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Mapping;

namespace Insek.Office.Functions.Import;

/// <summary>A concept's frame after an import: head, planning areas and sector concepts.</summary>
/// <param name="Head">The head as it will be; a blank one where a new concept's head was rejected.</param>
/// <param name="HeadOutcome">What became of the head.</param>
/// <param name="Areas">Planning areas.</param>
/// <param name="Sectors">Sector concepts.</param>
internal sealed record Structure(Concept Head, HeadOutcome HeadOutcome, PlannedParts<PlanningArea> Areas, PlannedParts<SectorConcept> Sectors);

/// <summary>What becomes of a head.</summary>
internal enum HeadOutcome
{
    /// <summary>The file has none.</summary>
    Absent,

    /// <summary>It reads like this already.</summary>
    Unchanged,

    /// <summary>It is recorded for the first time.</summary>
    Created,

    /// <summary>It changes.</summary>
    Updated,

    /// <summary>It cannot be taken.</summary>
    Rejected,
}

/// <summary>All areas or sector concepts after an import, and what became of those in the file.</summary>
internal sealed class PlannedParts<T>
{
    public required IReadOnlyList<T> All { get; init; }

    public required IReadOnlyList<T> Changed { get; init; }

    /// <summary>The keys of those that could not be taken.</summary>
    public required IReadOnlySet<string> Rejected { get; init; }

    /// <summary>The row of each key.</summary>
    public required IReadOnlyDictionary<string, int> Rows { get; init; }

    public int Created { get; init; }

    public int Unchanged { get; init; }

    public int RejectedCount { get; init; }
}

/// <summary>Plans head, planning areas and sector concepts of a concept document.</summary>
internal static class StructurePlanner
{
    public static Structure Plan(ImportRequest request, ConceptDocument document, ImportLog log)
    {
        var (head, outcome) = PlanHead(request, document.Concept, log);
        var areas = PlanParts(
            new PartKind<PlanningArea, AreaDocument>("areas", "id", area => area?.Id, area => area.Id.Value, area => area.Order, (area, order) => (area ?? new()).ToDomain(order)),
            request.Present?.Areas ?? [], document.Areas, log);
        var sectors = PlanParts(
            new PartKind<SectorConcept, SectorDocument>("sectors", "key", sector => sector?.Key, sector => sector.Key.Value, sector => sector.Order, (sector, order) => (sector ?? new()).ToDomain(order)),
            request.Present?.Sectors ?? [], document.Sectors, log);
        return new Structure(head, outcome, areas, sectors);
    }

    /// <summary>The frame of an import that brings measures only.</summary>
    public static Structure Keep(ConceptSnapshot present) => new(present.Concept, HeadOutcome.Absent, Keep(present.Areas), Keep(present.Sectors));

    /// <summary>The frame of an import that brings measures and the sector concepts they need.</summary>
    public static Structure Keep(ConceptSnapshot present, IReadOnlyList<SectorConcept> added) => Keep(present) with
    {
        Sectors = new PlannedParts<SectorConcept>
        {
            All = [.. present.Sectors, .. added],
            Changed = added,
            Rejected = new HashSet<string>(),
            Rows = new Dictionary<string, int>(),
            Created = added.Count,
        },
    };

    private static PlannedParts<T> Keep<T>(IReadOnlyList<T> present) => new()
    {
        All = present,
        Changed = [],
        Rejected = new HashSet<string>(),
        Rows = new Dictionary<string, int>(),
    };

    private static (Concept Head, HeadOutcome Outcome) PlanHead(ImportRequest request, ConceptHead document, ImportLog log)
    {
        var present = request.Present?.Concept;
        if (!document.ToDomain(request.Concept).TryGet(out var head, out var refusal))
        {
            Report(log, "concept", row: null, refusal);
            return (present ?? new Concept { Id = request.Concept, Town = "", Title = "" }, HeadOutcome.Rejected);
        }

        return present is null ? (head, HeadOutcome.Created) : head == present ? (present, HeadOutcome.Unchanged) : (head, HeadOutcome.Updated);
    }

    private static PlannedParts<T> PlanParts<T, TDocument>(PartKind<T, TDocument> kind, IReadOnlyList<T> present, IReadOnlyList<TDocument?> documents, ImportLog log)
        where T : notnull
    {
        var keys = documents.Select(kind.KeyOfDocument).ToArray();
        var rows = keys.Select((key, index) => (Key: key, Row: index + 1)).Where(named => named.Key is not null).ToLookup(named => named.Key!, named => named.Row, StringComparer.Ordinal);
        var all = present.ToDictionary(kind.KeyOf, StringComparer.Ordinal);
        var orders = PartOrder.Of(keys, all.ToDictionary(pair => pair.Key, pair => kind.OrderOf(pair.Value), StringComparer.Ordinal));
        var changed = new List<T>();
        var rejected = new HashSet<string>(StringComparer.Ordinal);
        var (created, unchanged, rejectedCount) = (0, 0, 0);
        for (var i = 0; i < documents.Count; i++)
        {
            if (Read(kind, documents[i], orders[i], i + 1, rows, log) is not { } part)
            {
                rejected.Add(keys[i] ?? "");
                rejectedCount++;
                continue;
            }

            var key = kind.KeyOf(part);
            var isNew = !all.TryGetValue(key, out var before);
            if (!isNew && part.Equals(before))
            {
                unchanged++;
                continue;
            }

            created += isNew ? 1 : 0;
            all[key] = part;
            changed.Add(part);
        }

        return new PlannedParts<T>
        {
            All = [.. all.Values],
            Changed = changed,
            Rejected = rejected,
            Rows = rows.ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal),
            Created = created,
            Unchanged = unchanged,
            RejectedCount = rejectedCount,
        };
    }

    private static T? Read<T, TDocument>(PartKind<T, TDocument> kind, TDocument? document, int order, int row, ILookup<string, int> rows, ImportLog log)
        where T : notnull
    {
        var key = kind.KeyOfDocument(document);
        var isRepeated = key is not null && rows[key].Skip(1).Any();
        if (isRepeated)
        {
            log.Add(ImportLog.Error, "duplicate-id", new ImportPlace(kind.Part, row, kind.KeyField), key, string.Join(", ", rows[key!].Where(other => other != row).Take(5)));
        }

        if (kind.ToDomain(document, order).TryGet(out var part, out var refusal))
        {
            return isRepeated ? default : part;
        }

        Report(log, kind.Part, row, refusal);
        return default;
    }

    private static void Report(ImportLog log, string part, int? row, Refusal refusal)
    {
        foreach (var problem in ((InvalidContent)refusal).Problems)
        {
            log.Add(ImportLog.Error, problem.Code, new ImportPlace(part, row, problem.Field), problem.Value);
        }
    }

    private sealed record PartKind<T, TDocument>(
        string Part, string KeyField, Func<TDocument?, string?> KeyOfDocument, Func<T, string> KeyOf, Func<T, int> OrderOf, Func<TDocument?, int, Result<T>> ToDomain)
        where T : notnull;
}
