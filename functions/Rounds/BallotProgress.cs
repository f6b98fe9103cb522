using Insek.Office.Domain;

namespace Insek.Office.Functions.Rounds;

/// <summary>Reads who has voted, once for all who want to know it at the same time: two hundred who vote at one instant need not count two hundred ballots each.</summary>
/// <remarks>A reading is only given to those who asked before it began, so everybody finds in it what they wrote before they asked.</remarks>
internal sealed class BallotProgress(RoundStore rounds)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(ConceptId Concept, RoundId Round), Readings> _readings = [];

    /// <summary>The round's ballots without their votes.</summary>
    public Task<IReadOnlyList<Ballot>> ReadAsync(ConceptId concept, RoundId round, CancellationToken cancellationToken)
    {
        Readings readings;
        var reading = new TaskCompletionSource<IReadOnlyList<Ballot>>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (_readings.TryGetValue((concept, round), out var running))
            {
                running.Next ??= reading;
                return running.Next.Task.WaitAsync(cancellationToken);
            }

            _readings[(concept, round)] = readings = new Readings();
        }

        _ = RunAsync(concept, round, readings, reading);
        return reading.Task.WaitAsync(cancellationToken);
    }

    private async Task RunAsync(ConceptId concept, RoundId round, Readings readings, TaskCompletionSource<IReadOnlyList<Ballot>> reading)
    {
        for (var current = reading; current is not null;)
        {
            try
            {
                // No token: whoever hangs up must not take the answer from the others.
                var ballots = await rounds.BallotsAsync(concept, round, withVotes: false, CancellationToken.None);
                current.SetResult([.. ballots.Select(ballot => ballot.Ballot)]);
            }
            catch (Exception failure)
            {
                current.SetException(failure);
            }

            lock (_gate)
            {
                (current, readings.Next) = (readings.Next, null);
                if (current is null)
                {
                    _readings.Remove((concept, round));
                }
            }
        }
    }

    private sealed class Readings
    {
        /// <summary>The reading that begins when the present one has ended; null where nobody waits for it.</summary>
        public TaskCompletionSource<IReadOnlyList<Ballot>>? Next { get; set; }
    }
}
