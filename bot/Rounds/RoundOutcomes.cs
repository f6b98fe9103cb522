using System.Globalization;
using AdaptiveCards;
using Insek.Office.Bot.Cards;
using Insek.Office.Contracts;

namespace Insek.Office.Bot.Rounds;

/// <summary>What was decided, item by item: what needs somebody's attention first.</summary>
internal static class RoundOutcomes
{
    private const int LongestId = 80;

    private static readonly string[] _order = ["failed", "passedWithChange", "undecided", "withdrawn", "passed"];

    public static IEnumerable<CardBlock> Blocks(RoundView round, BallotView? own, CultureInfo culture)
    {
        var items = round.Items.ToDictionary(item => item.Id);
        var votes = own?.Votes.ToDictionary(vote => vote.Item) ?? [];
        var places = round.Items.Select((item, index) => (item.Id, index)).ToDictionary(place => place.Id, place => place.index);
        foreach (var group in round.Outcomes.GroupBy(outcome => outcome.Decision).OrderBy(group => Array.IndexOf(_order, group.Key)))
        {
            var heading = CardText.Heading(RoundTexts.All.Find($"decisions.{group.Key}", culture) is { } text ? string.Format(culture, text, group.Count()) : group.Key);
            heading.Separator = true;
            yield return CardBlock.Of(heading);
            foreach (var outcome in group.OrderBy(outcome => places.GetValueOrDefault(outcome.Item, int.MaxValue)))
            {
                var item = items.GetValueOrDefault(outcome.Item);
                yield return CardBlock.Of(Row(outcome, item, votes.GetValueOrDefault(outcome.Item), culture));
                foreach (var statement in outcome.Statements)
                {
                    yield return CardBlock.Of(Said(statement, culture));
                }
            }
        }
    }

    private static AdaptiveContainer Row(OutcomeView outcome, BallotItemView? item, VoteView? own, CultureInfo culture)
    {
        var row = new AdaptiveContainer
        {
            Spacing = AdaptiveSpacing.Small,
            Items =
            [
                CardText.Markdown($"**{CardText.Escape(item is null ? CardText.Short(outcome.Item, LongestId) : RoundTexts.Number(item, culture))}** {CardText.Escape(item?.Title ?? "")}"),
                Tight(CardText.Paragraph(outcome.Decision == "withdrawn" ? RoundTexts.All["withdrawn", culture] : Counts(outcome, culture), isSubtle: true)),
            ],
        };

        // Consent is what most said to most; it is said once, above.
        if (own is not (null or { Choice: "approve" }))
        {
            row.Items.Add(Tight(CardText.Paragraph(RoundTexts.All.Format("own", culture, RoundTexts.Choice(own.Choice, culture)))));
        }

        return row;
    }

    private static AdaptiveTextBlock Said(StatementView statement, CultureInfo culture)
    {
        const int LongestName = 100;
        var who = CardText.Short(statement.For.Name, LongestName);
        who = statement.By.Id == statement.For.Id ? who : RoundTexts.All.Format("said.for", culture, who, CardText.Short(statement.By.Name, LongestName));
        return Tight(CardText.Paragraph(RoundTexts.All.Format("said", culture, who, RoundTexts.Choice(statement.Choice, culture), statement.Text)));
    }

    private static string Counts(OutcomeView outcome, CultureInfo culture)
    {
        (string Choice, int Count)[] counts =
        [
            ("approve", outcome.Approve), ("approveWithChange", outcome.ApproveWithChange), ("reject", outcome.Reject), ("abstain", outcome.Abstain), ("recused", outcome.Recused),
        ];
        var cast = string.Join(", ", counts.Where(count => count.Count > 0).Select(count => RoundTexts.All.Format("count", culture, count.Count, RoundTexts.Choice(count.Choice, culture))));
        return $"{(cast.Length == 0 ? RoundTexts.All["count.none", culture] : cast)} ({RoundTexts.All.Count("entitled", outcome.Entitled, culture)})";
    }

    private static AdaptiveTextBlock Tight(AdaptiveTextBlock block)
    {
        block.Spacing = AdaptiveSpacing.Small;
        return block;
    }
}
