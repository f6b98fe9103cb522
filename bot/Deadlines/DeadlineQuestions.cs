using System.Globalization;
using AdaptiveCards;
using Insek.Office.Bot.Actions;
using Insek.Office.Bot.Ballots;
using Insek.Office.Bot.Cards;
using Insek.Office.Contracts;

namespace Insek.Office.Bot.Deadlines;

/// <summary>What is asked before a deadline is changed: cards of their own, with what it means.</summary>
internal static class DeadlineQuestions
{
    private const int LongestReason = 2_000;
    private const int LongestTitle = 120;

    /// <summary>The title as sentences name it.</summary>
    public static string Title(DeadlineView deadline) => CardText.Short(deadline.Title, LongestTitle);

    public static AdaptiveCard Move(DeadlineView deadline, CardActionContext context, DateOnly today, string? notice)
    {
        var (texts, culture) = (DeadlineTexts.All, context.Culture);
        var card = New(deadline, deadline.Kind == "roundDue" ? "extend" : "move", context, notice);
        if (deadline.Kind == "measureDue")
        {
            card.Body.Add(CardText.Paragraph(texts["move.measure", culture], isSubtle: true));
        }

        card.Body.Add(new AdaptiveDateInput
        {
            Id = DeadlineVerbs.DateInput,
            Label = texts[deadline.HasTime ? "move.dateAt" : "move.date", culture].Replace("{0}", CardText.TimeValue(deadline.DueAt), StringComparison.Ordinal),
            Min = Day(today),
            Value = context.Text(DeadlineVerbs.DateInput) ?? Day(deadline.Due > today ? deadline.Due : today.AddDays(7)),
        });
        card.Body.Add(Reason(deadline.Actions.MoveNeedsReason ? "reason.needed" : "reason.optional", context));
        return With(card, deadline, deadline.Kind == "roundDue" ? "extend.do" : "move.do", DeadlineVerbs.Move, context);
    }

    public static AdaptiveCard HandOver(DeadlineView deadline, AdaptiveChoiceSetInput person, CardActionContext context, string? notice)
    {
        var card = New(deadline, "handOver", context, notice);
        card.Body.Add(person);
        card.Body.Add(Reason("reason.optional", context));
        return With(card, deadline, "handOver.do", DeadlineVerbs.HandOver, context);
    }

    public static AdaptiveCard Waive(DeadlineView deadline, CardActionContext context, string? notice)
    {
        var card = New(deadline, "waive", context, notice);
        card.Body.Add(Reason("reason.needed", context));
        return With(card, deadline, "waive.do", DeadlineVerbs.Waive, context);
    }

    /// <summary>What is wrong with a reason; null where nothing is.</summary>
    public static string? ObjectionToReason(CardActionContext context, bool isNeeded) => context.Text(DeadlineVerbs.ReasonInput) switch
    {
        { Length: > LongestReason } => DeadlineTexts.All["reason.long", context.Culture],
        var reason when isNeeded && string.IsNullOrWhiteSpace(reason) => DeadlineTexts.All["reason.missing", context.Culture],
        _ => null,
    };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static AdaptiveCard New(DeadlineView deadline, string kind, CardActionContext context, string? notice)
    {
        var (texts, culture) = (DeadlineTexts.All, context.Culture);
        var heading = texts[$"{kind}.heading", culture];
        var card = CardFrame.New($"{heading} {Title(deadline)}.", texts["fallback", culture], culture, notice);
        card.Body.Add(CardText.Heading(heading));
        card.Body.Add(new AdaptiveTextBlock { Text = CardText.Escape(CardText.Short(deadline.Title, DeadlineRows.LongestTitle)), Weight = AdaptiveTextWeight.Bolder, Wrap = true });
        card.Body.Add(CardText.Line(DeadlineTexts.When(deadline, culture)));
        card.Body.Add(CardText.Line(DeadlineTexts.About(deadline, culture), isSubtle: true));
        return card;
    }

    private static AdaptiveTextInput Reason(string label, CardActionContext context)
    {
        var value = context.Text(DeadlineVerbs.ReasonInput);
        return new AdaptiveTextInput
        {
            Id = DeadlineVerbs.ReasonInput,
            Label = DeadlineTexts.All[label, context.Culture],
            IsMultiline = true,
            MaxLength = LongestReason,
            Value = value is { Length: > 2 * LongestReason } ? value[..(2 * LongestReason)] : value,
        };
    }

    private static AdaptiveCard With(AdaptiveCard card, DeadlineView deadline, string button, string verb, CardActionContext context)
    {
        var origin = DeadlineOrigin.Read(context);
        card.Actions.Add(CardButton.Execute(DeadlineTexts.All[button, context.Culture], verb, DeadlineRows.Changing(deadline, origin).With(DeadlineVerbs.ConfirmedField, "1"), isPrimary: true));
        card.Actions.Add(CardButton.Go(DeadlineTexts.All["back", context.Culture], DeadlineVerbs.List, origin.Data()));
        return card;
    }
}
