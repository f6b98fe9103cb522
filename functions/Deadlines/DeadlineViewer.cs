using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Authentication;
using Insek.Office.Functions.People;
using Insek.Office.Functions.Reminders;
using Insek.Office.Functions.Rounds;
using Insek.Office.Functions.Storage;

namespace Insek.Office.Functions.Deadlines;

/// <summary>Shows deadlines to the person who asks.</summary>
internal sealed class DeadlineViewer(RoundCall calls, IDirectory directory, TimeProvider clock)
{
    /// <summary>How the round stands that an open deadline is of; null for every other deadline.</summary>
    public async Task<RoundCallState?> FindCallAsync(ConceptId concept, Deadline deadline, CancellationToken cancellationToken) =>
        deadline is { Kind: DeadlineKind.RoundDue, State: DeadlineState.Open, Source.Id: { } round } ? await calls.ReadAsync(concept, new RoundId(round), cancellationToken) : null;

    /// <summary>One deadline.</summary>
    public async Task<DeadlineView> ViewAsync(Concept concept, StoredDeadline stored, Caller caller, bool isEditor, CancellationToken cancellationToken) =>
        await ViewAsync(concept, stored, await FindCallAsync(concept.Id, stored.Deadline, cancellationToken), caller, isEditor, cancellationToken);

    /// <summary>One deadline, of a round that was read already.</summary>
    public async Task<DeadlineView> ViewAsync(Concept concept, StoredDeadline stored, RoundCallState? call, Caller caller, bool isEditor, CancellationToken cancellationToken)
    {
        var known = await directory.ReadAsync(cancellationToken);
        var (deadline, now) = (stored.Deadline, clock.GetUtcNow());
        return new DeadlineView
        {
            Id = deadline.Id.Value,
            Concept = concept.Id.Value,
            ConceptName = concept.DisplayName,
            Kind = ParameterValue.Of(deadline.Kind),
            Title = deadline.Title,
            Due = deadline.Due.Day,
            DueAt = deadline.Due.Last,
            HasTime = deadline.Due.Instant is not null,
            DaysLeft = deadline.Due.Day.DayNumber - CivilTime.DayOf(now).DayNumber,
            Overdue = deadline.IsOverdue(now),
            State = ParameterValue.Of(deadline.State),
            Reason = deadline.Reason,
            ClosedBy = deadline.ClosedBy?.ToView(known),
            ClosedAt = deadline.ClosedAt,
            Owners = [.. deadline.OwnersIn(known).Select(owner => owner.ToView(known))],
            Office = deadline.Office,
            Source = new DeadlineSourceView(ParameterValue.Of(deadline.Source.Kind), deadline.Source.Id),
            Mandatory = deadline.IsMandatory,
            MovedFrom = deadline.MovedTo is null ? null : deadline.Stated.Day,
            Round = call?.ToStanding(),
            NextReminder = stored.Next,
            Version = deadline.Version,
            Actions = DeadlineRights.Of(deadline, stored.Row, call?.Round, caller, isEditor, known),
        };
    }
}

/// <summary>What a person may do with a deadline.</summary>
internal static class DeadlineRights
{
    public static DeadlineActions Of(Deadline deadline, DeadlineRow row, ApprovalRound? round, Caller caller, bool isEditor, TenantDirectory known)
    {
        if (!caller.IsPerson)
        {
            return new DeadlineActions();
        }

        if (deadline.Kind is DeadlineKind.RoundDue)
        {
            return new DeadlineActions { Move = round is { State: RoundState.Open } && RoundActor.Manages(caller, round, known) };
        }

        var isOwner = deadline.OwnersIn(known).Contains(caller.Id);
        var may = isOwner || caller.IsAdministrator;
        var isOpen = deadline.State is DeadlineState.Open;
        return new DeadlineActions
        {
            Done = may && isOpen,
            Move = may && isOpen,
            MoveNeedsReason = !isOwner,
            HandOver = may && isOpen,
            Waive = caller.IsAdministrator && isOpen,

            // What its source has closed, its source alone opens.
            Reopen = may && !isOpen && (row.SourceState is null or nameof(DeadlineState.Open)),
            Edit = deadline.Source.Kind is DeadlineSourceKind.None && (caller.IsAdministrator || isEditor),
        };
    }
}
