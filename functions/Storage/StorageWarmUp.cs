namespace Insek.Office.Functions.Storage;

/// <summary>Reaches for storage while the process still starts: the first caller is already waiting, and the connection takes as long as the endpoints do.</summary>
internal sealed partial class StorageWarmUp(ConceptTable table, ILogger<StorageWarmUp> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await table.PingAsync(stoppingToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // Not the end: "ready" tells it to those who ask, and every request tries for itself.
            LogUnreachable(failure.Message);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Storage did not answer at the start: {Reason}")]
    private partial void LogUnreachable(string reason);
}
