namespace Insek.Office.Bot.Api;

/// <summary>The API gave no usable answer: it is away, overloaded, broken, or does not accept the bot. Whether it did anything is not known.</summary>
internal sealed class ApiUnavailableException(string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>The HTTP status; null where no answer came.</summary>
    public int? Status { get; init; }

    /// <summary>The code of the problem details, where there were any.</summary>
    public string? Code { get; init; }

    /// <summary>After how long the API, or the open circuit, asks to be tried again.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
