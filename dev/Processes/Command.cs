namespace Insek.Office.Dev.Processes;

/// <summary>The end of a program that ran to its end.</summary>
internal sealed record CommandResult(int ExitCode, IReadOnlyList<string> LastLines, string LogPath)
{
    public bool Succeeded => ExitCode == 0;

    /// <exception cref="StepFailedException">The program failed.</exception>
    public void ThrowIfFailed(string what)
    {
        if (!Succeeded)
        {
            throw new StepFailedException($"{what} failed with exit code {ExitCode}. Log: {LogPath}", LastLines);
        }
    }
}

/// <summary>Runs programs to their end: builds, installers, tests. They end, with all they started, when we do.</summary>
internal static class Command
{
    private static readonly TimeSpan StopGrace = TimeSpan.FromSeconds(5);

    private static readonly string Leash = Path.Combine(AppContext.BaseDirectory, "Processes", "leash.cjs");

    /// <summary>Tools of the SDK keep servers running to be faster next time; ours must leave nothing behind.</summary>
    private static readonly Dictionary<string, string?> NoServers = new()
    {
        ["MSBUILDDISABLENODEREUSE"] = "1",
        ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0",
        ["UseSharedCompilation"] = "false",
        ["UseRazorBuildServer"] = "false",
        ["DOTNET_CLI_UI_LANGUAGE"] = "en",
        ["DOTNET_NOLOGO"] = "1",
    };

    /// <param name="launch">What to run.</param>
    /// <param name="logPath">Where its output goes.</param>
    /// <param name="onLine">Called with each line, from several threads.</param>
    /// <param name="timeLimit">After which the program is stopped.</param>
    /// <param name="cancellationToken">Stops the program.</param>
    /// <exception cref="StepFailedException">The time limit was reached.</exception>
    public static async Task<CommandResult> RunAsync(
        Launch launch, string logPath, Action<string>? onLine, TimeSpan timeLimit, CancellationToken cancellationToken)
    {
        using var log = new OutputLog(logPath, onLine);
        var leashed = launch with
        {
            FileName = "node",
            Arguments = [Leash, launch.FileName, .. launch.Arguments],
            Environment = NoServers.Concat(launch.Environment).ToDictionary(),
        };
        using var process = leashed.Start();
        var output = Task.WhenAll(log.PumpAsync(process.StandardOutput), log.PumpAsync(process.StandardError));

        try
        {
            await process.WaitForExitAsync(CancellationToken.None).WaitAsync(timeLimit, cancellationToken);
        }
        catch (Exception waiting) when (waiting is TimeoutException or OperationCanceledException)
        {
            process.StandardInput.Close();
            await Task.WhenAny(process.WaitForExitAsync(CancellationToken.None), Task.Delay(StopGrace, CancellationToken.None));
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }

            cancellationToken.ThrowIfCancellationRequested();
            throw new StepFailedException(
                $"{Path.GetFileName(launch.FileName)} was stopped after {timeLimit.TotalSeconds:0} s. Log: {logPath}", log.LastLines);
        }

        // A signal to the whole group ends the program too; that is no failure of its own.
        cancellationToken.ThrowIfCancellationRequested();

        // Something that outlived the program may hold its output open.
        await Task.WhenAny(output, Task.Delay(StopGrace, CancellationToken.None));
        return new CommandResult(process.ExitCode, log.LastLines, logPath);
    }
}
