using System.Globalization;
using AdaptiveCards;
using Insek.Office.Bot.Cards;
using Insek.Office.Bot.Rounds;
using Insek.Office.Contracts;

namespace Insek.Office.Bot.Ballots;

/// <summary>An item on a ballot: number and title, where and for what, and behind buttons its description and what has changed.</summary>
internal static class BallotItemRows
{
    /// <summary>A description of one line up to this length stands in the row. In characters.</summary>
    private const int ShortDescription = 140;

    /// <summary>What is longer is shown in parts, so that a page break can fall between them. In characters.</summary>
    private const int PartLength = 1_200;

    /// <summary>Up to this, everything about an item stays together. In bytes.</summary>
    private const int TogetherBytes = 6 * 1024;

    private const int LongestWhere = 300;

    /// <summary>The blocks of an item: one, or several where it has much to say.</summary>
    /// <param name="item">The item.</param>
    /// <param name="index">Its index among those before the group.</param>
    /// <param name="choiceBytes">What its choice in the question takes, in bytes.</param>
    /// <param name="isUnderGoal">Whether what stands above it names its goal already.</param>
    /// <param name="culture">The language.</param>
    public static IEnumerable<CardBlock> Blocks(BallotItemView item, int index, int choiceBytes, bool isUnderGoal, CultureInfo culture)
    {
        var row = Row(item, isUnderGoal, culture);
        var (descriptions, changes) = (Description(item), BallotDiff.Parts(item, PartLength, culture));
        if (descriptions.Count + changes.Count == 0)
        {
            return [CardBlock.Of(row, index, choiceBytes)];
        }

        if (descriptions.Count <= 1 && changes.Count <= 1)
        {
            var buttons = new AdaptiveActionSet { Spacing = AdaptiveSpacing.Small };
            row.Items.Add(buttons);
            foreach (var text in descriptions)
            {
                Hide(row, buttons, Id("d", index, 0), BallotTexts.All.Format("description", culture, BallotTexts.Number(item, culture)), [CardText.Paragraph(text)]);
            }

            foreach (var change in changes)
            {
                Hide(row, buttons, Id("c", index, 0), BallotTexts.All.Format("changes", culture, BallotTexts.Number(item, culture)), change);
            }

            var together = CardBlock.Of(row, index, choiceBytes);
            if (together.Bytes <= TogetherBytes)
            {
                return [together];
            }

            row = Row(item, isUnderGoal, culture);
        }

        row.Items.Add(CardText.Paragraph(BallotTexts.All.Format("description.below", culture, BallotTexts.Number(item, culture)), isSubtle: true));
        return
        [
            CardBlock.Of(row, index, choiceBytes),
            .. descriptions.Select((text, part) => Part(item, "description", Id("d", index, part), part, descriptions.Count, [CardText.Paragraph(text)], culture)),
            .. changes.Select((change, part) => Part(item, "changes", Id("c", index, part), part, changes.Count, change, culture)),
        ];
    }

    /// <summary>The goal an item stands under, in words.</summary>
    public static string Goal(string goal, CultureInfo culture) => CardText.Short(BallotTexts.All.Format("goal", culture, goal), LongestWhere);

    private static AdaptiveContainer Row(BallotItemView item, bool isUnderGoal, CultureInfo culture)
    {
        var texts = BallotTexts.All;
        var row = new AdaptiveContainer
        {
            Separator = true,
            Items = [CardText.Markdown($"**{CardText.Escape(RoundTexts.Number(item, culture))}** {CardText.Escape(item.Title)}")],
        };
        string?[] where =
        [
            item.Areas.Count > 0 ? texts.Format("areas", culture, string.Join(", ", item.Areas)) : null,
            item.Goal is { } goal && !isUnderGoal ? Goal(goal, culture) : null,
        ];
        if (where.OfType<string>().ToArray() is { Length: > 0 } known)
        {
            row.Items.Add(Small(CardText.Paragraph(string.Join(" · ", known.Select(text => CardText.Short(text, LongestWhere))), isSubtle: true)));
        }

        if (IsShort(item.Description))
        {
            row.Items.Add(Small(CardText.Paragraph(item.Description)));
        }

        if (item.ChangedSinceRevision is not null)
        {
            var since = item.ChangedAt is { } at ? texts.Format("changed", culture, CardText.Day(at, culture)) : texts["changed.undated", culture];
            row.Items.Add(Small(CardText.Markdown($"**{CardText.Escape(since)}**")));
        }

        return row;
    }

    private static bool IsShort([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] string? description) =>
        !string.IsNullOrWhiteSpace(description) && description.Length <= ShortDescription && !description.Contains('\n', StringComparison.Ordinal);

    private static IReadOnlyList<string> Description(BallotItemView item) =>
        string.IsNullOrWhiteSpace(item.Description) || IsShort(item.Description) ? [] : TextParts.Of(item.Description, PartLength);

    private static CardBlock Part(BallotItemView item, string kind, string id, int part, int parts, IEnumerable<AdaptiveElement> hidden, CultureInfo culture)
    {
        var title = parts == 1
            ? BallotTexts.All.Format(kind, culture, BallotTexts.Number(item, culture))
            : BallotTexts.All.Format($"{kind}.part", culture, BallotTexts.Number(item, culture), part + 1, parts);
        var buttons = new AdaptiveActionSet();
        var container = new AdaptiveContainer { Spacing = AdaptiveSpacing.Small, Items = [buttons] };
        Hide(container, buttons, id, title, hidden);
        return CardBlock.Of(container);
    }

    private static void Hide(AdaptiveContainer row, AdaptiveActionSet buttons, string id, string title, IEnumerable<AdaptiveElement> hidden)
    {
        buttons.Actions.Add(CardButton.Toggle(title, id));
        row.Items.Add(new AdaptiveContainer { Id = id, IsVisible = false, Items = [.. hidden] });
    }

    private static string Id(string kind, int item, int part) => string.Create(CultureInfo.InvariantCulture, $"{kind}{item}-{part}");

    private static AdaptiveTextBlock Small(AdaptiveTextBlock block)
    {
        block.Spacing = AdaptiveSpacing.None;
        return block;
    }
}
