using System.Diagnostics;

namespace Insek.Office.Dev.Processes;

/// <summary>A program that runs as long as we do. It ends by itself when its standard input ends, thus also when we are killed.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    /// <summary>How long the rest of the output of a dead process is waited for.</summary>
    private static readonly TimeSpan OutputGrace = TimeSpan.FromSeconds(2);

    private const int OwnLines = 5;

    private readonly Process _process;
    private readonly OutputLog _log;

    /// <summary>A file the program writes beside its output.</summary>
    private readonly string? _ownLog;

    private ChildProcess(string name, Process process, OutputLog log, string? ownLog)
    {
        Name = name;
        _ownLog = ownLog;
        _process = process;
        _log = log;
        Exited = WaitAsync(Task.WhenAll(log.PumpAsync(process.StandardOutput), log.PumpAsync(process.StandardError)));
    }

    public string Name { get; }

    public int Id => _process.Id;

    public string LogPath => _log.Path;

    /// <summary>The last of what it said: on its output, then in its own log where it keeps one.</summary>
    public IReadOnlyList<string> LastLines => [.. _log.LastLines, .. _ownLog is { } file && File.Exists(file) ? File.ReadLines(file).Where(line => line.Length > 0).TakeLast(OwnLines) : []];

    /// <summary>Completes with the exit code, after the last of the output.</summary>
    public Task<int> Exited { get; }

    public static ChildProcess Start(string name, Launch launch, string logPath, string? ownLog = null)
    {
        var log = new OutputLog(logPath);
        try
        {
            return new ChildProcess(name, launch.Start(), log, ownLog);
        }
        catch
        {
            log.Dispose();
            throw;
        }
    }

    /// <summary>Asks the process to end and waits; kills it, with all it started, when it takes too long or force is asked for.</summary>
    public async Task StopAsync(TimeSpan grace, CancellationToken force)
    {
        _process.StandardInput.Close();
        try
        {
            await Exited.WaitAsync(grace, force);
        }
        catch (Exception waiting) when (waiting is TimeoutException or OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
            await Exited;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _ = await Exited;
        _process.Dispose();
        _log.Dispose();
    }

    private async Task<int> WaitAsync(Task output)
    {
        await _process.WaitForExitAsync();
        await Task.WhenAny(output, Task.Delay(OutputGrace));
        return _process.ExitCode;
    }
}
