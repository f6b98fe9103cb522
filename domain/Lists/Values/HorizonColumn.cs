using System.Runtime.InteropServices;

namespace Insek.Office.Domain.Lists;

/// <summary>What a column says of spans of years: which are short, medium and long.</summary>
public sealed class HorizonColumn
{
    private readonly Dictionary<YearSpan, Horizon> _spans;

    private HorizonColumn(Dictionary<YearSpan, Horizon> spans) => _spans = spans;

    /// <summary>A column of which nothing is known.</summary>
    public static HorizonColumn Unknown { get; } = new([]);

    /// <summary>Reads heading and cells once.</summary>
    /// <remarks>"kurzfristig (0–3 Jahre)" explains 0–3 years for the whole column, as long as no cell contradicts. Three spans that follow each other are short, medium, long.</remarks>
    public static HorizonColumn Learn(string heading, IEnumerable<WrittenCell> cells)
    {
        var (explained, bare) = (new Dictionary<YearSpan, Horizon>(), new HashSet<YearSpan>());
        var contradicted = new HashSet<YearSpan>();
        foreach (var folded in Explanations(heading).Concat(cells.Select(cell => CellText.Fold(cell.Text))))
        {
            var words = HorizonWords.Of(folded);
            if (words.IsAll || YearSpan.TryFind(folded) is not { } span)
            {
                continue;
            }

            if (words.Horizons.Count == 0)
            {
                bare.Add(span);
            }
            else if (words.Horizons.Count > 1 || (!explained.TryAdd(span, words.Horizons[0]) && explained[span] != words.Horizons[0]))
            {
                contradicted.Add(span);
            }
        }

        foreach (var span in contradicted)
        {
            explained.Remove(span);
        }

        return new HorizonColumn(explained.Count > 0 || contradicted.Count > 0 ? explained : InOrder(bare));
    }

    internal Horizon? Of(YearSpan span) => _spans.TryGetValue(span, out var horizon) ? horizon : null;

    // "Zeithorizont (kurz: 0-3 Jahre, mittel: 4-7 Jahre, lang: > 7 Jahre)"
    private static string[] Explanations(string heading) =>
        CellText.Fold(heading).Split([',', ';', '('], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static Dictionary<YearSpan, Horizon> InOrder(HashSet<YearSpan> bare)
    {
        var spans = bare.OrderBy(span => span.From).ThenBy(span => span.To).ToArray();
        var follow = spans.Length == 3 && spans[0].To <= spans[1].From && spans[1].To <= spans[2].From && spans[1].From < spans[2].From;
        return follow ? new() { [spans[0]] = Horizon.ShortTerm, [spans[1]] = Horizon.MediumTerm, [spans[2]] = Horizon.LongTerm } : [];
    }
}

/// <summary>A span of years from now: "0–3 Jahre", "bis 5 Jahre", "&gt; 10 Jahre".</summary>
/// <param name="From">The first year.</param>
/// <param name="To">The last year; the largest number where it is open.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct YearSpan(int From, int To)
{
    private static readonly string[] _upTo = ["bis", "bis zu", "<", "<=", "≤", "unter", "max.", "innerhalb von"];

    private static readonly string[] _atLeast = ["ab", ">", ">=", "≥", "ueber", "mehr als"];

    /// <summary>Reads a text that is nothing but a span; null for any other.</summary>
    public static YearSpan? TryRead(string folded) => TryFind(folded) is { } span && HorizonWords.Of(folded).Horizons.Count == 0 ? span : null;

    /// <summary>Finds a span in a text that names years.</summary>
    public static YearSpan? TryFind(string folded)
    {
        var years = folded.IndexOf("jahr", StringComparison.Ordinal);
        if (years <= 0)
        {
            return null;
        }

        var before = folded.AsSpan(0, years).TrimEnd();
        var last = TakeNumber(ref before);
        if (last is not { } to)
        {
            return null;
        }

        var isRange = before.EndsWith("-") || before.EndsWith("bis");
        var rest = before.TrimEnd("-bis ");
        var from = isRange ? TakeNumber(ref rest) : null;
        if (from is { } first)
        {
            return first <= to ? new YearSpan(first, to) : null;
        }

        return EndsWith(before, _upTo) ? new YearSpan(0, to) : EndsWith(before, _atLeast) ? new YearSpan(to, int.MaxValue) : null;
    }

    private static bool EndsWith(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.EndsWith(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static int? TakeNumber(ref ReadOnlySpan<char> text)
    {
        var start = text.Length;
        while (start > 0 && char.IsAsciiDigit(text[start - 1]))
        {
            start--;
        }

        var digits = text[start..];
        if (digits.Length is 0 or > 2)
        {
            return null;
        }

        text = text[..start].TrimEnd();
        return int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
    }
}
