using Insek.Office.Domain;
using Insek.Office.Functions.Storage;
using Microsoft.Extensions.Options;

namespace Insek.Office.Functions.Rounds;

/// <summary>What happens to rounds without anybody asking: due ones are closed, sequences of dead processes resumed. Safe to run twice at once.</summary>
internal sealed partial class RoundTimers(
    ConceptTable table, RoundStore rounds, RoundChanges changes, RoundSequence sequence, RoundPauses pauses, RoundHints hints, TimeProvider clock, IOptions<RoundOptions> options, ILogger<RoundTimers> log)
{
    /// <summary>How long a hint may point to a round that does not exist: it is written first.</summary>
    private static readonly TimeSpan _hintKeptFor = TimeSpan.FromMinutes(10);

    /// <summary>Resumes what was left behind and closes what is due, by the hints alone.</summary>
    public async Task CloseDueAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        foreach (var hint in await hints.StepsBeforeAsync(now - options.Value.ResumeAfter, cancellationToken))
        {
            await GuardAsync(hint.ReadConcept(), hint.ReadRound(), () => FollowStepHintAsync(hint, now, cancellationToken));
        }

        await PauseAndResumeAsync(cancellationToken);
        foreach (var hint in await hints.DueBeforeAsync(now, cancellationToken))
        {
            await GuardAsync(hint.ReadConcept(), hint.ReadRound(), () => FollowDueHintAsync(hint, now, cancellationToken));
        }
    }

    /// <summary>Looks through every concept for rounds whose hints got lost, and for complete ones that nobody closed.</summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        await foreach (var concept in table.ByPrefixAsync<ConceptIndexRow>(Tenant.Partition, ConceptIndexRow.Prefix, cancellationToken: cancellationToken))
        {
            var id = concept.ReadConcept();
            foreach (var stored in await rounds.ListRunningAsync(id, cancellationToken))
            {
                await GuardAsync(id, stored.Round.Id, () => SweepAsync(id, stored, cancellationToken));
            }
        }
    }

    private async Task PauseAndResumeAsync(CancellationToken cancellationToken)
    {
        foreach (var hint in await hints.PausedAsync(cancellationToken))
        {
            await GuardAsync(hint.ReadConcept(), hint.ReadRound(), () => pauses.FollowAsync(hint, cancellationToken));
        }

        foreach (var (concept, round) in await pauses.FindAsync(cancellationToken))
        {
            await GuardAsync(concept, round, () => pauses.PauseIfEmptyAsync(concept, round, cancellationToken));
        }
    }

    private async Task FollowStepHintAsync(RoundHintRow hint, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (concept, id) = (hint.ReadConcept(), hint.ReadRound());
        var stored = await rounds.FindAsync(concept, id, cancellationToken);
        if (IsRunning(stored))
        {
            await sequence.RunAsync(concept, id, cancellationToken);
        }
        else if (stored is not null || hint.Timestamp < now - _hintKeptFor)
        {
            await hints.ForgetAsync(hint, cancellationToken);
        }
    }

    private async Task FollowDueHintAsync(RoundHintRow hint, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (concept, id) = (hint.ReadConcept(), hint.ReadRound());
        var stored = await rounds.FindAsync(concept, id, cancellationToken);
        switch (stored?.Round)
        {
            case { State: RoundState.Open } round when round.Due != hint.ReadDue():
                await hints.DueAsync(concept, id, round.Due, cancellationToken);
                await hints.ForgetAsync(hint, cancellationToken);
                break;
            case { State: RoundState.Open } when await pauses.PauseIfEmptyAsync(concept, id, cancellationToken):
            case { State: RoundState.Paused }:
                // Its due instant moves when it goes on.
                await hints.ForgetAsync(hint, cancellationToken);
                break;
            case { State: RoundState.Open }:
                await changes.CloseAsync(concept, id, ClosingCause.Due, by: null, reason: null, cancellationToken);
                await sequence.RunAsync(concept, id, cancellationToken);
                break;
            case { State: RoundState.Closed or RoundState.Cancelled }:
            case null when hint.Timestamp < now - _hintKeptFor:
                await hints.ForgetAsync(hint, cancellationToken);
                break;
            case null:
                break;
            default:
                await sequence.RunAsync(concept, id, cancellationToken);
                break;
        }
    }

    private async Task SweepAsync(ConceptId concept, StoredRound stored, CancellationToken cancellationToken)
    {
        if (stored.Round.State is RoundState.Paused)
        {
            await hints.PausedAsync(concept, stored.Round.Id, cancellationToken);
            await pauses.ResumeIfFilledAsync(concept, stored.Round.Id, cancellationToken);
        }
        else if (!IsRunning(stored))
        {
            await pauses.PauseIfEmptyAsync(concept, stored.Round.Id, cancellationToken);
            await hints.DueAsync(concept, stored.Round.Id, stored.Round.Due, cancellationToken);
            await changes.CloseIfCompleteAsync(concept, stored.Round.Id, cancellationToken);
        }
        else if (stored.TouchedAt < clock.GetUtcNow() - options.Value.ResumeAfter)
        {
            await hints.StepsBeginAsync(concept, stored.Round.Id, cancellationToken);
            await sequence.RunAsync(concept, stored.Round.Id, cancellationToken);
        }
    }

    private static bool IsRunning(StoredRound? stored) => stored?.Round.State is RoundState.Opening or RoundState.Closing or RoundState.Cancelling;

    // One round that cannot go on must not keep the others from it.
    private async Task GuardAsync(ConceptId concept, RoundId round, Func<Task> run)
    {
        try
        {
            await run();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogFailed(failure, concept.Value, round.Value);
        }
    }

    [LoggerMessage(LogLevel.Error, "Round {Round} of {Concept} could not be dealt with and will be tried again")]
    private partial void LogFailed(Exception failure, string concept, string round);
}
