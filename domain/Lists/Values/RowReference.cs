namespace Insek.Office.Domain.Lists;

/// <summary>Reads what a cell says of another measure of the same list: "entspricht Maßnahme 132", "siehe Nr. 5 und 7".</summary>
public static class RowReference
{
    private const int MaxLength = 200;

    private static readonly string[] _references = ["entspricht", "siehe auch", "siehe", "s. a.", "s.a.", "s.", "vgl.", "vgl", "identisch mit", "identisch zu", "zusammengefasst mit", "zusammengelegt mit", "in massnahme", "aufgegangen in", "enthalten in", "wie"];

    /// <summary>The numbers of the measures that a cell refers to.</summary>
    /// <returns>The numbers, in the order of the cell; none where it says anything else: "siehe Anlage 2" refers to no measure.</returns>
    public static ValueList<MeasureNumber> Read(string? cell)
    {
        if (cell is not { Length: > 0 and <= MaxLength })
        {
            return [];
        }

        var folded = CellText.Fold(cell).Trim(' ', '.', '!', ':', '(', ')', '[', ']', '-', '*', '"');
        foreach (var word in _references)
        {
            if (folded.StartsWith(word, StringComparison.Ordinal) && folded.Length > word.Length && (!char.IsLetter(word[^1]) || folded[word.Length] == ' '))
            {
                return Numbers(folded[word.Length..]);
            }
        }

        return [];
    }

    private static ValueList<MeasureNumber> Numbers(string named)
    {
        var numbers = new List<MeasureNumber>();
        foreach (var part in named.Split([",", ";", " und ", "&"], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (MeasureNumber.TryParse(Number(part)) is not { } number)
            {
                return [];
            }

            numbers.Add(number);
        }

        return numbers.ToValueList();
    }

    private static string Number(string part)
    {
        var bare = part;
        foreach (var label in (ReadOnlySpan<string>)["der ", "massnahmen-nr.", "massnahmennummer ", "massnahmen ", "massnahme ", "massn. ", "lfd. nr.", "nr.", "nummer ", "projekt "])
        {
            bare = bare.StartsWith(label, StringComparison.Ordinal) ? bare[label.Length..].TrimStart() : bare;
        }

        foreach (var ending in (ReadOnlySpan<string>)[" enthalten", " integriert", " zusammengefasst", " aufgegangen", " behandelt"])
        {
            bare = bare.EndsWith(ending, StringComparison.Ordinal) ? bare[..^ending.Length] : bare;
        }

        return bare.ToUpperInvariant() is var capitals && NumberGrammar.IsRoman(capitals) ? capitals : bare;
    }
}
