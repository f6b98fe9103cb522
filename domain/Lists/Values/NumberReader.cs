namespace Insek.Office.Domain.Lists;

/// <summary>A measure's number and its title, out of one cell.</summary>
/// <param name="Number">The number; null where the cell has none.</param>
/// <param name="Title">The title, without the number and what parts them; empty where the cell is a number alone.</param>
public sealed record NumberedTitle(MeasureNumber? Number, string Title);

/// <summary>Reads measure numbers, alone and in front of a title.</summary>
public static class NumberReader
{
    /// <summary>Reads a cell of a column of numbers.</summary>
    /// <remarks>
    /// "-" and the like are empty. A date is <see cref="CellReasons.NumberBecameDate"/>, with the numbers it may have been: a person
    /// who typed 3.12 into a spreadsheet got 3 December, and the file no longer says so. A text such as 03.12.24, which no spreadsheet makes of a number
    /// and a list may well use, stays a number. A number before a title or a note ("5 (neu)") is read partly.
    /// </remarks>
    public static CellReading<MeasureNumber> Read(WrittenCell cell, NumberColumn column)
    {
        var clean = CellText.Clean(cell.Text);
        if (CellText.IsNothing(clean))
        {
            return CellReading.Empty<MeasureNumber>(cell.Written);
        }

        var written = MeasureNumber.TryParse(clean);
        if (NumberFromDate.Choices(cell, clean) is { Count: > 0 } dates)
        {
            return CellReading.Unclear<MeasureNumber>(cell.Written, CellReasons.NumberBecameDate, written is null || cell.Day is not null ? [.. dates] : [.. dates, written]);
        }

        if (written is { } number)
        {
            return column.MayHaveLostZero(cell)
                ? CellReading.Unclear(cell.Written, CellReasons.NumberLostZero, number, MeasureNumber.TryParse($"{clean}0")!)
                : CellReading.Understood(cell.Written, number);
        }

        // "12*" and "5 (neu)": a number with a note.
        var bracket = clean.IndexOf('(', StringComparison.Ordinal);
        if (MeasureNumber.TryParse(bracket > 0 ? clean[..bracket] : clean.Trim('*', ' ')) is { } noted)
        {
            return CellReading.Partly(cell.Written, noted, CellReasons.MoreText);
        }

        var both = ReadWithTitle(cell, column);
        return both.Value?.Number is { } leading
            ? CellReading.Partly(cell.Written, leading, CellReasons.MoreText, both.Value.Title)
            : CellReading.Unclear<MeasureNumber>(cell.Written, CellReasons.NotRecognised);
    }

    /// <summary>Reads a cell that may hold number and title: "24a Radweg an der Elbe", "M 12: Titel", "III.10 – Titel".</summary>
    /// <remarks>
    /// <para>Understood where something parts the two (colon, spaced dash, closing bracket, line break) or the number cannot be a quantity (24a, III.10, 1.1.2).</para>
    /// <para>Else ("30 Bäume pflanzen", "1. Bauabschnitt", "B 87 Ortsumgehung") the column decides: where nearly all cells begin with a number it is one,
    /// where hardly any does even "B 87: Ortsumgehung" is asked, and without knowledge of the column it is <see cref="CellReasons.NumberOrText"/> with both readings.</para>
    /// </remarks>
    public static CellReading<NumberedTitle> ReadWithTitle(WrittenCell cell, NumberColumn column)
    {
        var lines = CellText.CleanLines(cell.Text);
        var whole = lines.Replace('\n', ' ');
        if (CellText.IsNothing(whole))
        {
            return CellReading.Empty<NumberedTitle>(cell.Written);
        }

        if (NumberedTitleScan.Find(lines) is not { } found)
        {
            return CellReading.Understood(cell.Written, new NumberedTitle(null, whole));
        }

        var numbered = new NumberedTitle(found.Number, found.Title);
        return column.Decide(found.Certainty)
            ? CellReading.Understood(cell.Written, numbered)
            : CellReading.Unclear(cell.Written, CellReasons.NumberOrText, numbered, new NumberedTitle(null, whole));
    }
}
