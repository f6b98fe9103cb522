using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Domain.Lists;
using Insek.Office.Functions.Items;

namespace Insek.Office.Functions.Import.Lists;

/// <summary>Says what an edition of a list changes.</summary>
internal static class ListEditionReport
{
    public static ListEdition Of(ListEditionReading list, int maxListed, int maxDiffed)
    {
        var gone = list.Compared.Gone;
        var splits = list.Compared.Splits.Where(split => split.Rows.All(row => list.Rows[row].Present is null)).ToArray();
        var cancelled = list.Rows.Where(row => row.Row.Kind is RowKind.Cancelled).ToArray();
        var references = list.Rows.Where(row => row.Row.Kind is RowKind.Reference).ToArray();
        var changed = list.Rows.Where(row => row.Outcome == "changed").ToArray();
        var added = list.Rows.Where(row => row.Outcome == "new").ToArray();
        var all = gone.Count + splits.Length + cancelled.Length + references.Length + changed.Length + added.Length;
        return new ListEdition
        {
            New = added.Length,
            Changed = changed.Length,
            Unchanged = list.Rows.Count(row => row.Outcome == "unchanged"),
            Gone = gone.Count,
            Split = splits.Length,
            Cancelled = cancelled.Length,
            References = references.Length,
            Changes =
            [
                .. gone.Select(measure => Change("gone", measure))
                    .Concat(splits.Select(split => Change("split", split.Old) with { Numbers = [.. split.Rows.Select(row => list.Rows[row].Measure.Number?.Text ?? list.Rows[row].Row.Key)] }))
                    .Concat(cancelled.Select(row => Change("cancelled", row)))
                    .Concat(references.Select(row => Change("reference", row) with { Numbers = row.Row.RefersTo is { } number ? [number.Text] : [] }))
                    .Concat(changed.Select((row, index) => Change("changed", row) with { Fields = index < maxDiffed ? Fields(row) : [] }))
                    .Concat(added.Select(row => Change("new", row)))
                    .Take(maxListed),
            ],
            FurtherChanges = Math.Max(0, all - maxListed),
        };
    }

    private static ListChange Change(string kind, Measure measure) => new()
    {
        Kind = kind,
        Measure = measure.Id.Value,
        Number = measure.ExternalId,
        Title = measure.Content.Title,
        Numbers = [],
        Fields = [],
    };

    private static ListChange Change(string kind, ListedRow row) => new()
    {
        Kind = kind,
        Measure = (row.Id ?? row.Present?.Id)?.Value,
        Number = row.Measure.Number?.Text,
        Title = row.Measure.Title ?? row.Present?.Content.Title ?? row.Row.Key,
        Sheet = row.Table.Name,
        Row = row.Row.Line.Number,
        Numbers = [],
        Fields = [],
    };

    private static IReadOnlyList<FieldDiff> Fields(ListedRow row) =>
        row.Planned is { Before: { } before, Item: var after } ? ContentDiff.Between(before, after) : [];
}
