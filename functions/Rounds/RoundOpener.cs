using Azure.Data.Tables;
using Insek.Office.Domain;
using Insek.Office.Functions.Notices;
using Insek.Office.Functions.Storage;
using Microsoft.Extensions.Options;

namespace Insek.Office.Functions.Rounds;

/// <summary>Opens rounds: in one transaction where it holds everything, else as a sequence.</summary>
internal sealed class RoundOpener(RoundStore rounds, ConceptWriter writer, RoundHints hints, NoticeHints notices, RoundWorker worker, TimeProvider clock, IOptions<RoundOptions> options)
{
    /// <summary>Opens a round; the repetition of the same operation answers the round it opened.</summary>
    public async Task<Result<ApprovalRound>> OpenAsync(ConceptId concept, RoundOpening wanted, MemberId by, CancellationToken cancellationToken)
    {
        var at = clock.GetUtcNow();
        var written = await writer.WriteAsync(concept, reading => DecideAsync(reading, wanted, by, at, cancellationToken), cancellationToken);
        if (!written.TryGet(out var round, out _) || round.State is not RoundState.Opening)
        {
            return written;
        }

        await Task.WhenAny(worker.Start(concept, round.Id), Task.Delay(options.Value.WaitForOpening, clock, cancellationToken));
        return await rounds.FindAsync(concept, round.Id, cancellationToken) is { } now ? now.Round : round;
    }

    private async Task<Result<Decision<ApprovalRound>>> DecideAsync(ConceptReading reading, RoundOpening wanted, MemberId by, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var concept = reading.Snapshot.Concept.Id;
        var rows = new WriteSet(concept, $"{wanted.Id}-opening", $"round:{wanted.Id}");
        if (await rounds.FindAsync(concept, wanted.Id, cancellationToken) is { } known)
        {
            return known.Round.OpenedBy == by ? new Decision<ApprovalRound>(known.Round, rows) : new OperationTaken(wanted.Id.Value);
        }

        if (!wanted.Begin(reading.Snapshot, by, at).TryGet(out var round, out var refusal))
        {
            return refusal;
        }

        await hints.DueAsync(concept, round.Id, round.Due, cancellationToken);
        await notices.RaiseAsync(concept, cancellationToken);
        if (OpeningSteps.InOne(reading, round, at) is { } whole)
        {
            return new Decision<ApprovalRound>(round.Opened(), whole);
        }

        await hints.StepsBeginAsync(concept, round.Id, cancellationToken);
        rows.Add(new TableTransactionAction(TableTransactionActionType.Add, RoundRow.From(concept, round)));
        rows.Log("RoundOpening", round.Id, by, at, version: round.Version);
        return new Decision<ApprovalRound>(round, rows);
    }
}
