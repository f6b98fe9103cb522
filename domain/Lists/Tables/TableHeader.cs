namespace Insek.Office.Domain.Lists;

/// <summary>A column of a list and the field it fills.</summary>
/// <param name="Place">Its place, from 0.</param>
/// <param name="Heading">Its heading.</param>
/// <param name="Occurrence">Which of several columns with this heading, from 1.</param>
public sealed record HeadedColumn(int Place, HeadingText Heading, int Occurrence)
{
    /// <summary>The field it fills; null where its cells are kept as written.</summary>
    public ListField? Field { get; init; }

    /// <summary>How sure that is.</summary>
    public ColumnCertainty Certainty { get; init; }

    /// <summary>Why: mapped, synonym, part-of-heading, values, field-taken, rival, unknown-heading or no-heading.</summary>
    public string Reason { get; init; } = "unknown-heading";

    /// <summary>The unit its heading or the row below names; null where there is none.</summary>
    public string? Unit { get; init; }

    /// <summary>By what a mapping finds the column again, whatever its place.</summary>
    public string MappingKey => KeyOf(Heading.Written, Occurrence);

    /// <summary>The key of a heading and its occurrence.</summary>
    public static string KeyOf(string? heading, int occurrence) => FormattableString.Invariant($"{HeadingText.KeyOf(HeadingText.Of(heading).Written)}#{occurrence}");
}

/// <summary>Columns that name the same field equally well: a person says which is meant.</summary>
/// <param name="Field">The field.</param>
/// <param name="Columns">The columns.</param>
public sealed record ColumnRivalry(ListField Field, ValueList<HeadedColumn> Columns);

/// <summary>What a person decided about columns, by <see cref="HeadedColumn.MappingKey"/>; null keeps a column as written.</summary>
/// <param name="Fields">The decisions.</param>
public sealed record ColumnDecisions(IReadOnlyDictionary<string, ListField?> Fields)
{
    /// <summary>Nothing was decided.</summary>
    public static ColumnDecisions None { get; } = new(new Dictionary<string, ListField?>());
}

/// <summary>Where a table's headings stand and what its columns hold.</summary>
public sealed record TableHeader
{
    /// <summary>The lines of the headings, as indices into the table's lines.</summary>
    public required IReadOnlyList<int> Lines { get; init; }

    /// <summary>Unit and technical rows beside the headings, as indices.</summary>
    public required IReadOnlyDictionary<int, RowKind> Around { get; init; }

    /// <summary>The columns, from the left.</summary>
    public required IReadOnlyList<HeadedColumn> Columns { get; init; }

    /// <summary>Fields that several columns name equally well.</summary>
    public required IReadOnlyList<ColumnRivalry> Rivals { get; init; }

    /// <summary>The first line below the headings and what belongs to them.</summary>
    public required int FirstBelow { get; init; }

    /// <summary>The place of a field's column, from 0; null where no column fills it.</summary>
    public int? PlaceOf(ListField field) => Columns.FirstOrDefault(column => column.Field == field)?.Place;

    /// <summary>The column that holds the title, alone or behind its number.</summary>
    public int? TitlePlace => PlaceOf(ListField.Title) ?? PlaceOf(ListField.NumberAndTitle);

    /// <summary>Finds the headings of a table.</summary>
    /// <returns>The headings; null where no row is one.</returns>
    public static TableHeader? Find(ListTable table, ColumnDecisions decisions) => HeaderFinder.Find(table, decisions);
}
