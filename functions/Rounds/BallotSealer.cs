using Azure.Data.Tables;
using Insek.Office.Domain;
using Insek.Office.Functions.Storage;

namespace Insek.Office.Functions.Rounds;

/// <summary>Makes ballots final, each under its own entity tag: a vote that comes first counts, one that comes later loses clearly.</summary>
internal sealed class BallotSealer(RoundStore rounds)
{
    private const int MaxAttempts = 10;
    private const int BallotsPerStep = 100;

    /// <summary>Seals whatever ballots of the round are not sealed.</summary>
    /// <returns>False where voters were quicker again and again; the next attempt will do, because nobody begins to vote any more.</returns>
    public async Task<bool> SealAsync(ConceptId concept, RoundId round, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var open = (await rounds.BallotsAsync(concept, round, withVotes: false, cancellationToken)).Where(ballot => !ballot.Ballot.IsSealed).ToArray();
            if (open.Length == 0)
            {
                return true;
            }

            foreach (var ballots in open.Chunk(BallotsPerStep))
            {
                await rounds.TrySubmitAsync(ballots.Select(ballot => Seal(concept, round, ballot)), cancellationToken);
            }
        }

        return false;
    }

    private static TableTransactionAction Seal(ConceptId concept, RoundId round, StoredBallot ballot) =>
        new(TableTransactionActionType.UpdateMerge, new BallotSealRow { PartitionKey = concept.Value, RowKey = BallotRow.Key(round, ballot.Ballot.For) }, ballot.ETag);
}
