namespace Insek.Office.Bot.Notices;

/// <summary>What became of a notice.</summary>
internal abstract record NoticeOutcome
{
    /// <summary>It is shown.</summary>
    /// <param name="Conversation">Where.</param>
    /// <param name="ActivityId">By which activity; null where Teams gave no id, or where there was nothing left to show.</param>
    public sealed record Shown(string Conversation, string? ActivityId) : NoticeOutcome;

    /// <summary>It was not sent, or it is not certain that it was.</summary>
    /// <param name="Reason">Why, for administrators.</param>
    /// <param name="IsPermanent">Whether trying again cannot help.</param>
    /// <param name="RetryAfter">When to try again at the earliest, from now on; null where the API decides.</param>
    public sealed record Failed(string Reason, bool IsPermanent = false, TimeSpan? RetryAfter = null) : NoticeOutcome;

    /// <summary>It was not begun: its lease has run out, or the process ends. It comes back.</summary>
    public sealed record Left : NoticeOutcome;
}
