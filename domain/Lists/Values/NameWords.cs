using System.Text;

namespace Insek.Office.Domain.Lists;

/// <summary>Names as words, and how far two are apart.</summary>
internal static class NameWords
{
    private const int ShortName = 4;
    private const int LongName = 8;

    private static readonly string[] _labels = ["handlungsfeld", "fachkonzept", "themenfeld", "themenbereich", "thema", "hf", "fk", "bereich", "ortsteil", "ot", "stadtteil", "plangebiet"];

    /// <summary>The words of a name, folded, with single blanks and without "und".</summary>
    public static string Key(string name)
    {
        var folded = CellText.Fold(name);
        var key = new StringBuilder(folded.Length);
        foreach (var range in folded.AsSpan().SplitAny(" .,;:-/&+|()[]\"'"))
        {
            var word = folded.AsSpan(range);
            if (word.Length > 0 && word is not "und" and not "u")
            {
                key.Append(key.Length > 0 ? " " : "").Append(word);
            }
        }

        return key.ToString();
    }

    /// <summary>The name behind a label and a number ("3. Verkehr", "Handlungsfeld III: Verkehr", "OT Graditz"); null where there is none.</summary>
    public static string? WithoutNumber(string clean)
    {
        var rest = clean.AsSpan();
        var isLabelled = false;
        foreach (var label in _labels)
        {
            if (rest.Length > label.Length && CellText.Fold(rest[..label.Length].ToString()) == label && !char.IsLetter(rest[label.Length]))
            {
                rest = rest[label.Length..].TrimStart(" .:-–");
                isLabelled = true;
                break;
            }
        }

        var end = rest.IndexOfAny(" :)–");
        if (end > 0 && (rest[..end].ContainsAnyInRange('0', '9') || isLabelled || rest[end - 1] == '.' || rest[end] is ':' or ')') && MeasureNumber.TryParse(rest[..end].ToString()) is not null)
        {
            rest = rest[end..].TrimStart(" .:)-–—");
        }

        return rest.Length > 0 && rest.Length < clean.Length ? rest.ToString() : null;
    }

    /// <summary>How far two keys are apart; null where they do not resemble each other.</summary>
    public static int? Distance(string left, string right)
    {
        var shorter = Math.Min(left.Length, right.Length);
        var limit = shorter >= LongName ? 2 : shorter >= ShortName ? 1 : 0;
        if (limit > 0 && Math.Abs(left.Length - right.Length) <= limit && Edits(left, right, limit) is { } edits)
        {
            return edits;
        }

        return shorter >= ShortName && (HasWords(left, right) || HasWords(right, left)) ? LongName : null;
    }

    private static bool HasWords(string all, string some)
    {
        foreach (var range in some.AsSpan().Split(' '))
        {
            var word = some.AsSpan(range);
            var found = false;
            foreach (var other in all.AsSpan().Split(' '))
            {
                found |= all.AsSpan(other).SequenceEqual(word);
            }

            if (!found)
            {
                return false;
            }
        }

        return true;
    }

    // Damerau's distance of neighbours exchanged (optimal string alignment), given up as soon as a row exceeds the limit.
    private static int? Edits(string left, string right, int limit)
    {
        var (before, last, row) = (new int[right.Length + 1], new int[right.Length + 1], new int[right.Length + 1]);
        for (var j = 0; j <= right.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var same = left[i - 1] == right[j - 1];
                row[j] = Math.Min(Math.Min(last[j] + 1, row[j - 1] + 1), last[j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }

                least = Math.Min(least, row[j]);
            }

            if (least > limit)
            {
                return null;
            }

            (before, last, row) = (last, row, before);
        }

        return last[right.Length] <= limit ? last[right.Length] : null;
    }
}
