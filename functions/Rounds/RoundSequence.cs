using Insek.Office.Domain;
using Insek.Office.Functions.Storage;

namespace Insek.Office.Functions.Rounds;

/// <summary>Carries a round's opening, closing or cancelling to its end, step by step, wherever it was left.</summary>
/// <remarks>What is to be done next stands in the round's row alone, and every step changes that row under its entity tag. So it does not matter who takes a step, how often one is tried, or where a process dies.</remarks>
internal sealed partial class RoundSequence(RoundStore rounds, OpeningSteps opening, EndingSteps ending, RoundHints hints, ILogger<RoundSequence> log)
{
    /// <summary>How often a step may be refused without anybody having got further.</summary>
    private const int MaxRefusals = 8;

    /// <summary>Goes on until votes are taken or the round has ended, and then with the round that follows from it.</summary>
    /// <exception cref="RoundUnsettledException">Somebody or something was quicker again and again; trying again soon will do.</exception>
    public async Task RunAsync(ConceptId concept, RoundId id, CancellationToken cancellationToken)
    {
        for (var refusals = 0; refusals < MaxRefusals;)
        {
            if (await rounds.FindAsync(concept, id, cancellationToken) is not { } stored)
            {
                return;
            }

            if (stored.Round.State is not (RoundState.Opening or RoundState.Closing or RoundState.Cancelling))
            {
                await SettleAsync(concept, stored.Round, cancellationToken);
                return;
            }

            switch (await StepAsync(concept, stored, cancellationToken))
            {
                case Step.Taken:
                    refusals = 0;
                    continue;
                case Step.Waits:
                    // Its hint stays, so the timer looks again.
                    return;
            }

            refusals++;
            await Task.Delay(Random.Shared.Next(10, 40 << refusals), cancellationToken);
        }

        throw new RoundUnsettledException(id);
    }

    private async Task<Step> StepAsync(ConceptId concept, StoredRound stored, CancellationToken cancellationToken)
    {
        if (stored.Round.State is not RoundState.Opening)
        {
            return await ending.TakeAsync(concept, stored, cancellationToken);
        }

        return await opening.TakeAsync(concept, stored, cancellationToken) ? Step.Taken : Step.Overtaken;
    }

    private async Task SettleAsync(ConceptId concept, ApprovalRound round, CancellationToken cancellationToken)
    {
        await hints.StepsEndAsync(concept, round.Id, cancellationToken);
        if (round.State is RoundState.Open or RoundState.Paused)
        {
            LogOpen(concept.Value, round.Id.Value, round.Items.Count, round.Electorate.Count);
            return;
        }

        await hints.NotDueAsync(concept, round.Id, round.Due, cancellationToken);
        LogEnded(concept.Value, round.Id.Value, round.State);
        if (EndingSteps.Follows(round))
        {
            await RunAsync(concept, round.SteeringRound, cancellationToken);
        }
    }

    [LoggerMessage(LogLevel.Information, "Round {Round} of {Concept} is open: {Items} items, {Voters} voters")]
    private partial void LogOpen(string concept, string round, int items, int voters);

    [LoggerMessage(LogLevel.Information, "Round {Round} of {Concept} has ended: {State}")]
    private partial void LogEnded(string concept, string round, RoundState state);
}

/// <summary>What became of a step of a round's sequence.</summary>
internal enum Step
{
    /// <summary>It was taken; the next one follows.</summary>
    Taken,

    /// <summary>Somebody else was quicker.</summary>
    Overtaken,

    /// <summary>It cannot be taken until something outside has changed.</summary>
    Waits,
}

/// <summary>A round's sequence got nowhere for a while; it is resumed.</summary>
internal sealed class RoundUnsettledException(RoundId round) : Exception($"The sequence of round {round} was overtaken again and again.");
