using System.Globalization;
using Insek.Office.Bot.Api;
using Insek.Office.Bot.Ballots;
using Insek.Office.Bot.Deadlines;
using Insek.Office.Bot.Rounds;
using Insek.Office.Contracts;
using Insek.Office.Domain;

namespace Insek.Office.Bot.Notices;

/// <summary>Renders the notices that remind somebody, each from the state at this moment and as its recipient may see it.</summary>
internal sealed class ReminderCards(DeadlinesApi deadlines, RoundsApi rounds)
{
    /// <summary>The card to show; null where there is nothing to show any more, or the notice is no reminder.</summary>
    /// <exception cref="ApiUnavailableException">The state cannot be read now.</exception>
    public async Task<RenderedNotice?> RenderAsync(NoticeView notice, CultureInfo culture, CancellationToken cancellationToken)
    {
        if (notice.Member is not { } member || !Identifier.IsValid(member.Id))
        {
            return null;
        }

        var call = new ApiCall(new MemberId(member.Id));
        return notice switch
        {
            { Kind: "reminderDigest", Date: { } day } => await DigestAsync(day, call, culture, cancellationToken),
            { Kind: "deadlineOverview", Week: { } week } => await OverviewAsync(week, call, culture, cancellationToken),
            { Kind: "progressAsked", Quarter: { } quarter } => await ProgressAsync(quarter, call, culture, cancellationToken),
            { Kind: "roundEscalation" } when Round(notice) is { } round => await EscalationAsync(round, call, culture, cancellationToken),
            { Kind: "roundReminder" } when Round(notice) is { } round => await ReminderAsync(round, member.Id, call, culture, cancellationToken),
            { Kind: "roundPaused" } when Round(notice) is { } round => await PausedAsync(round, call, culture, cancellationToken),
            _ => null,
        };
    }

    private static RoundName? Round(NoticeView notice) =>
        notice.Round is { } id && Identifier.IsValid(id) && Identifier.IsValid(notice.Concept) ? new RoundName(notice.Concept, id) : null;

    private async Task<RenderedNotice?> DigestAsync(DateOnly day, ApiCall call, CultureInfo culture, CancellationToken cancellationToken) =>
        NoticeCards.Known(await deadlines.DigestAsync(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), call, cancellationToken)) is { Count: > 0 } digest
            ? new RenderedNotice(DigestCard.Of(digest, page: 0, culture), DigestCard.Notification(digest, culture))
            : null;

    private async Task<RenderedNotice?> OverviewAsync(string week, ApiCall call, CultureInfo culture, CancellationToken cancellationToken) =>
        Identifier.IsValid(week) && NoticeCards.Known(await deadlines.OverviewAsync(week, call, cancellationToken)) is { } overview
            ? new RenderedNotice(OverviewCard.Of(overview, page: 0, culture), OverviewCard.Notification(overview, culture))
            : null;

    private async Task<RenderedNotice?> ProgressAsync(string quarter, ApiCall call, CultureInfo culture, CancellationToken cancellationToken) =>
        Identifier.IsValid(quarter) && NoticeCards.Known(await deadlines.QuestionsAsync(quarter, call, cancellationToken)) is { Measures.Count: > 0 } questions
            ? new RenderedNotice(ProgressCards.All(questions, page: 0, culture), ProgressCards.Notification(questions, culture))
            : null;

    private async Task<RenderedNotice?> EscalationAsync(RoundName round, ApiCall call, CultureInfo culture, CancellationToken cancellationToken) =>
        NoticeCards.Known(await deadlines.EscalationAsync(round, call, cancellationToken)) is { } escalation
            ? new RenderedNotice(EscalationCard.Of(escalation, culture), EscalationCard.Notification(escalation, culture))
            : null;

    private async Task<RenderedNotice?> ReminderAsync(RoundName name, string member, ApiCall call, CultureInfo culture, CancellationToken cancellationToken)
    {
        var (reading, ballotReading) = (rounds.FindAsync(name, call, cancellationToken), rounds.FindBallotAsync(new BallotName(name, member), call, cancellationToken));
        await Task.WhenAll(reading, ballotReading);
        return NoticeCards.Known(await reading) is { } round && NoticeCards.Known(await ballotReading) is { Removed: false } ballot
            ? new RenderedNotice(RoundCalls.Reminder(round, ballot, culture), RoundCalls.ReminderSays(round, ballot, culture))
            : null;
    }

    private async Task<RenderedNotice?> PausedAsync(RoundName name, ApiCall call, CultureInfo culture, CancellationToken cancellationToken) =>
        NoticeCards.Known(await rounds.FindAsync(name, call, cancellationToken)) is { } round
            ? new RenderedNotice(RoundCalls.Paused(round, culture), RoundCalls.PausedSays(round, culture))
            : null;
}
