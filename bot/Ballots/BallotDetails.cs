using System.Globalization;
using AdaptiveCards;
using Insek.Office.Bot.Cards;
using Insek.Office.Bot.Rounds;
using Insek.Office.Contracts;

namespace Insek.Office.Bot.Ballots;

/// <summary>The second step of a ballot: a vote and a text for each picked item.</summary>
internal static class BallotDetails
{
    /// <summary>What is entered is sent back in full even where it is too long, but not without end. In characters.</summary>
    private const int LongestShown = 2 * BallotChoices.LongestText;

    /// <summary>A page of picked items.</summary>
    /// <param name="round">The round, open.</param>
    /// <param name="ballot">The ballot.</param>
    /// <param name="choices">The choices, at least one item picked.</param>
    /// <param name="page">The page, from 0; the last one where there are fewer.</param>
    /// <param name="culture">The language.</param>
    /// <param name="look">For whom, and what happened.</param>
    public static AdaptiveCard Card(RoundView round, BallotView ballot, BallotChoices choices, int page, CultureInfo culture, BallotLook look)
    {
        var pages = Pages(round, ballot, choices, culture);
        page = Math.Clamp(page, 0, pages.Count - 1);
        var shown = pages[page];
        var card = BallotFrame.New(round, ballot, BallotTexts.Step(2, "details", page, pages.Count, culture), culture, look);
        card.Body.AddRange(shown.Blocks.Select(block => block.Element));
        AddButtons(card, round, ballot, choices.Picked.Skip(shown.FirstItem).Take(shown.EndItem - shown.FirstItem), page, culture);
        return card;
    }

    /// <summary>The page on which a picked item stands; 0 where it stands on none.</summary>
    public static int PageOf(RoundView round, BallotView ballot, BallotChoices choices, BallotItemView item, CultureInfo culture) =>
        choices.Picked.ToList().IndexOf(item) is var index && index > 0 ? CardPages.PageOf(Pages(round, ballot, choices, culture), index) : 0;

    private static IReadOnlyList<CardPage> Pages(RoundView round, BallotView ballot, BallotChoices choices, CultureInfo culture)
    {
        var frame = BallotFrame.New(round, ballot, BallotTexts.Step(2, "details", 98, 99, culture), culture, new BallotLook(IsDeputy: true));
        AddButtons(frame, round, ballot, [], page: 1, culture);
        return CardPages.Split([.. choices.Picked.Select((item, index) => CardBlock.Of(Row(item, choices.On(item), culture), index, extraBytes: 2 * (item.Id.Length + 1)))], CardPages.RoomIn(frame));
    }

    private static AdaptiveContainer Row(BallotItemView item, DraftVote? vote, CultureInfo culture)
    {
        var texts = BallotTexts.All;
        var number = BallotTexts.Number(item, culture);
        return new AdaptiveContainer
        {
            Separator = true,
            Items =
            [
                CardText.Markdown($"**{CardText.Escape(RoundTexts.Number(item, culture))}** {CardText.Escape(item.Title)}"),
                new AdaptiveChoiceSetInput
                {
                    Id = BallotVerbs.ChoiceInput(item.Id),
                    Label = texts.Format("choice", culture, number),
                    Style = AdaptiveChoiceInputStyle.Expanded,
                    Wrap = true,
                    Value = vote?.Choice is { } choice && BallotChoices.Possible.Contains(choice) ? choice : null,
                    Choices = [.. BallotChoices.Possible.Select(possible => new AdaptiveChoice { Title = texts[$"choice.{possible}", culture], Value = possible })],
                },
                new AdaptiveTextInput
                {
                    Id = BallotVerbs.TextInput(item.Id),
                    Label = texts.Format("text", culture, number),
                    IsMultiline = true,
                    MaxLength = BallotChoices.LongestText,
                    Value = vote?.Text is { Length: > LongestShown } text ? text[..LongestShown] : vote?.Text,
                },
            ],
        };
    }

    private static void AddButtons(AdaptiveCard card, RoundView round, BallotView ballot, IEnumerable<BallotItemView> shown, int page, CultureInfo culture)
    {
        var data = BallotFrame.Data(round, ballot)
            .With(BallotVerbs.ItemsField, string.Join(',', shown.Select(item => item.Id)))
            .With(BallotVerbs.PageField, page);
        card.Actions.Add(CardButton.Execute(BallotTexts.All["next", culture], BallotVerbs.Detail, data, isPrimary: true));
        card.Actions.Add(CardButton.Execute(BallotTexts.All["back", culture], BallotVerbs.Detail, data.With(BallotVerbs.BackField, 1)));
    }
}
