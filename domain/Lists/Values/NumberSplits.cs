namespace Insek.Office.Domain.Lists;

/// <summary>A number of the earlier edition that goes on as several.</summary>
/// <param name="Old">The number of the earlier edition.</param>
/// <param name="Parts">The new numbers made of it, in natural order.</param>
/// <param name="OldRemains">Whether the new edition has the old number, too: then something was added rather than split.</param>
public sealed record NumberSplit(MeasureNumber Old, ValueList<MeasureNumber> Parts, bool OldRemains);

/// <summary>Tells which numbers of a list were split: 24 into 24a and 24b.</summary>
public static class NumberSplits
{
    /// <summary>Compares the numbers of two editions.</summary>
    /// <remarks>A number was split where the new edition has numbers that the earlier one had not, which bear a letter behind it (24a) or go one level deeper (24.1).</remarks>
    /// <returns>What may have been split, in natural order; a person confirms it.</returns>
    public static ValueList<NumberSplit> Find(IEnumerable<MeasureNumber> before, IEnumerable<MeasureNumber> after)
    {
        var old = before.Distinct().ToDictionary(number => number.Key, StringComparer.Ordinal);
        var now = after.ToHashSet();
        return now.Where(number => !old.ContainsKey(number.Key))
            .Select(number => (Number: number, Stem: Stems(number).FirstOrDefault(old.ContainsKey)))
            .Where(part => part.Stem is not null)
            .GroupBy(part => part.Stem!, part => part.Number, StringComparer.Ordinal)
            .Select(parts => new NumberSplit(old[parts.Key], parts.Order().ToValueList(), now.Contains(old[parts.Key])))
            .OrderBy(split => split.Old)
            .ToValueList();
    }

    private static IEnumerable<string> Stems(MeasureNumber number)
    {
        if (number.Family is { } family)
        {
            yield return family;
        }

        var joint = number.Key.LastIndexOfAny(['.', '-', '/']);
        if (joint > 0 && number.Key.AsSpan(joint + 1).IndexOfAnyExceptInRange('0', '9') < 0)
        {
            yield return number.Key[..joint];
        }
    }
}
