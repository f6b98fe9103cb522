namespace Insek.Office.Contracts;

/// <summary>How one town hall's own list is read: a file that is kept and used again for the next edition.</summary>
/// <remarks>The same list with the same mapping is always read alike. What is answered but no longer fits is listed in the report, never applied silently.</remarks>
public sealed record ListMapping
{
    /// <summary>The version of this format that is written and read.</summary>
    public const int CurrentVersion = 1;

    /// <summary>The version of the format: 1.</summary>
    public int Version { get; init; }

    /// <summary>What the list is called, the same for all its editions: by it the next edition knows which measures came from this list. Up to 200 characters.</summary>
    public string? List { get; init; }

    /// <summary>Whether texts that were broken by a wrong encoding earlier ("MaÃŸnahme") are repaired; absent while nobody has decided.</summary>
    public bool? RepairEncoding { get; init; }

    /// <summary>What priorities 1 to 5 mean: oneIsHigh or oneIsLow; absent while nobody has decided.</summary>
    public string? PriorityOrder { get; init; }

    /// <summary>What 6/7/26 means: dayFirst or monthFirst; absent while nobody has decided.</summary>
    public string? DateOrder { get; init; }

    /// <summary>In what amounts without a unit are counted: euro, thousand or million; absent while nobody has decided.</summary>
    public string? CostUnit { get; init; }

    /// <summary>Whether the first of several offices is responsible and the others take part; absent while nobody has decided.</summary>
    public bool? FirstOwnerLeads { get; init; }

    /// <summary>Whether numbers count anew in every sector concept, so that 1 of one is not 1 of another; absent: seen from the file.</summary>
    public bool? NumbersPerSector { get; init; }

    /// <summary>The sector concept of rows that name none.</summary>
    public string? Sector { get; init; }

    /// <summary>Columns by their headings.</summary>
    public IReadOnlyList<MappedColumn> Columns { get; init => field = value ?? []; } = [];

    /// <summary>Worksheets by their names.</summary>
    public IReadOnlyList<MappedSheet> Sheets { get; init => field = value ?? []; } = [];

    /// <summary>Which sector concept a Handlungsfeld is, whether it stands in a column, in a row above its measures or is a worksheet's name.</summary>
    public IReadOnlyList<MappedSector> Sectors { get; init => field = value ?? []; } = [];

    /// <summary>What a cell means.</summary>
    public IReadOnlyList<MappedValue> Values { get; init => field = value ?? []; } = [];

    /// <summary>What a row is.</summary>
    public IReadOnlyList<MappedRow> Rows { get; init => field = value ?? []; } = [];

    /// <summary>Answers to questions of a report, by the question's id. The next report's mapping holds them in the lists above instead.</summary>
    public IReadOnlyList<ListAnswer> Answers { get; init => field = value ?? []; } = [];
}

/// <summary>A column of a list.</summary>
public sealed record MappedColumn
{
    /// <summary>The heading; case, blanks, hyphenated line breaks and "*" do not matter.</summary>
    public string? Heading { get; init; }

    /// <summary>Which of several columns with this heading, from 1.</summary>
    public int Occurrence { get; init; } = 1;

    /// <summary>The field it fills; absent: the column is kept as written and fills none.</summary>
    public string? Field { get; init; }
}

/// <summary>A worksheet of a list.</summary>
public sealed record MappedSheet
{
    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>Whether it is left out.</summary>
    public bool Skip { get; init; }
}

/// <summary>A Handlungsfeld as the list calls it.</summary>
public sealed record MappedSector
{
    /// <summary>What the list calls it.</summary>
    public string? Text { get; init; }

    /// <summary>The sector concept's key; absent: it is no sector concept, only a text in between.</summary>
    public string? Sector { get; init; }

    /// <summary>Whether the import records the sector concept where the concept does not have it yet.</summary>
    public bool Create { get; init; }
}

/// <summary>What a cell means.</summary>
public sealed record MappedValue
{
    /// <summary>The field.</summary>
    public string? Field { get; init; }

    /// <summary>The cell as it stands.</summary>
    public string? Written { get; init; }

    /// <summary>What it means, written as in the contract; absent: it stays as written.</summary>
    public string? Value { get; init; }
}

/// <summary>What a row is, wherever it stands in the next edition.</summary>
public sealed record MappedRow
{
    /// <summary>The row's texts, as <see cref="ListRow.Key"/> says them.</summary>
    public string? Key { get; init; }

    /// <summary>measure, skip, group; or new, or same:{id} for the measure of the concept that the row goes on with.</summary>
    public string? Decision { get; init; }
}

/// <summary>An answer to a question of a report.</summary>
public sealed record ListAnswer
{
    /// <summary>The question's id.</summary>
    public string? Question { get; init; }

    /// <summary>The value of one of the question's choices.</summary>
    public string? Value { get; init; }
}
