namespace Insek.Office.Domain;

/// <summary>Where in a town hall's own list a measure stands, and what that list says besides: a label, nobody agrees on it.</summary>
public sealed record MeasureOrigin
{
    /// <summary>The longest name of a list or sheet, in UTF-16 code units.</summary>
    public const int MaxName = 200;

    /// <summary>The most cells of a row that are kept.</summary>
    public const int MaxCells = 200;

    /// <summary>The most characters of all headings and texts together: what is longer is refused, never cut.</summary>
    public const int MaxCharacters = 30_000;

    /// <summary>What the list is called, the same for all its editions.</summary>
    public required string List { get; init; }

    /// <summary>The worksheet; null for a text file.</summary>
    public string? Sheet { get; init; }

    /// <summary>The row when it was last imported, from 1; 0 where nobody knows.</summary>
    public int Row { get; init; }

    /// <summary>Cells that fill no field or were not fully understood, as written, in the order of the list.</summary>
    public ValueList<OriginCell> Cells { get; init => field = value ?? []; } = [];

    /// <summary>Everything in it that cannot be accepted.</summary>
    public IEnumerable<ContentProblem> Check() => FieldRules.All(
        FieldRules.Required("origin.list", List, MaxName),
        FieldRules.Text("origin.sheet", Sheet, MaxName),
        FieldRules.Range("origin.row", Row, 0, int.MaxValue),
        Cells.Count > MaxCells ? [new ContentProblem("origin.cells", "too-many", FormattableString.Invariant($"{Cells.Count}"))] : [],
        Characters() > MaxCharacters ? [new ContentProblem("origin.cells", "too-long", Cells.MaxBy(cell => cell.Text.Length)?.Text)] : [],
        FieldRules.Each(Cells, cell => FieldRules.All(FieldRules.Text("origin.cells", cell.Heading, int.MaxValue), FieldRules.Text("origin.cells", cell.Text, int.MaxValue))));

    private long Characters()
    {
        var characters = 0L;
        foreach (var cell in Cells)
        {
            characters += (long)cell.Heading.Length + cell.Text.Length;
        }

        return characters;
    }

    /// <summary>Whether another origin says the same; on which sheet and row it stood makes no difference, because every row inserted above moves it.</summary>
    public bool SaysTheSame(MeasureOrigin? other) => other is not null && List == other.List && Cells.Equals(other.Cells);
}

/// <summary>A cell of a town hall's own list, as written.</summary>
/// <param name="Heading">The column's heading.</param>
/// <param name="Text">What stands there.</param>
public sealed record OriginCell(string Heading, string Text);
