namespace Insek.Office.Bot.Search;

/// <summary>Finds what somebody means among a few names.</summary>
internal static class NameMatch
{
    private const double Least = 0.4;

    /// <summary>The one that fits best: by key, as a whole, or word by word with the usual slips.</summary>
    /// <returns>Null where none fits, or two fit equally well.</returns>
    public static T? Best<T>(string wanted, IReadOnlyList<T> all, Func<T, IEnumerable<string?>> namesOf)
        where T : class
    {
        var folded = Folding.Fold(wanted);
        if (all.FirstOrDefault(one => namesOf(one).Any(name => name is not null && Folding.Fold(name) == folded)) is { } exact)
        {
            return exact;
        }

        var words = Folding.Words(wanted);
        if (words.Count == 0)
        {
            return null;
        }

        var scored = all.Select(one => (One: one, Score: Score(words, [.. namesOf(one).SelectMany(Folding.Words).Distinct()]))).OrderByDescending(pair => pair.Score).ToList();
        return scored is [var best, ..] && best.Score >= Least && (scored.Count == 1 || scored[1].Score < best.Score) ? best.One : null;
    }

    private static double Score(IReadOnlyList<string> wanted, IReadOnlyList<string> words) =>
        words.Count == 0 ? 0 : wanted.Average(one => words.Max(word => MeasureQuery.Fit(one, word)));
}
