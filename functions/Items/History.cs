using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Problems;
using Insek.Office.Functions.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Insek.Office.Functions.Items;

/// <summary>Revisions of a goal or measure, and what changed between two of them.</summary>
internal static class History
{
    public static void MapHistory(this IEndpointRouteBuilder items, string name, ItemKind kind)
    {
        items.MapGet("/{id}/revisions", (string concept, string id, ConceptReader reader, CancellationToken cancellationToken) => ListAsync(kind, concept, id, reader, cancellationToken))
            .WithName($"List{name}Revisions")
            .WithSummary("Every revision, oldest first.");
        items.MapGet("/{id}/diff", (string concept, string id, int? from, int? to, ConceptReader reader, CancellationToken cancellationToken) => DiffAsync(kind, concept, id, from, to, reader, cancellationToken))
            .WithName($"Diff{name}Revisions")
            .WithSummary("What changed between two revisions, field by field; by default from the one before the last to the last.");
    }

    private static async Task<Results<Ok<IReadOnlyList<RevisionView>>, ProblemHttpResult>> ListAsync(
        ItemKind kind, string concept, string id, ConceptReader reader, CancellationToken cancellationToken)
    {
        var found = await FindAsync(kind, concept, id, reader, cancellationToken);
        if (!found.TryGet(out var current, out var refusal))
        {
            return refusal.ToProblem();
        }

        var revisions = new List<RevisionView>();
        await foreach (var row in reader.RevisionsAsync(new ConceptId(concept), new ItemId(id), cancellationToken))
        {
            // While an import runs, its revisions are there before the import is: readers see neither.
            if (row.Revision <= current)
            {
                revisions.Add(View(kind, row));
            }
        }

        return TypedResults.Ok<IReadOnlyList<RevisionView>>(revisions);
    }

    private static async Task<Results<Ok<DiffView>, ProblemHttpResult>> DiffAsync(
        ItemKind kind, string concept, string id, int? from, int? to, ConceptReader reader, CancellationToken cancellationToken)
    {
        var found = await FindAsync(kind, concept, id, reader, cancellationToken);
        if (!found.TryGet(out var current, out var refusal))
        {
            return refusal.ToProblem();
        }

        var later = to ?? current;
        var earlier = from ?? Math.Max(1, later - 1);
        if (later < 1 || later > current || earlier < 1 || earlier > current)
        {
            return new UnknownRevision(id, later < 1 || later > current ? later : earlier).ToProblem();
        }

        var before = await reader.FindRevisionAsync(new ConceptId(concept), new ItemId(id), earlier, cancellationToken);
        var after = await reader.FindRevisionAsync(new ConceptId(concept), new ItemId(id), later, cancellationToken);
        return before is null || after is null
            ? new UnknownRevision(id, before is null ? earlier : later).ToProblem()
            : TypedResults.Ok(new DiffView { Id = id, From = earlier, To = later, Fields = ContentDiff.Between(kind, before.ReadContent(), after.ReadContent()) });
    }

    private static async Task<Result<int>> FindAsync(ItemKind kind, string concept, string id, ConceptReader reader, CancellationToken cancellationToken)
    {
        if (await reader.FindAsync(new ConceptId(concept), cancellationToken) is not { } reading)
        {
            return new UnknownConcept(concept);
        }

        var item = new ItemId(id);
        var revision = kind is ItemKind.Goal ? reading.Snapshot.FindGoal(item)?.Revision : reading.Snapshot.FindMeasure(item)?.Revision;
        return revision is { } number ? number : new UnknownItem(kind, id);
    }

    private static RevisionView View(ItemKind kind, RevisionRow row) => new()
    {
        Revision = row.Revision,
        Change = ParameterValue.OfName(row.Change),
        At = row.At,
        By = row.By,
        Reason = row.Reason,
        Cause = row.Cause,
        Title = kind is ItemKind.Goal ? StoredJson.Read(row.ReadContent(), StoredJson.Default.GoalContent).Title : StoredJson.Read(row.ReadContent(), StoredJson.Default.MeasureContent).Title,
    };
}

/// <summary>A revision the item does not have.</summary>
internal sealed record UnknownRevision(string Id, int Revision) : Refusal(RefusalKind.NotFound, "unknown-revision", $"'{Id}' has no revision {Revision}.");
