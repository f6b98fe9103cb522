using AdaptiveCards;
using Insek.Office.Bot.Actions;
using Insek.Office.Bot.Api;
using Insek.Office.Bot.Cards;
using Insek.Office.Contracts;
using Insek.Office.Domain;

namespace Insek.Office.Bot.Deadlines;

/// <summary>Handles <c>deadline.done</c>: "Erledigt", with one tap.</summary>
internal sealed class CompleteDeadlineAction(DeadlineDesk desk, DeadlinesApi api) : ChangeDeadline(desk)
{
    public override string Verb => DeadlineVerbs.Complete;

    public override Task<ApiAnswer<DeadlineView>> SendAsync(DeadlineName name, ApiCall call, CancellationToken cancellationToken) =>
        api.CompleteAsync(name, call, cancellationToken);

    public override string Done(DeadlineView deadline, CardActionContext context) => DeadlineTexts.All.Format("done.said", context.Culture, DeadlineQuestions.Title(deadline));
}

/// <summary>Handles <c>deadline.reopen</c>: "Wieder öffnen", with one tap.</summary>
internal sealed class ReopenDeadlineAction(DeadlineDesk desk, DeadlinesApi api) : ChangeDeadline(desk)
{
    public override string Verb => DeadlineVerbs.Reopen;

    public override Task<ApiAnswer<DeadlineView>> SendAsync(DeadlineName name, ApiCall call, CancellationToken cancellationToken) =>
        api.ReopenAsync(name, call, cancellationToken);

    public override string Done(DeadlineView deadline, CardActionContext context) => DeadlineTexts.All.Format("reopen.said", context.Culture, DeadlineQuestions.Title(deadline));
}

/// <summary>Handles <c>deadline.move</c>: asks until when, and why where it is somebody else's; of a round it extends the round.</summary>
internal sealed class MoveDeadlineAction(DeadlineDesk desk, DeadlinesApi api, TimeProvider clock) : AskThenChangeDeadline(desk)
{
    public override string Verb => DeadlineVerbs.Move;

    public override bool IsAllowed(DeadlineActions actions) => actions.Move;

    public override Task<AdaptiveCard> QuestionAsync(DeadlineView deadline, CardActionContext context, string? notice, CancellationToken cancellationToken) =>
        Task.FromResult(DeadlineQuestions.Move(deadline, context, Today(), notice));

    public override string? Objection(DeadlineView deadline, CardActionContext context)
    {
        var texts = DeadlineTexts.All;
        return ReadDay(context) switch
        {
            null => texts["move.unreadable", context.Culture],
            { } day when day < Today() => texts["refused.due-out-of-range", context.Culture],
            { } day when day == deadline.Due => texts["move.same", context.Culture],
            _ => DeadlineQuestions.ObjectionToReason(context, deadline.Actions.MoveNeedsReason),
        };
    }

    // What was due at an hour stays due at that hour.
    public override Task<ApiAnswer<DeadlineView>> SendAsync(DeadlineName name, DeadlineView before, CardActionContext context, ApiCall call, CancellationToken cancellationToken)
    {
        var reason = context.Text(DeadlineVerbs.ReasonInput);
        var at = before.HasTime ? CardText.ReadInstant(context.Text(DeadlineVerbs.DateInput), CardText.TimeValue(before.DueAt)) : null;
        return api.MoveAsync(name, at is null ? new MoveDeadline(ReadDay(context), Reason: reason) : new MoveDeadline(DueAt: at, Reason: reason), call, cancellationToken);
    }

    public override string Done(DeadlineView deadline, CardActionContext context) =>
        DeadlineTexts.All.Format("move.said", context.Culture, DeadlineQuestions.Title(deadline), DeadlineTexts.Due(deadline, context.Culture));

    private static DateOnly? ReadDay(CardActionContext context) => CardText.ReadDay(context.Text(DeadlineVerbs.DateInput));

    private DateOnly Today() => CivilTime.DayOf(clock.GetUtcNow());
}

/// <summary>Handles <c>deadline.give</c>: asks to whom, then gives the deadline away.</summary>
internal sealed class HandOverDeadlineAction(DeadlineDesk desk, DeadlinesApi api, PeoplePicker people) : AskThenChangeDeadline(desk)
{
    public override string Verb => DeadlineVerbs.HandOver;

    public override bool IsAllowed(DeadlineActions actions) => actions.HandOver;

    public override async Task<AdaptiveCard> QuestionAsync(DeadlineView deadline, CardActionContext context, string? notice, CancellationToken cancellationToken)
    {
        var members = await people.OfConceptAsync(deadline.Concept, context.Actor.Call, cancellationToken);
        var owners = deadline.Owners.Select(owner => owner.Id).ToHashSet(StringComparer.Ordinal);
        var others = members.Where(member => owners.Count != 1 || !owners.Contains(member.Id)).ToArray();
        return DeadlineQuestions.HandOver(deadline, people.Input(DeadlineVerbs.PersonInput, DeadlineTexts.All["handOver.to", context.Culture], others, context), context, notice);
    }

    public override string? Objection(DeadlineView deadline, CardActionContext context) => Identifier.IsValid(context.Text(DeadlineVerbs.PersonInput))
        ? DeadlineQuestions.ObjectionToReason(context, isNeeded: false)
        : DeadlineTexts.All["person.choose", context.Culture];

    public override Task<ApiAnswer<DeadlineView>> SendAsync(DeadlineName name, DeadlineView before, CardActionContext context, ApiCall call, CancellationToken cancellationToken) =>
        api.HandOverAsync(name, new HandOverDeadline(context.Text(DeadlineVerbs.PersonInput), context.Text(DeadlineVerbs.ReasonInput)), call, cancellationToken);

    public override string Done(DeadlineView deadline, CardActionContext context) =>
        DeadlineTexts.All.Format("handOver.said", context.Culture, DeadlineQuestions.Title(deadline), DeadlineTexts.Names(deadline.Owners, 3, context.Culture));
}

/// <summary>Handles <c>deadline.waive</c>: asks why nobody needs to meet it; for administrators.</summary>
internal sealed class WaiveDeadlineAction(DeadlineDesk desk, DeadlinesApi api) : AskThenChangeDeadline(desk)
{
    public override string Verb => DeadlineVerbs.Waive;

    public override bool IsAllowed(DeadlineActions actions) => actions.Waive;

    public override Task<AdaptiveCard> QuestionAsync(DeadlineView deadline, CardActionContext context, string? notice, CancellationToken cancellationToken) =>
        Task.FromResult(DeadlineQuestions.Waive(deadline, context, notice));

    public override string? Objection(DeadlineView deadline, CardActionContext context) => DeadlineQuestions.ObjectionToReason(context, isNeeded: true);

    public override Task<ApiAnswer<DeadlineView>> SendAsync(DeadlineName name, DeadlineView before, CardActionContext context, ApiCall call, CancellationToken cancellationToken) =>
        api.WaiveAsync(name, new WaiveDeadline(context.Text(DeadlineVerbs.ReasonInput)), call, cancellationToken);

    public override string Done(DeadlineView deadline, CardActionContext context) => DeadlineTexts.All.Format("waive.said", context.Culture, DeadlineQuestions.Title(deadline));
}
