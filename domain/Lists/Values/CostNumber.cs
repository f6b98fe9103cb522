using System.Globalization;

namespace Insek.Office.Domain.Lists;

/// <summary>What a number can be read as besides.</summary>
internal enum CostDoubt
{
    /// <summary>It has one reading.</summary>
    None,

    /// <summary>"1.250": thousands in Germany.</summary>
    Dot,

    /// <summary>"1,250": decimals in Germany, but three of them.</summary>
    Comma,

    /// <summary>"1.250,000".</summary>
    Mixed,
}

/// <summary>An amount as written, German or English, with the other reading where there are two.</summary>
/// <param name="Value">The number.</param>
/// <param name="Doubt">Which separator may mean the other thing.</param>
/// <param name="Other">The number then.</param>
internal readonly record struct CostNumber(decimal Value, CostDoubt Doubt = CostDoubt.None, decimal Other = 0)
{
    private const int MaxDigits = 20;

    /// <summary>Where the number that starts at a place ends. Blanks belong to it between groups of three digits.</summary>
    public static int End(string text, int start)
    {
        var end = start;
        while (end < text.Length)
        {
            if (char.IsAsciiDigit(text[end]))
            {
                end++;
            }
            else if (text[end] is '.' or ',' or '\'' or '’' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))
            {
                end++;
            }
            else if (text[end] == ' ' && end - start <= 11 && IsGroup(text, end + 1) && EndsAsGroup(text, start, end))
            {
                end++;
            }
            else
            {
                break;
            }
        }

        return end;
    }

    /// <summary>Reads a number as End cut it.</summary>
    /// <remarks>
    /// One dot before three digits parts thousands, as everywhere in Germany; one comma before three digits parts thousands or decimals ("1,250"),
    /// so both are answered. Any other form has one reading: the last of two different separators is the decimal one, a separator that stands twice parts thousands.
    /// </remarks>
    public static CostNumber? Read(string text)
    {
        var compact = text.Replace(" ", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal);
        if (compact.Length > MaxDigits)
        {
            return null;
        }

        var (dots, commas) = (compact.AsSpan().Count('.'), compact.AsSpan().Count(','));
        return (dots, commas) switch
        {
            (0, 0) => Parse(compact, '\0', '\0'),
            ( > 0, > 0) => ReadBoth(compact),
            ( > 1, 0) => Parse(compact, '.', '\0'),
            (0, > 1) => Parse(compact, ',', '\0'),
            (1, 0) => HasThousands(compact, '.') ? WithOther(CostDoubt.Dot, Parse(compact, '.', '\0'), Parse(compact, '\0', '.')) : Parse(compact, '\0', '.'),
            _ => HasThousands(compact, ',') ? WithOther(CostDoubt.Comma, Parse(compact, '\0', ','), Parse(compact, ',', '\0')) : Parse(compact, '\0', ','),
        };
    }

    private static CostNumber? ReadBoth(string compact)
    {
        var (group, point) = compact.LastIndexOf('.') > compact.LastIndexOf(',') ? (',', '.') : ('.', ',');
        var number = Parse(compact, group, point);
        var isMixed = compact.Length - compact.LastIndexOf(point) - 1 == 3;
        return isMixed ? WithOther(CostDoubt.Mixed, number, Parse(compact.Replace(point, group), group, '\0')) : number;
    }

    private static CostNumber? WithOther(CostDoubt doubt, CostNumber? number, CostNumber? other) => number is { } one && other is { } two ? new CostNumber(one.Value, doubt, two.Value) : number;

    private static bool HasThousands(string compact, char separator)
    {
        var at = compact.IndexOf(separator, StringComparison.Ordinal);
        return at is > 0 and <= 3 && compact.Length - at - 1 == 3 && compact[0] != '0';
    }

    private static CostNumber? Parse(string compact, char group, char point)
    {
        var whole = point == '\0' ? compact : compact[..compact.LastIndexOf(point)];
        if (point != '\0' && whole.Contains(point, StringComparison.Ordinal))
        {
            return null;
        }

        if (group != '\0' && !IsGrouped(whole, group))
        {
            return null;
        }

        var plain = (group == '\0' ? compact : compact.Replace(group.ToString(), "", StringComparison.Ordinal)).Replace(',', '.');
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? new CostNumber(value) : null;
    }

    private static bool IsGrouped(string whole, char group)
    {
        var first = true;
        foreach (var range in whole.AsSpan().Split(group))
        {
            var length = range.End.Value - range.Start.Value;
            if (first ? length is 0 or > 3 : length != 3)
            {
                return false;
            }

            first = false;
        }

        return true;
    }

    private static bool IsGroup(string text, int at) =>
        at + 3 <= text.Length && text.AsSpan(at, 3).IndexOfAnyExceptInRange('0', '9') < 0 && (at + 3 == text.Length || !char.IsAsciiDigit(text[at + 3]));

    // "2024 500" is no number: the first group has one to three digits.
    private static bool EndsAsGroup(string text, int start, int end)
    {
        var last = text.AsSpan(start, end - start);
        var blank = last.LastIndexOf(' ');
        return blank < 0 ? last.Length <= 3 && last.IndexOfAnyExceptInRange('0', '9') < 0 : last.Length - blank - 1 == 3;
    }
}
