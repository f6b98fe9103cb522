namespace Insek.Office.Domain.Lists;

/// <summary>The order of measure numbers: digits by value, Roman numerals at the beginning by value, the rest by letters.</summary>
internal static class NumberOrder
{
    public static int Compare(string left, string right)
    {
        var (leftRoman, rightRoman) = (LeadingRoman(left, out var leftRest), LeadingRoman(right, out var rightRest));
        if (leftRoman > 0 && rightRoman > 0)
        {
            return leftRoman != rightRoman ? leftRoman.CompareTo(rightRoman) : NaturalOrder.Instance.Compare(leftRest, rightRest);
        }

        // Digits come before Roman numerals and these before other letters, so that the order stays one.
        var rank = Rank(left, leftRoman).CompareTo(Rank(right, rightRoman));
        return rank != 0 ? rank : NaturalOrder.Instance.Compare(left, right);
    }

    private static int Rank(string key, int roman) => roman > 0 ? 1 : key.Length > 0 && char.IsAsciiDigit(key[0]) ? 0 : 2;

    private static int LeadingRoman(string key, out string rest)
    {
        var end = key.AsSpan().IndexOfAnyExcept("ivxl");
        var letters = end < 0 ? key : key[..end];
        rest = key[letters.Length..];
        return rest.Length == 0 || rest[0] is '.' or '-' ? NumberGrammar.Roman(letters.ToUpperInvariant()) : 0;
    }
}
