using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Domain.Lists;

namespace Insek.Office.Functions.Import.Lists;

/// <summary>A sheet that is read, or why it is not.</summary>
/// <param name="Table">The sheet.</param>
/// <param name="Header">Its headings; null where it is not read.</param>
/// <param name="Reason">Why it is not read, as a code; null where it is.</param>
internal sealed record ListedSheet(ListTable Table, TableHeader? Header, string? Reason)
{
    /// <summary>The sector concept that its name says; null where it says none.</summary>
    public SectorKey? Sector { get; init; }

    /// <summary>Its rows, all of them.</summary>
    public IReadOnlyList<ListedRow> Rows { get; init; } = [];
}

/// <summary>A row, what it is, what was read in it and what became of it.</summary>
internal sealed class ListedRow(ListTable table, TableHeader? header, ClassifiedRow row)
{
    private List<string>? questions;

    public ListTable Table { get; } = table;

    public TableHeader? Header { get; } = header;

    public ClassifiedRow Row { get; } = row;

    /// <summary>What was read, column by column; empty for what is no measure.</summary>
    public FieldReading[] Readings { get; init; } = [];

    /// <summary>What it says of its measure; nothing for what is no measure.</summary>
    public ListedMeasure Measure { get => field ??= new(); init; }

    /// <summary>What the list calls the row's Handlungsfeld; null where it names none.</summary>
    public string? SectorText { get; init; }

    public SectorKey? Sector { get; set; }

    /// <summary>The measure of the concept that the row is about.</summary>
    public Measure? Present { get; set; }

    public string? ExternalId { get; set; }

    /// <summary>The ids of the questions about it.</summary>
    public IReadOnlyList<string> Questions => questions ?? (IReadOnlyList<string>)[];

    /// <summary>Whether one of them keeps it out.</summary>
    public bool IsBlocked { get; private set; }

    /// <summary>new, changed, unchanged or rejected; null for what is no measure.</summary>
    public string? Outcome { get; set; }

    /// <summary>The measure it became.</summary>
    public ItemId? Id { get; set; }

    /// <summary>What changed in it.</summary>
    public PlannedItem<Measure>? Planned { get; set; }

    public bool IsImported => Row.Kind is RowKind.Measure && !IsBlocked;

    public ImportPlace Place => new(Table.Name, Row.Line.Number);

    /// <summary>Notes a question about it.</summary>
    public void Ask(string question, bool blocks)
    {
        (questions ??= []).Add(question);
        IsBlocked |= blocks;
    }

    /// <summary>What stays with the measure as written.</summary>
    public OriginDocument Origin(string list, ListTexts texts)
    {
        // Thousands of rows keep a cell or two: counted first, so that nothing need grow.
        var group = Row.Group is { } named && SectorText != named ? named : null;
        var count = Readings.Count(IsKept) + (group is null ? 0 : 1);
        var cells = count == 0 ? [] : new OriginCellDocument[count];
        var at = 0;
        for (var i = 0; i < Readings.Length; i++)
        {
            if (IsKept(Readings[i]))
            {
                cells[at++] = new OriginCellDocument(HeadingOf(Header!.Columns[i], texts), Readings[i].Written);
            }
        }

        if (group is not null)
        {
            cells[at] = new OriginCellDocument(texts.Of("Origin.group"), group);
        }

        return new OriginDocument { List = list, Sheet = Table.Name, Row = Row.Line.Number, Cells = cells };
    }

    private static bool IsKept(FieldReading reading) => reading.IsKept && !string.IsNullOrWhiteSpace(reading.Written);

    public static string HeadingOf(HeadedColumn column, ListTexts texts) =>
        column.Heading.Written.Length > 0 ? column.Heading.Written : texts.Of("Column.unnamed", ColumnLetters(column.Place));

    private static string ColumnLetters(int place) => place < 26 ? ((char)('A' + place)).ToString() : ColumnLetters(place / 26 - 1) + (char)('A' + place % 26);
}
