using Azure.Data.Tables;
using Insek.Office.Domain;
using Insek.Office.Functions.Deadlines;
using Insek.Office.Functions.Notices;
using Insek.Office.Functions.Storage;

namespace Insek.Office.Functions.Rounds;

/// <summary>Brings a round from Opening to Open: its items come before the group, then everybody gets a ballot, then votes are taken.</summary>
internal sealed class OpeningSteps(RoundStore rounds, RoundItemWriter items, RoundHints hints, DeadlineHints deadlines, NoticeHints notices, TimeProvider clock)
{
    private const int BallotsPerStep = 98;

    /// <summary>Takes the next step.</summary>
    /// <returns>False where somebody else was quicker.</returns>
    public async Task<bool> TakeAsync(ConceptId concept, StoredRound stored, CancellationToken cancellationToken)
    {
        var (round, progress) = (stored.Round, stored.Progress);
        if (progress < round.Items.Count)
        {
            return await items.MoveNextAsync(concept, stored, round.OpenedBy, (item, now) => Present(round, item, now), cancellationToken);
        }

        var ballots = round.Electorate.Skip(progress - round.Items.Count).Take(BallotsPerStep).Select(member => EmptyBallot(concept, round.Id, member)).ToArray();
        if (ballots.Length > 0)
        {
            return await rounds.TrySubmitAsync([RoundItemWriter.Progress(concept, stored, progress + ballots.Length), .. ballots], cancellationToken);
        }

        await hints.DueAsync(concept, round.Id, round.Due, cancellationToken);
        await notices.RaiseAsync(concept, cancellationToken);
        var at = clock.GetUtcNow();
        await deadlines.RaiseAsync(concept, at, cancellationToken);
        var rows = new WriteSet(concept, $"{round.Id}-open", $"round:{round.Id}");
        rows.Add(new TableTransactionAction(TableTransactionActionType.UpdateReplace, RoundRow.From(concept, round.Opened()), stored.ETag));
        Announce(rows, concept, round.Opened(), at);
        return await rounds.TrySubmitAsync(rows.Actions, cancellationToken);
    }

    /// <summary>Everything at once, where one transaction holds it; null where none does.</summary>
    public static WriteSet? InOne(ConceptReading reading, ApprovalRound round, DateTimeOffset at)
    {
        // Round, log, two notices and two rows of the deadline come on top, and the concept's own.
        if ((2 * round.Items.Count) + round.Electorate.Count > 92)
        {
            return null;
        }

        var concept = reading.Snapshot.Concept.Id;
        var rows = new WriteSet(concept, $"{round.Id}-open", $"round:{round.Id}");
        foreach (var item in round.Items)
        {
            RoundItemWriter.Move(rows, reading.Concept, item, round.OpenedBy, at, (ballotItem, now) => Present(round, ballotItem, now));
        }

        foreach (var member in round.Electorate)
        {
            rows.Add(EmptyBallot(concept, round.Id, member));
        }

        rows.Add(new TableTransactionAction(TableTransactionActionType.Add, RoundRow.From(concept, round.Opened())));
        Announce(rows, concept, round.Opened(), at);
        return rows.Fits ? rows : null;
    }

    /// <summary>A ballot nobody has cast.</summary>
    public static TableTransactionAction EmptyBallot(ConceptId concept, RoundId round, MemberId member) =>
        new(TableTransactionActionType.Add, BallotRow.From(concept, round, new Ballot { For = member }));

    // Edited or presented elsewhere since the round was made: it is not taken in, and the ballot shows it as withdrawn.
    private static ItemMove? Present(ApprovalRound round, BallotItem item, ItemNow now) =>
        now.State is ItemState.Draft && now.Revision == item.Revision ? ItemMove.Before(round.Id, round.Stage) : null;

    private static void Announce(WriteSet rows, ConceptId concept, ApprovalRound round, DateTimeOffset at)
    {
        rows.Log("RoundOpened", round.Id, round.Follows is null ? round.OpenedBy : RoundActor.System, at, version: round.Version);
        rows.Add(Outbox.RoundCard(concept, round, at));
        rows.Add(Outbox.BallotCards(concept, round, at));
        rows.Follow(DeadlineFollow.Of(concept, round, at), at);
    }
}
