using Insek.Office.Bot.Actions;
using Insek.Office.Bot.Api;
using Insek.Office.Bot.Cards;
using Insek.Office.Contracts;

namespace Insek.Office.Bot.Rounds;

/// <summary>Handles <c>round.close</c>: asks, then closes the round before everybody has voted.</summary>
internal sealed class CloseRoundAction(RoundDesk desk, RoundsApi rounds) : ICardAction
{
    public string Verb => RoundVerbs.Close;

    public Task<CardReply> HandleAsync(CardActionContext context, CancellationToken cancellationToken)
    {
        var reason = context.Text(RoundVerbs.ReasonInput);
        return desk.ChangeAsync(
            context,
            (round, notice) => RoundQuestions.Close(round, context.Culture, reason, notice),
            () => Reasons.TooLong(reason, context),
            (name, call, token) => rounds.CloseAsync(name, new CloseRound(reason), call, token),
            "closed.done",
            cancellationToken);
    }
}

/// <summary>Handles <c>round.extend</c>: asks until when, then moves the due instant.</summary>
internal sealed class ExtendRoundAction(RoundDesk desk, RoundsApi rounds) : ICardAction
{
    public string Verb => RoundVerbs.Extend;

    public Task<CardReply> HandleAsync(CardActionContext context, CancellationToken cancellationToken)
    {
        var (date, time, reason) = (context.Text(RoundVerbs.DateInput), context.Text(RoundVerbs.TimeInput), context.Text(RoundVerbs.ReasonInput));
        var due = CardText.ReadInstant(date, time);
        return desk.ChangeAsync(
            context,
            (round, notice) => RoundQuestions.Extend(round, context.Culture, date, time, reason, notice),
            () => due is null ? RoundTexts.All["extend.unreadable", context.Culture] : Reasons.TooLong(reason, context),
            (name, call, token) => rounds.ExtendAsync(name, new ExtendRound(due, reason), call, token),
            "extended.done",
            cancellationToken);
    }
}

/// <summary>Handles <c>round.cancel</c>: asks why, then calls the round off.</summary>
internal sealed class CancelRoundAction(RoundDesk desk, RoundsApi rounds) : ICardAction
{
    public string Verb => RoundVerbs.Cancel;

    public Task<CardReply> HandleAsync(CardActionContext context, CancellationToken cancellationToken)
    {
        var reason = context.Text(RoundVerbs.ReasonInput);
        return desk.ChangeAsync(
            context,
            (round, notice) => RoundQuestions.Cancel(round, context.Culture, reason, notice),
            () => string.IsNullOrWhiteSpace(reason) ? RoundTexts.All["cancel.needed", context.Culture] : Reasons.TooLong(reason, context),
            (name, call, token) => rounds.CancelAsync(name, new CancelRound(reason), call, token),
            "cancelled.done",
            cancellationToken,
            takesPaused: true);
    }
}

/// <summary>Judges reasons before they are sent.</summary>
internal static class Reasons
{
    private const int Longest = 2_000;

    public static string? TooLong(string? reason, CardActionContext context) => reason is { Length: > Longest } ? RoundTexts.All["reason.long", context.Culture] : null;
}
