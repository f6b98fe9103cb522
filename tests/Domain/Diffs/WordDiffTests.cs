using FsCheck;
using FsCheck.Fluent;

namespace Insek.Office.Domain.Tests.Diffs;

/// <summary>The difference of two texts, word by word.</summary>
public sealed class WordDiffTests
{
    [Fact]
    public void A_changed_word_is_shown_between_those_that_stayed() => Assert.Equal(
        [
            new DiffPart(DiffKind.Same, "Ausbau der "),
            new DiffPart(DiffKind.Removed, "Radwege "),
            new DiffPart(DiffKind.Added, "Rad- und Fußwege "),
            new DiffPart(DiffKind.Same, "im Norden"),
        ],
        WordDiff.Compare("Ausbau der Radwege im Norden", "Ausbau der Rad- und Fußwege im Norden"));

    [Fact]
    public void The_parts_make_both_texts_again() => Prop.ForAll(Texts(), Texts(), (before, after) =>
    {
        var parts = WordDiff.Compare(before, after);
        return string.Concat(parts.Where(part => part.Kind is not DiffKind.Added).Select(part => part.Text)) == before
            && string.Concat(parts.Where(part => part.Kind is not DiffKind.Removed).Select(part => part.Text)) == after;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_text_compared_with_itself_has_no_difference() => Prop.ForAll(
        Texts(), text => WordDiff.Compare(text, text).All(part => part.Kind is DiffKind.Same)).QuickCheckThrowOnFailure();

    // An edit script of Myers' kind is as short as the longest common subsequence allows.
    [Fact]
    public void No_shorter_difference_exists() => Prop.ForAll(Texts(), Texts(), (before, after) =>
    {
        var (old, @new) = (Words(before), Words(after));
        var changed = WordDiff.Compare(before, after).Where(part => part.Kind is not DiffKind.Same).Sum(part => Words(part.Text).Length);
        return changed == old.Length + @new.Length - (2 * CommonLength(old, @new));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Texts_without_anything_in_common_are_shown_as_replaced_even_when_long()
    {
        var before = string.Join(' ', Enumerable.Range(0, 3_000).Select(number => $"a{number}"));
        var after = string.Join(' ', Enumerable.Range(0, 3_000).Select(number => $"b{number}"));

        Assert.Equal([new DiffPart(DiffKind.Removed, before), new DiffPart(DiffKind.Added, after)], WordDiff.Compare(before, after));
    }

    // Few different words, so that common ones are common; every word keeps its space.
    private static Arbitrary<string> Texts() => Gen.Elements("a ", "b ", "c ", "ü  ", "ß\n").ListOf().Select(words => string.Concat(words)).ToArbitrary();

    private static string[] Words(string text) => [.. System.Text.RegularExpressions.Regex.Matches(text, @"\S+\s*", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Select(match => match.Value)];

    private static int CommonLength(string[] left, string[] right)
    {
        var lengths = new int[left.Length + 1, right.Length + 1];
        for (var i = 1; i <= left.Length; i++)
        {
            for (var j = 1; j <= right.Length; j++)
            {
                lengths[i, j] = left[i - 1] == right[j - 1] ? lengths[i - 1, j - 1] + 1 : Math.Max(lengths[i - 1, j], lengths[i, j - 1]);
            }
        }

        return lengths[left.Length, right.Length];
    }
}
