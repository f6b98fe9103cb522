namespace Insek.Office.Domain;

/// <summary>Orders ids as people do: "verkehr-2-9" before "verkehr-2-10". Independent of culture, so that a table reads the same everywhere.</summary>
public sealed class NaturalOrder : IComparer<string>
{
    /// <summary>The only instance.</summary>
    public static NaturalOrder Instance { get; } = new();

    private NaturalOrder()
    {
    }

    /// <inheritdoc/>
    public int Compare(string? x, string? y)
    {
        if (x is null || y is null)
        {
            return x is null ? (y is null ? 0 : -1) : 1;
        }

        // Ids of one sector concept begin alike; a number must be compared from its first digit on.
        var same = x.AsSpan().CommonPrefixLength(y);
        while (same > 0 && char.IsAsciiDigit(x[same - 1]))
        {
            same--;
        }

        var left = x.AsSpan(same);
        var right = y.AsSpan(same);
        while (!left.IsEmpty && !right.IsEmpty)
        {
            var order = char.IsAsciiDigit(left[0]) && char.IsAsciiDigit(right[0])
                ? CompareNumbers(TakeDigits(ref left), TakeDigits(ref right))
                : TakeOne(ref left).CompareTo(TakeOne(ref right));
            if (order != 0)
            {
                return order;
            }
        }

        // "a01" and "a1" are the same number but not the same id: the order stays total.
        return left.Length != right.Length ? left.Length.CompareTo(right.Length) : string.CompareOrdinal(x, y);
    }

    private static int CompareNumbers(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        left = left.TrimStart('0');
        right = right.TrimStart('0');
        return left.Length != right.Length ? left.Length.CompareTo(right.Length) : left.SequenceCompareTo(right);
    }

    private static ReadOnlySpan<char> TakeDigits(ref ReadOnlySpan<char> text)
    {
        var length = 1;
        while (length < text.Length && char.IsAsciiDigit(text[length]))
        {
            length++;
        }

        var digits = text[..length];
        text = text[length..];
        return digits;
    }

    private static char TakeOne(ref ReadOnlySpan<char> text)
    {
        var first = text[0];
        text = text[1..];
        return first;
    }
}
