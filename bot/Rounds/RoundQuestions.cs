using System.Globalization;
using AdaptiveCards;
using Insek.Office.Bot.Cards;
using Insek.Office.Contracts;

namespace Insek.Office.Bot.Rounds;

/// <summary>What whoever manages a round is asked before it is changed: cards of their own, with what it means.</summary>
internal static class RoundQuestions
{
    private const int LongestReason = 2_000;

    public static AdaptiveCard Close(RoundView round, CultureInfo culture, string? reason, string? notice)
    {
        var card = New(round, "close", RoundTexts.All.Format("close.text", culture, round.Title, RoundTexts.Progress(round, culture)), culture, notice);
        card.Body.Add(Reason("close.reason", reason, culture));
        return With(card, round, "close", RoundVerbs.Close, culture);
    }

    public static AdaptiveCard Extend(RoundView round, CultureInfo culture, string? date, string? time, string? reason, string? notice)
    {
        var card = New(round, "extend", RoundTexts.All.Format("extend.text", culture, round.Title, CardText.Instant(round.Due, culture)), culture, notice);
        card.Body.Add(new AdaptiveDateInput { Id = RoundVerbs.DateInput, Label = RoundTexts.All["extend.date", culture], Value = date ?? CardText.DateValue(round.Due) });
        card.Body.Add(new AdaptiveTimeInput { Id = RoundVerbs.TimeInput, Label = RoundTexts.All["extend.time", culture], Value = time ?? CardText.TimeValue(round.Due) });
        card.Body.Add(Reason("extend.reason", reason, culture));
        return With(card, round, "extend", RoundVerbs.Extend, culture);
    }

    public static AdaptiveCard Cancel(RoundView round, CultureInfo culture, string? reason, string? notice)
    {
        var card = New(round, "cancel", RoundTexts.All.Format("cancel.text", culture, round.Title), culture, notice);
        card.Body.Add(Reason("cancel.reason", reason, culture));
        return With(card, round, "cancel", RoundVerbs.Cancel, culture);
    }

    private static AdaptiveCard New(RoundView round, string kind, string text, CultureInfo culture, string? notice)
    {
        var heading = RoundTexts.All[$"{kind}.heading", culture];
        var card = CardFrame.New($"{heading} {RoundTexts.Summary(round, culture)}.", RoundTexts.All["fallback", culture], culture, notice);
        card.Body.Add(CardText.Heading(heading));
        card.Body.Add(CardText.Paragraph(text));
        return card;
    }

    private static AdaptiveTextInput Reason(string label, string? value, CultureInfo culture) => new()
    {
        Id = RoundVerbs.ReasonInput,
        Label = RoundTexts.All[label, culture],
        IsMultiline = true,
        MaxLength = LongestReason,
        Value = value is { Length: > 2 * LongestReason } ? value[..(2 * LongestReason)] : value,
    };

    private static AdaptiveCard With(AdaptiveCard card, RoundView round, string kind, string verb, CultureInfo culture)
    {
        var data = RoundName.Of(round).Data();
        card.Actions.Add(CardButton.Execute(
            RoundTexts.All[$"{kind}.do", culture], verb, new Dictionary<string, string>(data) { [RoundVerbs.ConfirmedField] = "1", [RoundVerbs.OperationField] = Guid.NewGuid().ToString("N") }, isPrimary: true));
        card.Actions.Add(CardButton.Go(RoundTexts.All["back", culture], RoundVerbs.Show, data));
        return card;
    }
}
