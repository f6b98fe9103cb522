namespace Insek.Office.Bot.Search;

/// <summary>Words somebody searches measures by, and how well a measure fits them.</summary>
/// <remarks>
/// A word fits as a whole, as the beginning of a word, within one (German compounds) or, where slips are looked for, with one or two. Every
/// word has to fit somewhere; of three and more one may be missing.
/// </remarks>
internal sealed class MeasureQuery
{
    /// <summary>The score of the measure whose number was searched for.</summary>
    public const double Exact = 1_000;

    private const double NumberBegins = 100;
    private const double TitleBegins = 0.3;
    private const int MaxWords = 12;
    private const int ShortestInfix = 3;
    private const double LeastTrigrams = 0.45;

    /// <summary>Words so frequent that they say nothing, folded.</summary>
    private static readonly HashSet<string> _idle =
        [.. new[] { "und", "oder", "der", "die", "das", "des", "den", "dem", "ein", "eine", "im", "in", "am", "an", "auf", "zu", "zur", "zum", "für", "von", "mit", "the", "and", "of", "for" }.Select(Folding.Fold)];

    private readonly bool _withSlips;
    private readonly string _folded;
    private readonly List<string> _words;

    /// <summary>How well each word fits those met so far: a concept repeats its words often.</summary>
    private readonly Dictionary<(string Wanted, string Word), double> _fits = [];

    /// <param name="text">What was typed.</param>
    /// <param name="withSlips">Whether words that are only alike fit, too.</param>
    public MeasureQuery(string text, bool withSlips)
    {
        (_withSlips, _folded) = (withSlips, Folding.Fold(text));
        var words = Folding.Words(text).Distinct().Take(MaxWords).ToList();
        _words = words.Where(word => !_idle.Contains(word)).ToList() is { Count: > 0 } telling ? telling : words;
    }

    /// <summary>How well a measure fits; 0 where it does not.</summary>
    public double Score(MeasureEntry entry)
    {
        if (_words.Count == 0)
        {
            return 0;
        }

        if (entry.Numbers.Contains(_folded))
        {
            return Exact;
        }

        var (sum, missing) = (0.0, 0);
        foreach (var word in _words)
        {
            var best = Best(word, entry);
            sum += best;
            missing += best > 0 ? 0 : 1;
        }

        var score = missing <= (_words.Count >= 3 ? 1 : 0) ? sum / _words.Count : 0;
        if (score > 0 && entry.Fields[0].Words is [var first, ..] && first == _words[0])
        {
            score += TitleBegins;
        }

        // Parts of a number end at its marks: "verkehr-1" begins "verkehr-1-2" and not "verkehr-12".
        return entry.Numbers.Any(number => number.Length > _folded.Length && number.StartsWith(_folded, StringComparison.Ordinal) && !char.IsLetterOrDigit(number[_folded.Length]) && _words.Any(IsNumber))
            ? NumberBegins + score
            : score;
    }

    /// <summary>How well one word fits another, 0 to 1; both folded.</summary>
    /// <param name="wanted">The word that was typed.</param>
    /// <param name="word">The word it may mean.</param>
    /// <param name="withSlips">Whether it fits, too, where it is only alike.</param>
    internal static double Fit(string wanted, string word, bool withSlips = true)
    {
        if (word == wanted)
        {
            return 1;
        }

        if (word.StartsWith(wanted, StringComparison.Ordinal))
        {
            // A digit does not stand for the numbers it begins.
            return IsNumber(wanted) ? 0 : 0.75 + (0.2 * wanted.Length / word.Length);
        }

        if (wanted.Length >= ShortestInfix && word.Contains(wanted, StringComparison.Ordinal))
        {
            return 0.6 + (0.1 * wanted.Length / word.Length);
        }

        if (!withSlips || IsNumber(wanted) || wanted.Length < ShortestInfix)
        {
            return 0;
        }

        var tolerated = EditDistance.Tolerated(wanted.Length);
        var distance = EditDistance.Between(wanted, word, tolerated);
        if (distance <= tolerated)
        {
            return 0.6 - (0.1 * distance);
        }

        // A slip in the beginning of a longer word: "starssen" for "strassennetz".
        if (word.Length > wanted.Length && wanted.Length >= 5 && EditDistance.Between(wanted, word.AsSpan(0, wanted.Length), 1) <= 1)
        {
            return 0.45;
        }

        var alike = Trigrams(wanted, word);
        return alike >= LeastTrigrams ? 0.4 * alike : 0;
    }

    private double Best(string wanted, MeasureEntry entry)
    {
        var best = 0.0;
        foreach (var field in entry.Fields)
        {
            // No word of a lighter field can do better.
            if (field.Weight <= best)
            {
                break;
            }

            foreach (var word in field.Words)
            {
                best = Math.Max(best, field.Weight * Known(wanted, word));
            }
        }

        return best;
    }

    private double Known(string wanted, string word)
    {
        if (!_fits.TryGetValue((wanted, word), out var fit))
        {
            fit = Fit(wanted, word, _withSlips);
            _fits.Add((wanted, word), fit);
        }

        return fit;
    }

    private static bool IsNumber(string word) => char.IsAsciiDigit(word[0]);

    /// <summary>Dice's coefficient over runs of three letters, 0 to 1.</summary>
    private static double Trigrams(string left, string right)
    {
        if (left.Length < 5 || right.Length < 5)
        {
            return 0;
        }

        var common = 0;
        for (var i = 0; i + 3 <= left.Length; i++)
        {
            common += right.AsSpan().IndexOf(left.AsSpan(i, 3), StringComparison.Ordinal) >= 0 ? 1 : 0;
        }

        return 2.0 * common / (left.Length - 2 + right.Length - 2);
    }
}
