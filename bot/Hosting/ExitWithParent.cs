namespace Insek.Office.Bot.Hosting;

/// <summary>Ends the process when its standard input ends: the operating system closes the pipe however the parent died.</summary>
/// <remarks>The functions hold the same class: they and the bot share contracts and domain, and neither is the place for a process's end.</remarks>
internal sealed partial class ExitWithParent(IHostApplicationLifetime lifetime, ILogger<ExitWithParent> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
#pragma warning disable RS0030 // The terminal is not meant here but the pipe, which has no other name.
        await using var input = Console.OpenStandardInput();
#pragma warning restore RS0030
        var buffer = new byte[256];

        // A read of a pipe does not hear the token; without waiting beside it, stopping would last as long as the host's patience.
        while (await input.ReadAsync(buffer, CancellationToken.None).AsTask().WaitAsync(stoppingToken) > 0)
        {
        }

        LogEnding();
        lifetime.StopApplication();
    }

    [LoggerMessage(LogLevel.Information, "Standard input ended; ending with the parent process")]
    private partial void LogEnding();
}
