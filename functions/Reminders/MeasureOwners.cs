using Insek.Office.Domain;
using Insek.Office.Functions.Deadlines;
using Insek.Office.Functions.Storage;

namespace Insek.Office.Functions.Reminders;

/// <summary>Which measures are being carried out, and by whom.</summary>
internal sealed class MeasureOwners(ConceptReader reader, DeadlineStore deadlines)
{
    /// <summary>Everybody who owns a measure that is being carried out, in any concept.</summary>
    public async Task<IReadOnlyList<MemberId>> ListAsync(TenantDirectory known, CancellationToken cancellationToken)
    {
        var members = new HashSet<MemberId>();
        foreach (var concept in await reader.ListAsync(cancellationToken))
        {
            if (await reader.FindAsync(concept.Id, cancellationToken) is { } reading)
            {
                var named = await NamedAsync(concept.Id, cancellationToken);
                members.UnionWith(reading.Snapshot.Measures.Where(IsCarriedOut).SelectMany(measure => OwnersOf(measure, named, known)));
            }
        }

        return [.. members.OrderBy(member => member.Value, StringComparer.Ordinal)];
    }

    /// <summary>The measures of a concept that somebody owns and that are being carried out.</summary>
    public async Task<IReadOnlyList<Measure>> OfAsync(MemberId member, ConceptReading reading, TenantDirectory known, CancellationToken cancellationToken)
    {
        var named = await NamedAsync(reading.Snapshot.Concept.Id, cancellationToken);
        return [.. reading.Snapshot.Measures.Where(measure => IsCarriedOut(measure) && OwnersOf(measure, named, known).Contains(member))];
    }

    /// <summary>Whether somebody owns the measure: by name, where its deadline was handed over, else by office.</summary>
    public async Task<bool> OwnsAsync(MemberId member, ConceptId concept, Measure measure, TenantDirectory known, CancellationToken cancellationToken)
    {
        var stored = await deadlines.FindAsync(concept, DeadlineId.Of(DeadlineSource.OfMeasure(measure.Id)), cancellationToken);
        return stored is not null ? stored.Deadline.OwnersIn(known).Contains(member) : measure.Content.Owner is { } office && known.MembersOf(office).Contains(member);
    }

    private async Task<Dictionary<string, Deadline>> NamedAsync(ConceptId concept, CancellationToken cancellationToken) =>
        (await deadlines.ListAsync(concept, cancellationToken))
            .Where(stored => stored.Deadline is { Source.Kind: DeadlineSourceKind.Measure, Owners.Count: > 0 })
            .ToDictionary(stored => stored.Deadline.Source.Id!, stored => stored.Deadline, StringComparer.Ordinal);

    private static IReadOnlyList<MemberId> OwnersOf(Measure measure, Dictionary<string, Deadline> named, TenantDirectory known) =>
        named.TryGetValue(measure.Id.Value, out var deadline) ? deadline.OwnersIn(known) : measure.Content.Owner is { } office ? known.MembersOf(office) : [];

    private static bool IsCarriedOut(Measure measure) => measure.State is ItemState.Resolved or ItemState.InProgress;
}
