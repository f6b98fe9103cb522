using System.Globalization;
using AdaptiveCards;
using Insek.Office.Bot.Cards;
using Insek.Office.Bot.Rounds;
using Insek.Office.Contracts;

namespace Insek.Office.Bot.Ballots;

/// <summary>Votes other than plain consent, one block each, with their texts in full.</summary>
internal static class BallotVoteRows
{
    private const int LongestId = 80;

    public static IEnumerable<CardBlock> Blocks(RoundView round, IEnumerable<VoteView> votes, CultureInfo culture)
    {
        var items = round.Items.ToDictionary(item => item.Id);
        return votes.Where(vote => vote.Choice != "approve").Select(vote => CardBlock.Of(Row(vote, items.GetValueOrDefault(vote.Item), culture)));
    }

    private static AdaptiveContainer Row(VoteView vote, BallotItemView? item, CultureInfo culture)
    {
        var choice = RoundTexts.Choice(vote.Choice, culture);
        if (item is { Withdrawn: true })
        {
            choice = $"{choice} – {BallotTexts.All["receipt.void", culture]}";
        }

        var row = new AdaptiveContainer
        {
            Separator = true,
            Spacing = AdaptiveSpacing.Small,
            Items =
            [
                CardText.Markdown($"**{CardText.Escape(item is null ? CardText.Short(vote.Item, LongestId) : RoundTexts.Number(item, culture))}** {CardText.Escape(item?.Title ?? "")}"),
                Close(CardText.Markdown($"**{CardText.Escape(choice)}**")),
            ],
        };
        if (!string.IsNullOrWhiteSpace(vote.Text))
        {
            row.Items.Add(Close(CardText.Paragraph(vote.Text)));
        }

        return row;
    }

    private static AdaptiveTextBlock Close(AdaptiveTextBlock block)
    {
        block.Spacing = AdaptiveSpacing.None;
        return block;
    }
}
