namespace Insek.Office.Domain.Lists;

/// <summary>How sure it is what a column holds.</summary>
public enum ColumnCertainty
{
    /// <summary>Not known: the column is kept as written.</summary>
    None,

    /// <summary>Part of the heading, or the cells, say so.</summary>
    Likely,

    /// <summary>The heading is a known word for it.</summary>
    Exact,

    /// <summary>The mapping says so.</summary>
    Mapped,
}

/// <summary>What a heading names.</summary>
/// <param name="Fields">The fields it may name, the best first.</param>
/// <param name="Certainty">How sure that is.</param>
internal readonly record struct HeadingMatch(HeadingWord[] Fields, ColumnCertainty Certainty)
{
    // Longer texts are cells, not headings; only a short one is told by a part of it.
    private const int MaxLength = 120;
    private const int MaxPartLength = 60;

    private static readonly char[] _joints = ['/', ',', ';', '|', '&', '+', '\n'];

    public static HeadingMatch Of(HeadingText heading)
    {
        if (heading.Key.Length == 0 || heading.Written.Length > MaxLength)
        {
            return new HeadingMatch([], ColumnCertainty.None);
        }

        if (HeadingWords.Exact.TryGetValue(heading.Key, out var words) || HeadingWords.Exact.TryGetValue(HeadingText.KeyOf(heading.Written), out words))
        {
            return new HeadingMatch(words, ColumnCertainty.Exact);
        }

        return OfJoined(heading.Written) ?? OfPart(heading);
    }

    // "Kosten/Gesamtkosten" and "Zuständigkeit, Federführung" name one field twice; "Nr./Maßnahme" two.
    private static HeadingMatch? OfJoined(string written)
    {
        var parts = written.Replace(" und ", "/", StringComparison.OrdinalIgnoreCase).Split(_joints, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length is < 2 or > 6)
        {
            return null;
        }

        var found = parts.Select(part => HeadingWords.Exact.GetValueOrDefault(HeadingText.Of(part).Key)).ToArray();
        if (found.All(words => words is null))
        {
            return null;
        }

        var known = found.OfType<HeadingWord[]>().ToArray();
        if (found is [[{ Field: ListField.Number }, ..], [{ Field: ListField.Title }, ..]])
        {
            return new HeadingMatch([new HeadingWord(ListField.NumberAndTitle, 0)], ColumnCertainty.Exact);
        }

        var first = known[0][0].Field;
        return new HeadingMatch(known[0], known.Length == parts.Length && known.All(words => words.Any(word => word.Field == first)) ? ColumnCertainty.Exact : ColumnCertainty.Likely);
    }

    private static HeadingMatch OfPart(HeadingText heading)
    {
        if (heading.Written.Length > MaxPartLength)
        {
            return new HeadingMatch([], ColumnCertainty.None);
        }

        foreach (var (key, words) in HeadingWords.Parts)
        {
            if (heading.Key.Contains(key, StringComparison.Ordinal))
            {
                return new HeadingMatch([.. words.Select(word => word with { Rank = word.Rank + 10 })], ColumnCertainty.Likely);
            }
        }

        return new HeadingMatch([], ColumnCertainty.None);
    }
}
