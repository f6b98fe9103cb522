using System.Collections.Concurrent;
using Insek.Office.Bot.Api;
using Insek.Office.Bot.Teams;
using Insek.Office.Contracts;
using Microsoft.Extensions.Options;

namespace Insek.Office.Bot.Notices;

/// <summary>Sends what stands in the outbox, as the tenant's one sender: asks for it every few seconds, or at once when somebody has caused something.</summary>
/// <remarks>Where another process has the lease, this one asks on and takes over when the other has been silent for the lease's time.</remarks>
internal sealed partial class NoticeSender(
    NoticesApi api,
    NoticeDelivery delivery,
    NoticeReports reports,
    ConversationReferences conversations,
    CardPace pace,
    IOptions<NoticeOptions> options,
    TimeProvider clock,
    ILogger<NoticeSender> log) : BackgroundService
{
    private const int MaxPerLease = 100;
    private const int LeastPerLease = 50;

    /// <summary>Before its lease runs out a notice is done or let go, so that two never hold it.</summary>
    private static readonly TimeSpan _margin = TimeSpan.FromSeconds(5);

    /// <summary>Many clicks within this time ask for the outbox once.</summary>
    private static readonly TimeSpan _calm = TimeSpan.FromMilliseconds(100);

    private readonly string _sender = $"bot-{Guid.NewGuid():N}";
    private readonly SemaphoreSlim _bell = new(0);
    private readonly ConcurrentDictionary<string, Held> _held = new(StringComparer.Ordinal);
    private readonly Lanes _lanes = new();
    private bool _isWaitingForAnother;
    private bool _isApiAway;

    /// <summary>Looks into the outbox now.</summary>
    public void Nudge()
    {
        if (_bell.CurrentCount == 0)
        {
            _bell.Release();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                var pause = await TakeAsync(stoppingToken);
                if (pause > TimeSpan.Zero)
                {
                    await _bell.WaitAsync(pause, stoppingToken);
                    await Task.Delay(_calm, clock, stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What is being sent ends by itself; what waits is let go.
        }

        await Task.WhenAll(_held.Values.Select(held => held.Work));
    }

    // The time until the next look.
    private async Task<TimeSpan> TakeAsync(CancellationToken stoppingToken)
    {
        var pause = options.Value.PollEvery;
        var max = Math.Min(MaxPerLease, options.Value.MaxHeld - _held.Count);
        if (max < Math.Min(LeastPerLease, options.Value.MaxHeld))
        {
            // Held enough: asking for a few costs the API as much as asking for many.
            return pause;
        }

        try
        {
            var answer = await api.LeaseAsync(new LeaseRequest(_sender, max), stoppingToken);
            _isApiAway = false;
            if (!answer.TryGet(out var lease, out var problem))
            {
                SayRefused(problem);
                return pause;
            }

            _isWaitingForAnother = false;
            foreach (var notice in lease.Notices)
            {
                Accept(notice, lease, stoppingToken);
            }

            return lease.Notices.Count == max ? TimeSpan.Zero : pause;
        }
        catch (ApiUnavailableException away)
        {
            if (!_isApiAway)
            {
                LogAway(away.Message);
            }

            _isApiAway = true;
            return away.RetryAfter > pause ? away.RetryAfter.Value : pause;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // An outbox that nobody looks into is worse than one that is looked into in vain.
            LogMistake(failure);
            return pause;
        }
    }

    private void Accept(NoticeView notice, LeaseView lease, CancellationToken stoppingToken)
    {
        if (notice.Conversation is { } conversation)
        {
            conversations.Learn(conversation);
        }

        // A notice that is still here was held too long and given out anew: to the same process, which sends the newer one after the older.
        var held = new Held(notice, lease.Token, lease.Until - _margin);
        var key = NoticeDelivery.KeyOf(notice);
        var first = _held.GetOrAdd(key, held);
        if (first != held)
        {
            first.Next = held;
            return;
        }

        held.Work = SendAsync(key, held, stoppingToken);
    }

    private async Task SendAsync(string key, Held held, CancellationToken stoppingToken)
    {
        try
        {
            for (var current = held; current is not null; current = held.TakeNext())
            {
                await SendAsync(current, stoppingToken);
            }
        }
        catch (Exception failure)
        {
            LogFailure(failure, held.Notice.Concept, held.Notice.Id);
        }
        finally
        {
            _held.TryRemove(key, out _);
        }
    }

    private async Task SendAsync(Held held, CancellationToken stoppingToken)
    {
        var notice = held.Notice;
        var lane = notice.Conversation?.Id ?? $"member {notice.Member?.Id}";

        // Held back beside the lane: a card that comes too soon keeps nobody else's waiting.
        if (pace.WaitFor(NoticeDelivery.KeyOf(notice)) is var wait && wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await _lanes.RunAsync(lane, async () =>
        {
            switch (await delivery.DeliverAsync(notice, held.Until, stoppingToken))
            {
                case NoticeOutcome.Shown shown:
                    if (await reports.AckAsync(notice, held.Token, shown, stoppingToken))
                    {
                        delivery.Told(notice);
                    }

                    break;

                case NoticeOutcome.Failed failed:
                    await reports.FailAsync(notice, held.Token, failed, stoppingToken);
                    break;
            }
        });
    }

    private void SayRefused(ApiProblem problem)
    {
        if (problem.Code != "lease-held")
        {
            LogRefused(problem.Code, problem.Detail);
        }
        else if (!_isWaitingForAnother)
        {
            LogAnother(problem.Detail);
        }

        _isWaitingForAnother = problem.Code == "lease-held";
    }

    [LoggerMessage(LogLevel.Information, "Another process sends ({Detail})")]
    private partial void LogAnother(string? detail);

    [LoggerMessage(LogLevel.Error, "The outbox gives nothing ({Code}: {Detail})")]
    private partial void LogRefused(string code, string? detail);

    [LoggerMessage(LogLevel.Warning, "The outbox cannot be reached ({Message})")]
    private partial void LogAway(string message);

    [LoggerMessage(LogLevel.Error, "A look into the outbox failed")]
    private partial void LogMistake(Exception failure);

    [LoggerMessage(LogLevel.Error, "Notice {Concept}/{Id} failed")]
    private partial void LogFailure(Exception failure, string concept, string id);

    private sealed class Held(NoticeView notice, long token, DateTimeOffset until)
    {
        private Held? _next;

        public NoticeView Notice => notice;

        public long Token => token;

        public DateTimeOffset Until => until;

        public Task Work { get; set; } = Task.CompletedTask;

        public Held Next
        {
            set => Volatile.Write(ref _next, value);
        }

        public Held? TakeNext() => Interlocked.Exchange(ref _next, null);
    }
}
