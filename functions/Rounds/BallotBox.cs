using Azure.Data.Tables;
using Insek.Office.Domain;
using Insek.Office.Functions.Authentication;
using Insek.Office.Functions.Notices;
using Insek.Office.Functions.People;
using Insek.Office.Functions.Problems;
using Insek.Office.Functions.Storage;

namespace Insek.Office.Functions.Rounds;

/// <summary>Takes votes. A vote is a conditional update of the voter's own row, so however many vote at one instant, nobody waits and none is lost.</summary>
internal sealed class BallotBox(RoundStore rounds, BallotProgress progress, ConceptReader reader, RoundChanges changes, IDirectory directory, NoticeHints notices, TimeProvider clock)
{
    private const int MaxAttempts = 6;

    /// <summary>Casts a ballot, or replaces what was cast; the repetition of an operation changes nothing.</summary>
    public async Task<BallotAnswer> CastAsync(CastRequest cast, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var (round, ballot, concept) = (
                rounds.FindAsync(cast.Concept, cast.Round, cancellationToken),
                rounds.FindBallotAsync(cast.Concept, cast.Round, cast.For, cancellationToken),
                reader.FindAsync(cast.Concept, cancellationToken));
            await Task.WhenAll(round, ballot, concept);
            if (await concept is not { } reading)
            {
                return new BallotAnswer(new UnknownConcept(cast.Concept.Value));
            }

            if (await round is not { } stored)
            {
                return new BallotAnswer(new UnknownRound(cast.Round.Value));
            }

            // The concept may be read a moment later than the round, when the round's own end has moved the items already: the round as it is now says so.
            if (RoundItems.AreGone(stored.Round, reading.Snapshot) && await rounds.FindAsync(cast.Concept, cast.Round, cancellationToken) is { } now)
            {
                stored = now;
            }

            var decided = await DecideAsync(cast, stored.Round, await ballot, RoundItems.Live(stored.Round, reading.Snapshot), cancellationToken);
            if (!decided.TryGet(out var next, out var refusal))
            {
                return new BallotAnswer(refusal) { Round = refusal is NotEntitled ? null : stored.Round, Reading = reading };
            }

            if (next.Version == (await ballot)!.Ballot.Version || await TryWriteAsync(cast, stored.Round, next, (await ballot)!, cancellationToken))
            {
                return await AnswerAsync(cast, stored.Round, next, reading);
            }
        }

        throw new RoundUnsettledException(cast.Round);
    }

    private async Task<Result<Ballot>> DecideAsync(CastRequest cast, ApprovalRound round, StoredBallot? ballot, IReadOnlyList<LiveItem> live, CancellationToken cancellationToken)
    {
        var at = clock.GetUtcNow();
        if (ballot is null || !RoundActor.VotesFor(cast.Caller, cast.For, round, await directory.ReadAsync(cancellationToken), at))
        {
            return new NotEntitled(round.Id, ballot is null ? cast.For : cast.Caller.Id);
        }

        if (!EntityTags.Matches(cast.Request, ballot.Ballot.Version).TryGet(out var matches, out var refusal))
        {
            return refusal;
        }

        if (cast.Caller.Id != cast.For && !ballot.Ballot.Knows(cast.Operation))
        {
            var own = await rounds.FindBallotAsync(cast.Concept, cast.Round, cast.Caller.Id, cancellationToken);
            if (round.RefuseBiased(ballot.Ballot, own?.Ballot, cast.Votes) is { } biased)
            {
                return biased;
            }
        }

        // No ballot has version -1: whoever has seen another one is told so by the round.
        if (!round.Cast(ballot.Ballot, matches ? ballot.Ballot.Version : -1, cast.Votes, live, cast.Caller.Id, at, cast.Operation).TryGet(out var next, out refusal))
        {
            return refusal;
        }

        return BallotRow.Holds(next) ? next : new BallotTooLong(round.Id);
    }

    private async Task<bool> TryWriteAsync(CastRequest cast, ApprovalRound round, Ballot next, StoredBallot before, CancellationToken cancellationToken)
    {
        var at = next.CastAt ?? throw new InvalidOperationException("A ballot that was cast says when.");
        await notices.RaiseAsync(cast.Concept, cancellationToken);
        var rows = new WriteSet(cast.Concept, $"{cast.Operation}-{cast.For}", $"round:{round.Id}");
        rows.Add(new TableTransactionAction(TableTransactionActionType.UpdateReplace, BallotRow.From(cast.Concept, round.Id, next), before.ETag));
        rows.Log("BallotCast", round.Id, cast.Caller.Id, at, $"operation {cast.Operation}", cast.For, next.Version);
        rows.Add(Outbox.RoundCard(cast.Concept, round, at));
        rows.Add(Outbox.BallotCard(cast.Concept, round.Id, round.OpenedAt, cast.For, at));
        return await rounds.TrySubmitAsync(rows.Actions, cancellationToken);
    }

    // Read after the own vote is written: of those who vote last at one instant, at least one sees all the others.
    // No token: the vote stands, and a voter who hangs up must not keep the round from closing.
    private async Task<BallotAnswer> AnswerAsync(CastRequest cast, ApprovalRound round, Ballot own, ConceptReading reading)
    {
        var ballots = await progress.ReadAsync(cast.Concept, round.Id, CancellationToken.None);
        var isComplete = round.State is RoundState.Open && round.IsComplete(ballots, RoundItems.Live(round, reading.Snapshot));
        return new BallotAnswer(Refusal: null)
        {
            Ballot = own,
            Ballots = ballots,
            Round = isComplete ? await changes.CloseCompleteAsync(cast.Concept, round, CancellationToken.None) : round,
            Reading = reading,
        };
    }
}

/// <summary>A ballot as somebody wants it.</summary>
internal sealed record CastRequest(ConceptId Concept, RoundId Round, MemberId For, IReadOnlyList<Vote> Votes, Caller Caller, string Operation, HttpRequest Request);

/// <summary>What became of it: the ballot, or the refusal and, where the person may see it, the round as it is.</summary>
internal sealed record BallotAnswer(Refusal? Refusal)
{
    public Ballot? Ballot { get; init; }

    public IReadOnlyList<Ballot>? Ballots { get; init; }

    public ApprovalRound? Round { get; init; }

    public ConceptReading? Reading { get; init; }
}
