namespace Insek.Office.Domain.Lists;

/// <summary>A cell as the file holds it.</summary>
/// <remarks>Most cells are texts, and a list has hundreds of thousands: what a typed cell holds lies beside, so that the others stay small.</remarks>
public readonly record struct WrittenCell
{
    private readonly object? typed;

    /// <summary>Holds a cell; a cell is typed as a number or as a day, never as both.</summary>
    /// <param name="text">Its text, exactly.</param>
    /// <param name="number">The number where the file typed the cell as one.</param>
    /// <param name="day">The day where the file typed the cell as a date.</param>
    public WrittenCell(string? text, decimal? number = null, DateOnly? day = null) => (Text, typed) = (text, number is { } amount ? amount : day);

    /// <summary>Its text, exactly; what a person sees where the file knows, else number or day written independently of culture.</summary>
    public string? Text { get; init; }

    /// <summary>The number where the file typed the cell as one. Then a dot in <see cref="Text"/> is the decimal point.</summary>
    public decimal? Number => typed as decimal?;

    /// <summary>The day where the file typed the cell as a date.</summary>
    public DateOnly? Day => typed as DateOnly?;

    /// <summary>The text; empty where there is none.</summary>
    public string Written => Text ?? "";

    /// <summary>A cell of a file that knows only text.</summary>
    public static implicit operator WrittenCell(string? text) => new(text);

    /// <summary>A cell of a file that knows only text.</summary>
    public static WrittenCell FromString(string? text) => new(text);
}
