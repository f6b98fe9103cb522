namespace Insek.Office.Domain.Lists;

/// <summary>A cell as the file holds it.</summary>
/// <param name="Text">Its text, exactly; what a person sees where the file knows, else number or day written independently of culture.</param>
/// <param name="Number">The number where the file typed the cell as one. Then a dot in <paramref name="Text"/> is the decimal point.</param>
/// <param name="Day">The day where the file typed the cell as a date.</param>
public readonly record struct WrittenCell(string? Text, decimal? Number = null, DateOnly? Day = null)
{
    /// <summary>The text; empty where there is none.</summary>
    public string Written => Text ?? "";

    /// <summary>A cell of a file that knows only text.</summary>
    public static implicit operator WrittenCell(string? text) => new(text);

    /// <summary>A cell of a file that knows only text.</summary>
    public static WrittenCell FromString(string? text) => new(text);
}
