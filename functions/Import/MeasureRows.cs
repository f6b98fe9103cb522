using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Mapping;

namespace Insek.Office.Functions.Import;

/// <summary>The measures of a file, whatever its kind.</summary>
/// <param name="Part">What a report calls them.</param>
/// <param name="Names">How each row names its measure.</param>
/// <param name="Read">Reads a row, by its place among <paramref name="Names"/>, over the measure as it stands.</param>
/// <param name="ColumnOf">What a report calls a field; null where fields keep their names.</param>
internal sealed record MeasureRows(
    string Part,
    IReadOnlyList<ItemName> Names,
    Func<int, Measure?, (MeasureDocument Document, IReadOnlyList<ContentProblem> Problems)> Read,
    Func<string, string>? ColumnOf)
{
    /// <summary>What a report calls the part a row is in, where rows come from several; null where all are in <see cref="Part"/>.</summary>
    public Func<int, string>? PartOf { get; init; }

    /// <summary>Whether a state that an import may not bring about is left as it is, with a warning, instead of rejecting the row.</summary>
    public bool KeepsUnreachableStates { get; init; }

    /// <summary>Whether a report names only what concerns the file's own measures, instead of everything notable about the concept.</summary>
    public bool HasOwnFindingsOnly { get; init; }

    public static MeasureRows Of(IReadOnlyList<MeasureDocument?> documents) => new(
        "measures",
        [.. documents.Select((measure, index) => new ItemName(index + 1, ContentReader.Text(measure?.Id), ContentReader.Text(measure?.ExternalId)))],
        (index, _) => (documents[index] ?? new(), []),
        ColumnOf: null);

    public static MeasureRows Of(MeasureSheet sheet)
    {
        var rows = sheet.Rows.Select(row => new MeasureRow(sheet, row)).ToArray();
        return new MeasureRows(
            sheet.Part,
            [.. rows.Select((row, index) => new ItemName(sheet.Rows[index].Number, row.Id, row.ExternalId))],
            (index, present) => (rows[index].ToDocument(present?.ToDocument() ?? new()), rows[index].Problems),
            sheet.HeadingOf);
    }
}

/// <summary>Finds measures with the same title beside the same goal: a row without any number may mean one of them.</summary>
internal sealed class SameTitles(IEnumerable<Measure> present)
{
    private readonly Dictionary<(SectorKey Sector, ItemId? Goal, string Title), ItemId> _ids = present
        .GroupBy(measure => KeyOf(measure.Content))
        .ToDictionary(group => group.Key, group => group.First().Id);

    public ItemId? Find(MeasureContent content) => _ids.TryGetValue(KeyOf(content), out var id) ? id : null;

    private static (SectorKey Sector, ItemId? Goal, string Title) KeyOf(MeasureContent content) =>
        (content.Sector, content.Goal, TableHash.Normalize(content.Title).ToUpperInvariant());
}
