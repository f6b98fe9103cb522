using Insek.Office.Domain;

namespace Insek.Office.Functions.Rounds;

/// <summary>Carries sequences forward beside the requests that start them: a voter does not wait for the closing of a large round. What this process cannot finish, the timer resumes.</summary>
internal sealed partial class RoundWorker(RoundSequence sequence, IHostApplicationLifetime lifetime, ILogger<RoundWorker> log) : IDisposable
{
    private const int MaxAtOnce = 4;

    private readonly Lock _gate = new();
    private readonly Dictionary<(ConceptId Concept, RoundId Round), Running> _running = [];
    private readonly SemaphoreSlim _slots = new(MaxAtOnce, MaxAtOnce);

    /// <summary>Starts the round's sequence, or makes the one that runs look at the round once more.</summary>
    /// <returns>Ends when the sequence has, however it ended; it never fails.</returns>
    public Task Start(ConceptId concept, RoundId round)
    {
        lock (_gate)
        {
            if (_running.TryGetValue((concept, round), out var running))
            {
                running.Again = true;
                return running.Done;
            }

            running = new Running();
            _running[(concept, round)] = running;
            running.Done = Task.Run(() => RunAsync(concept, round, running), CancellationToken.None);
            return running.Done;
        }
    }

    public void Dispose() => _slots.Dispose();

    private async Task RunAsync(ConceptId concept, RoundId round, Running running)
    {
        do
        {
            try
            {
                await _slots.WaitAsync(lifetime.ApplicationStopping);
                try
                {
                    await sequence.RunAsync(concept, round, lifetime.ApplicationStopping);
                }
                finally
                {
                    _slots.Release();
                }
            }
            catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
            {
                // Its hint stays as well.
            }
            catch (Exception failure)
            {
                // Its hint stays, so the timer finds it.
                LogLeft(failure, concept.Value, round.Value);
            }
        }
        while (GoesOn(concept, round, running));
    }

    private bool GoesOn(ConceptId concept, RoundId round, Running running)
    {
        lock (_gate)
        {
            if (running.Again && !lifetime.ApplicationStopping.IsCancellationRequested)
            {
                running.Again = false;
                return true;
            }

            _running.Remove((concept, round));
            return false;
        }
    }

    private sealed class Running
    {
        public bool Again { get; set; }

        public Task Done { get; set; } = Task.CompletedTask;
    }

    [LoggerMessage(LogLevel.Error, "The sequence of round {Round} of {Concept} stopped and will be resumed by the timer")]
    private partial void LogLeft(Exception failure, string concept, string round);
}
