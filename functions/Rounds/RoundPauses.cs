using Insek.Office.Domain;
using Insek.Office.Functions.Deadlines;
using Insek.Office.Functions.Notices;
using Insek.Office.Functions.People;
using Insek.Office.Functions.Storage;

namespace Insek.Office.Functions.Rounds;

/// <summary>Pauses open rounds whose group nobody belongs to any more, and lets them go on when somebody does. Safe to do twice at once.</summary>
internal sealed class RoundPauses(RoundStore rounds, RoundChanges changes, RoundHints hints, IDirectory directory, TimeProvider clock)
{
    /// <summary>How long a hint may point to a round that is not paused: it is written first.</summary>
    private static readonly TimeSpan _hintKeptFor = TimeSpan.FromMinutes(10);

    /// <summary>The open rounds of groups that the directory has with nobody in them. Costs by what is empty.</summary>
    public async Task<IReadOnlyList<(ConceptId Concept, RoundId Round)>> FindAsync(CancellationToken cancellationToken)
    {
        var known = await directory.ReadAsync(cancellationToken);
        var found = new List<(ConceptId, RoundId)>();
        foreach (var concept in known.Groups.Where(group => group.Members.Count == 0).Select(group => group.Concept).Distinct())
        {
            found.AddRange((await rounds.ListRunningAsync(concept, cancellationToken))
                .Where(stored => stored.Round.State is RoundState.Open && ReasonFor(stored.Round, known) is not null)
                .Select(stored => (concept, stored.Round.Id)));
        }

        return found;
    }

    /// <summary>Pauses the round if nobody belongs to its group.</summary>
    /// <returns>Whether it is paused now.</returns>
    public async Task<bool> PauseIfEmptyAsync(ConceptId concept, RoundId id, CancellationToken cancellationToken)
    {
        var known = await directory.ReadAsync(cancellationToken);
        var changed = await changes.ChangeAsync(
            concept,
            id,
            async (round, rows, at) =>
            {
                if (ReasonFor(round, known) is not { } reason || !round.Pause(reason, at).TryGet(out var next, out _))
                {
                    return round;
                }

                await hints.PausedAsync(concept, id, cancellationToken);
                rows.Log("RoundPaused", id, RoundActor.System, at, reason.ToString(), version: next.Version);
                rows.Add(Outbox.RoundPaused(concept, next, at));
                rows.Add(Outbox.RoundCard(concept, next, at));
                rows.Add(Outbox.BallotCards(concept, next, at));
                return next;
            },
            cancellationToken);
        return changed.TryGet(out var now, out _) && now.State is RoundState.Paused;
    }

    /// <summary>Lets a paused round go on if somebody belongs to its group again.</summary>
    public async Task ResumeIfFilledAsync(ConceptId concept, RoundId id, CancellationToken cancellationToken)
    {
        var known = await directory.ReadAsync(cancellationToken);
        DateTimeOffset? before = null;
        var changed = await changes.ChangeAsync(
            concept,
            id,
            async (round, rows, at) =>
            {
                if (round.State is not RoundState.Paused || ReasonFor(round, known) is not null)
                {
                    return round;
                }

                var next = round.Resume(at);
                before = round.Due;
                await hints.DueAsync(concept, id, next.Due, cancellationToken);
                rows.Log("RoundResumed", id, RoundActor.System, at, version: next.Version);
                rows.Follow(DeadlineFollow.Of(concept, next, at, round), at);
                rows.Add(Outbox.RoundCard(concept, next, at));
                rows.Add(Outbox.BallotCards(concept, next, at));
                return next;
            },
            cancellationToken);
        if (changed.TryGet(out var now, out _) && before is { } due && due != now.Due)
        {
            await hints.NotDueAsync(concept, id, due, cancellationToken);
        }
    }

    /// <summary>Follows the hint of a paused round, and takes it away when the round is not paused any more.</summary>
    public async Task FollowAsync(RoundHintRow hint, CancellationToken cancellationToken)
    {
        var (concept, id) = (hint.ReadConcept(), hint.ReadRound());
        await ResumeIfFilledAsync(concept, id, cancellationToken);
        if ((await rounds.FindAsync(concept, id, cancellationToken))?.Round.State is not RoundState.Paused && hint.Timestamp < clock.GetUtcNow() - _hintKeptFor)
        {
            await hints.ForgetAsync(hint, cancellationToken);
        }
    }

    private static PauseReason? ReasonFor(ApprovalRound round, TenantDirectory known) => known.Find(round.Group) switch
    {
        null => PauseReason.GroupGone,
        { Members.Count: 0 } => PauseReason.GroupEmpty,
        _ => null,
    };
}
