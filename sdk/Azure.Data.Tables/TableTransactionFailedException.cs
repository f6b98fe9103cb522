using System.Globalization;

namespace Azure.Data.Tables;

/// <summary>The service refused a transaction; nothing of it was applied.</summary>
public class TableTransactionFailedException : RequestFailedException
{
    /// <summary>Takes over status, code and message, and reads the failed action's index from the start of the message.</summary>
    public TableTransactionFailedException(RequestFailedException requestFailedException)
        : base(
            requestFailedException?.Status ?? 0,
            requestFailedException?.Message ?? string.Empty,
            requestFailedException?.ErrorCode,
            requestFailedException?.InnerException) =>
        FailedTransactionActionIndex = IndexAtStartOf(requestFailedException?.Message ?? string.Empty);

    /// <summary>Index of the action that failed, or null if the service named none.</summary>
    public int? FailedTransactionActionIndex { get; }

    // The service marks the action by prefixing its message: "2:The specified entity already exists."
    private static int? IndexAtStartOf(string message)
    {
        var colon = message.IndexOf(':', StringComparison.Ordinal);

        return colon > 0 && int.TryParse(message.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? index
            : null;
    }
}
