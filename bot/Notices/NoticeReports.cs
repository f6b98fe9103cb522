using Insek.Office.Bot.Api;
using Insek.Office.Contracts;
using Microsoft.Extensions.Options;

namespace Insek.Office.Bot.Notices;

/// <summary>Tells the API what became of notices, and goes on telling while it is away.</summary>
internal sealed partial class NoticeReports(NoticesApi api, IOptions<NoticeOptions> options, TimeProvider clock, ILogger<NoticeReports> log)
{
    private const int MaxReason = 500;
    private const int MaxRetryAfterSeconds = 86_400;

    private static readonly TimeSpan _firstPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan _longestPause = TimeSpan.FromSeconds(10);

    /// <summary>The notice is shown.</summary>
    /// <returns>Whether the API knows it now, or has said that it does not want to.</returns>
    public Task<bool> AckAsync(NoticeView notice, long token, NoticeOutcome.Shown shown, CancellationToken stopping) =>
        TellAsync(notice, cancellationToken => api.AckAsync(new NoticeAck(notice.Concept, notice.Id, notice.Tag, token, shown.Conversation, shown.ActivityId), cancellationToken), stopping);

    /// <summary>The notice was not sent.</summary>
    /// <returns>Whether the API knows it now; where not, the notice comes back by itself.</returns>
    public Task<bool> FailAsync(NoticeView notice, long token, NoticeOutcome.Failed failed, CancellationToken stopping)
    {
        var reason = failed.Reason.Length <= MaxReason ? failed.Reason : failed.Reason[..MaxReason];
        int? seconds = failed.RetryAfter is { } pause ? (int)Math.Clamp(Math.Ceiling(pause.TotalSeconds), 0, MaxRetryAfterSeconds) : null;
        return TellAsync(notice, cancellationToken => api.FailAsync(new NoticeFailure(notice.Concept, notice.Id, notice.Tag, token, reason, failed.IsPermanent, seconds), cancellationToken), stopping);
    }

    private async Task<bool> TellAsync(NoticeView notice, Func<CancellationToken, Task<ApiAnswer<Nothing>>> call, CancellationToken stopping)
    {
        var began = clock.GetTimestamp();
        for (var pause = _firstPause; ; pause = pause * 2 < _longestPause ? pause * 2 : _longestPause)
        {
            try
            {
                // Once more even when the process ends: what was posted should be known.
                if (!(await call(CancellationToken.None)).TryGet(out _, out var problem))
                {
                    LogRefused(notice.Concept, notice.Id, problem.Code, problem.Detail);
                }

                return true;
            }
            catch (ApiUnavailableException away)
            {
                if (stopping.IsCancellationRequested || clock.GetElapsedTime(began) >= options.Value.ReportFor)
                {
                    LogUntold(notice.Concept, notice.Id, away.Message);
                    return false;
                }
            }

            try
            {
                await Task.Delay(pause, clock, stopping);
            }
            catch (OperationCanceledException)
            {
                // A last try follows.
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Notice {Concept}/{Id}: the API does not take what became of it ({Code}: {Detail})")]
    private partial void LogRefused(string concept, string id, string code, string? detail);

    [LoggerMessage(LogLevel.Error, "Notice {Concept}/{Id}: the API could not be told what became of it ({Message})")]
    private partial void LogUntold(string concept, string id, string message);
}
