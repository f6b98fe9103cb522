using System.Runtime.InteropServices;

namespace Insek.Office.Dev.Processes;

/// <summary>
/// When to stop: on Ctrl+C, on a request of the system, or when whoever started us is gone. A second Ctrl+C forces.
/// </summary>
internal sealed class Shutdown : IDisposable
{
    private readonly CancellationTokenSource _requested = new();
    private readonly CancellationTokenSource _forced = new();
    private readonly List<PosixSignalRegistration> _signals = [];
    private readonly Lock _gate = new();

    public Shutdown()
    {
        HearInterrupts();
        foreach (var signal in (PosixSignal[])[PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT])
        {
            _signals.Add(PosixSignalRegistration.Create(signal, context =>
            {
                context.Cancel = true;
                Request($"{context.Signal} received");
            }));
        }

        _ = ParentWatch.RunAsync(() => Request("the process that started this one is gone"), _requested.Token);
    }

    public CancellationToken Requested => _requested.Token;

    public CancellationToken Forced => _forced.Token;

    /// <summary>Why we stop; set once <see cref="Requested"/> is cancelled.</summary>
    public string Reason { get; private set; } = string.Empty;

    public void Dispose()
    {
        _signals.ForEach(signal => signal.Dispose());
        _requested.Cancel();
        _requested.Dispose();
        _forced.Dispose();
    }

    /// <summary>
    /// Scripts start background jobs with Ctrl+C ignored, and .NET leaves an ignored signal ignored; but whoever sends it
    /// to this very process means it.
    /// </summary>
    private static void HearInterrupts()
    {
        const int Interrupt = 2;
        const nint DefaultHandler = 0;
        if (!OperatingSystem.IsWindows())
        {
            _ = SetSignalHandler(Interrupt, DefaultHandler);
        }
    }

    [DllImport("libc", EntryPoint = "signal")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint SetSignalHandler(int signal, nint handler);

    private void Request(string reason)
    {
        lock (_gate)
        {
            if (_requested.IsCancellationRequested)
            {
                _forced.Cancel();
                return;
            }

            Reason = reason;
        }

        _requested.Cancel();
    }
}
