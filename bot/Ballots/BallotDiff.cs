using System.Globalization;
using AdaptiveCards;
using Insek.Office.Bot.Cards;
using Insek.Office.Contracts;

namespace Insek.Office.Bot.Ballots;

/// <summary>What has changed on an item, field by field: what went is struck through, what came is underlined, and both are said in words too.</summary>
internal static class BallotDiff
{
    /// <summary>How much of what stayed is shown around a change, in characters.</summary>
    private const int Context = 60;

    /// <summary>What the marks around a piece take, in characters of the dearest kind.</summary>
    private const int Overhead = 30;

    /// <summary>The changes in parts, each about <paramref name="length"/> characters long or one change.</summary>
    public static IReadOnlyList<IReadOnlyList<AdaptiveElement>> Parts(BallotItemView item, int length, CultureInfo culture)
    {
        var parts = new List<List<AdaptiveElement>>();
        var used = 0;
        foreach (var field in item.Changes)
        {
            var label = BallotTexts.All.Find($"field.{field.Field}", culture) ?? field.Field;
            AdaptiveRichTextBlock? block = null;
            foreach (var (kind, text) in Pieces(field, length))
            {
                if (parts.Count == 0 || used + text.Length + Overhead > length)
                {
                    parts.Add([]);
                    (used, block) = (0, null);
                }

                if (block is null)
                {
                    block = new AdaptiveRichTextBlock { Spacing = AdaptiveSpacing.None };
                    parts[^1].Add(CardText.Markdown($"**{CardText.Escape(CardText.Short(label, Context))}**"));
                    parts[^1].Add(block);
                }

                used += text.Length + Overhead;
                block.Inlines.AddRange(Runs(kind, text, culture));
            }
        }

        return parts;
    }

    private static IEnumerable<(string Kind, string Text)> Pieces(FieldDiff field, int length)
    {
        IEnumerable<TextPart> words = field.Words
            ?? [.. field.Before is { Length: > 0 } before ? [new TextPart("removed", before)] : Array.Empty<TextPart>(), .. field.After is { Length: > 0 } after ? [new TextPart("added", after)] : Array.Empty<TextPart>()];
        return words.SelectMany(word => word.Kind == "same" ? [(word.Kind, Around(word.Text))] : TextParts.Of(word.Text, length).Select(text => (word.Kind, text)));
    }

    /// <summary>The beginning and end of what stayed; the whole text stands in the description.</summary>
    private static string Around(string text) =>
        text.Length <= (Context * 2) + 3 ? text : $"{Whole(text[..Context])} … {Whole(text[^Context..])}";

    /// <summary>Without half a character at either end.</summary>
    private static string Whole(string text) => text[(char.IsLowSurrogate(text[0]) ? 1 : 0)..(char.IsHighSurrogate(text[^1]) ? text.Length - 1 : text.Length)];

    private static IEnumerable<AdaptiveInline> Runs(string kind, string text, CultureInfo culture)
    {
        switch (kind)
        {
            case "removed":
                yield return Mark("diff.removed", culture);
                yield return new AdaptiveTextRun(text) { Strikethrough = true };
                yield return Mark("diff.end", culture);
                break;
            case "added":
                yield return Mark("diff.added", culture);
                yield return new AdaptiveTextRun(text) { Underline = true, Weight = AdaptiveTextWeight.Bolder };
                yield return Mark("diff.end", culture);
                break;
            default:
                yield return new AdaptiveTextRun(text);
                break;
        }
    }

    private static AdaptiveTextRun Mark(string name, CultureInfo culture) => new($"{BallotTexts.All[name, culture]} ") { IsSubtle = true };
}
