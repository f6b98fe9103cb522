using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading.Channels;

namespace Insek.Office.EndToEnd.Tests;

/// <summary>One run of the development entry as it was built: the real executable with real processes below it.</summary>
internal sealed partial class DevRun : IAsyncDisposable
{
    /// <summary>A build of the functions may be part of a run.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);

    private readonly Process _process;
    private readonly Channel<string> _unread = Channel.CreateUnbounded<string>();
    private readonly StringBuilder _all = new();
    private readonly Task _output;
    private readonly Task<string> _errors;

    private DevRun(Process process)
    {
        _process = process;
        _output = PumpAsync();
        _errors = process.StandardError.ReadToEndAsync();
    }

    public int Id => _process.Id;

    /// <summary>Everything written so far, for messages of failed assertions.</summary>
    public string Output
    {
        get
        {
            lock (_all)
            {
                return _all.ToString();
            }
        }
    }

    public static DevRun Start(params string[] arguments) => Start("dotnet", ["exec", Checkout.Dev, .. arguments]);

    /// <summary>Starts the entry below a shell, as a terminal would; the run is that shell.</summary>
    public static DevRun StartBelowShell(params string[] arguments) =>
        Start("/bin/sh", ["-c", "dotnet exec \"$@\" & wait", "sh", Checkout.Dev, .. arguments]);

    /// <summary>Waits for a line that holds the text.</summary>
    public async Task<string> LineAsync(string text)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            await foreach (var line in _unread.Reader.ReadAllAsync(limit.Token))
            {
                if (line.Contains(text, StringComparison.Ordinal))
                {
                    return line;
                }
            }
        }
        catch (OperationCanceledException) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
        {
            Assert.Fail($"\"{text}\" did not appear in time:{Environment.NewLine}{Output}");
        }

        throw new InvalidOperationException($"The run ended without \"{text}\":{Environment.NewLine}{Output}{await _errors}");
    }

    /// <summary>Waits until <c>up</c> is ready.</summary>
    /// <returns>The processes it said it has started.</returns>
    public async Task<IReadOnlyDictionary<string, int>> ReadyAsync()
    {
        await LineAsync("Ready.");
        return StartedProcess().Matches(Output)
            .ToDictionary(match => match.Groups["name"].Value, match => int.Parse(match.Groups["id"].Value, CultureInfo.InvariantCulture));
    }

    public async Task<DevResult> EndAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Limit, TestContext.Current.CancellationToken);

        // Processes that outlive the run would hold its output open; the test is about to say so.
        await Task.WhenAny(Task.WhenAll(_output, _errors), Task.Delay(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken));
        return new DevResult(_process.ExitCode, Output, _errors.IsCompleted ? await _errors : string.Empty);
    }

    /// <summary>What Ctrl+C in a terminal does to this process.</summary>
    public async Task InterruptAsync()
    {
        using var kill = Process.Start("kill", ["-INT", Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public void Kill() => _process.Kill();

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
    }

    private static DevRun Start(string program, IReadOnlyList<string> arguments) => new(Process.Start(new ProcessStartInfo(program, arguments)
    {
        WorkingDirectory = Checkout.Root,
        UseShellExecute = false,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        StandardOutputEncoding = Encoding.UTF8,
    })!);

    private async Task PumpAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            lock (_all)
            {
                _all.AppendLine(line);
            }

            _unread.Writer.TryWrite(line);
        }

        _unread.Writer.Complete();
    }

    [GeneratedRegex(@"Start (?<name>\w+) process (?<id>\d+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex StartedProcess();
}

internal sealed record DevResult(int ExitCode, string Output, string Errors);
