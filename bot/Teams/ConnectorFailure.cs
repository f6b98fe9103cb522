using System.Globalization;
using Azure.Identity;
using Microsoft.Bot.Schema;
using Microsoft.Rest;
using Polly;

namespace Insek.Office.Bot.Teams;

/// <summary>What a failed call to Teams means for what comes next.</summary>
internal enum ConnectorFailureKind
{
    /// <summary>It may work later; whether anything was posted is not always known.</summary>
    Passing,

    /// <summary>The bot is blocked or was removed: the conversation takes nothing until somebody speaks there again.</summary>
    ConversationGone,

    /// <summary>Teams does not take this card: it is too large.</summary>
    TooLarge,

    /// <summary>Refused for another reason.</summary>
    Refused,
}

/// <summary>Why Teams did not take something.</summary>
/// <param name="Kind">What it means.</param>
/// <param name="Detail">Status and code, for administrators and the log.</param>
/// <param name="RetryAfter">When to try again at the earliest, from now on; null where Teams does not say.</param>
internal sealed record ConnectorFailure(ConnectorFailureKind Kind, string Detail, TimeSpan? RetryAfter = null)
{
    /// <summary>The codes by which the documentation tells a blocked, removed or deleted bot; 403 and 404 have other reasons, too.</summary>
    private static readonly string[] _gone = ["MessageWritesBlocked", "BotNotInConversationRoster", "ConversationNotFound", "ConversationBlockedByUser"];

    /// <summary>Reads a failure.</summary>
    /// <returns>Null where it is none of Teams' but our own mistake.</returns>
    public static ConnectorFailure? Of(Exception failure, DateTimeOffset now) => failure switch
    {
        ErrorResponseException { Response: { } answer } refusal => Of((int)answer.StatusCode, refusal.Body?.Error?.Code, AskedPause(answer, now)),
        ExecutionRejectedException or HttpRequestException or IOException or RestException or AuthenticationFailedException or TimeoutException or OperationCanceledException =>
            new ConnectorFailure(ConnectorFailureKind.Passing, failure.GetType().Name),
        _ => null,
    };

    /// <summary>Whether an update found nothing to update: it was deleted, or is nobody's.</summary>
    public static bool IsNotFound(ErrorResponseException refusal) => (int?)refusal.Response?.StatusCode == StatusCodes.Status404NotFound;

    private static ConnectorFailure Of(int status, string? code, TimeSpan? retryAfter) => new(
        status switch
        {
            403 or 404 when _gone.Contains(code) => ConnectorFailureKind.ConversationGone,
            413 => ConnectorFailureKind.TooLarge,
            408 or 412 or 429 or >= 500 => ConnectorFailureKind.Passing,
            _ => ConnectorFailureKind.Refused,
        },
        string.IsNullOrEmpty(code) ? status.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{status} {code}"),
        retryAfter);

    private static TimeSpan? AskedPause(HttpResponseMessageWrapper answer, DateTimeOffset now)
    {
        if (!answer.Headers.TryGetValue("Retry-After", out var values) || values.FirstOrDefault() is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return TimeSpan.FromSeconds(seconds);
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) && date > now ? date - now : null;
    }
}
