using System.Collections.Concurrent;
using Insek.Office.Bot.Actions;
using Insek.Office.Bot.Api;
using Insek.Office.Bot.Teams;
using Microsoft.Extensions.Options;

namespace Insek.Office.Bot.Ballots;

/// <summary>
/// The castings under way. A casting does not end with the click that began it: where the API is slow or away it is tried again under the
/// same operation, and whoever was told that the vote is not counted yet hears in a personal message what became of it.
/// </summary>
/// <remarks>
/// A casting under way is lost with the process if the API stays away past the time a shutdown may take. The vote is then either counted
/// or it is not, as the ballot shows when it is opened again; nobody was told that it is.
/// </remarks>
internal sealed partial class Castings(
    BallotCaster caster, PersonalMessages messages, IOptions<CastingOptions> options, TimeProvider clock, ILogger<Castings> log) : IHostedService, IDisposable
{
    private static readonly TimeSpan _longestPause = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(string By, BallotName Ballot, string Operation), Running> _running = new();
    private readonly CancellationTokenSource _end = new();

    /// <summary>Casts, or joins the same casting where it is under way already.</summary>
    public Running Cast(Casting casting)
    {
        var key = (casting.By.Value, casting.Ballot, casting.Operation);
        var mine = new Running();
        var running = _running.GetOrAdd(key, mine);
        if (ReferenceEquals(running, mine))
        {
            _ = RunAsync(key, casting, mine);
        }

        return running;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Waits for what is under way as long as a shutdown may take, then ends it.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Task.WhenAll(_running.Values.Select(running => running.Ended)).WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            LogAbandoned(_running.Count);
        }

        await _end.CancelAsync();
    }

    public void Dispose() => _end.Dispose();

    private async Task RunAsync((string By, BallotName Ballot, string Operation) key, Casting casting, Running running)
    {
        try
        {
            // Away from the click: its answer must not wait for what runs here before the first pause.
            var reply = await Task.Run(() => TryAsync(casting, _end.Token), _end.Token);
            running.Answer(reply);
            if (running.WasGivenUp)
            {
                await TellAsync(casting, reply);
            }
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
            running.Cancel();
        }
        catch (Exception failure)
        {
            LogFailed(failure, casting.Ballot.Round.Round, casting.Operation);
            running.Fail(failure);
        }
        finally
        {
            _ = _running.TryRemove(key, out _);
            running.End();
        }
    }

    private async Task<CardReply> TryAsync(Casting casting, CancellationToken cancellationToken)
    {
        var (until, pause) = (clock.GetUtcNow() + options.Value.Patience, options.Value.Pause);
        PreparedBallot? prepared = null;
        while (true)
        {
            try
            {
                // Once made, the votes stay: a try whose answer was lost may have counted.
                prepared ??= await caster.PrepareAsync(casting, cancellationToken);
                return prepared.Votes is { } votes ? await caster.SendAsync(casting, votes, cancellationToken) : prepared.Reply!;
            }
            catch (ApiUnavailableException away)
            {
                var wait = away.RetryAfter > pause ? away.RetryAfter.Value : pause;
                if (clock.GetUtcNow() + wait >= until)
                {
                    LogGivenUp(away, casting.Ballot.Round.Round, casting.Operation);
                    return new CardReply.Message(BallotTexts.All["late.failed", casting.Culture]);
                }

                await Task.Delay(wait, clock, cancellationToken);
                pause = pause * 2 < _longestPause ? pause * 2 : _longestPause;
            }
        }
    }

    private async Task TellAsync(Casting casting, CardReply reply)
    {
        try
        {
            await (reply switch
            {
                CardReply.Card card => messages.SendAsync(casting.By, card.Summary, card.Content, _end.Token),
                CardReply.Message message => messages.SendAsync(casting.By, message.Text, card: null, _end.Token),
                _ => Task.CompletedTask,
            });
        }
        catch (Exception failure)
        {
            // The vote is where it is; only the news of it is lost, and the card and "offen" show it.
            LogUntold(failure, casting.By.Value, casting.Ballot.Round.Round);
        }
    }

    [LoggerMessage(LogLevel.Error, "The casting {Operation} in round {Round} failed")]
    private partial void LogFailed(Exception failure, string round, string operation);

    [LoggerMessage(LogLevel.Error, "The casting {Operation} in round {Round} was given up: the API stayed away")]
    private partial void LogGivenUp(Exception failure, string round, string operation);

    [LoggerMessage(LogLevel.Error, "{Member} could not be told what became of the vote in round {Round}")]
    private partial void LogUntold(Exception failure, string member, string round);

    [LoggerMessage(LogLevel.Warning, "The process ends with {Count} castings under way")]
    private partial void LogAbandoned(int count);

    /// <summary>A casting under way.</summary>
    internal sealed class Running
    {
        private readonly TaskCompletionSource<CardReply> _reply = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly Lock _gate = new();
        private bool _wasGivenUp;

        /// <summary>The answer, when there is one.</summary>
        public Task<CardReply> Reply => _reply.Task;

        /// <summary>Everything about it has been done, the message included.</summary>
        public Task Ended => _ended.Task;

        /// <summary>Whether somebody was told that it takes longer.</summary>
        public bool WasGivenUp
        {
            get
            {
                lock (_gate)
                {
                    return _wasGivenUp;
                }
            }
        }

        /// <summary>Whoever waited waits no longer and is to be told.</summary>
        /// <returns>Whether it is so; no where the answer is there after all.</returns>
        public bool GiveUp()
        {
            lock (_gate)
            {
                _wasGivenUp |= !_reply.Task.IsCompleted;
                return !_reply.Task.IsCompleted;
            }
        }

        public void Answer(CardReply reply)
        {
            lock (_gate)
            {
                _ = _reply.TrySetResult(reply);
            }
        }

        public void Fail(Exception failure)
        {
            lock (_gate)
            {
                _ = _reply.TrySetException(failure);
            }
        }

        public void Cancel()
        {
            lock (_gate)
            {
                _ = _reply.TrySetCanceled();
            }
        }

        public void End() => _ended.TrySetResult();
    }
}
