using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Insek.Office.Testing;

/// <summary>The table service of a real Azurite on a free loopback port. It can be stopped, killed and started again on the same port.</summary>
public sealed class Azurite : IAsyncDisposable
{
    private const string Account = "devstoreaccount1";

    // Published: https://learn.microsoft.com/azure/storage/common/storage-connect-azurite
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private const int Attempts = 3;

    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(50);

    private readonly string? location;
    private readonly ConcurrentQueue<string> output = new();
    private Process? _process;

    private Azurite(int port, string? location)
    {
        Port = port;
        this.location = location;
    }

    /// <summary>The loopback port; it stays the same over restarts.</summary>
    public int Port { get; }

    /// <summary>Address of the account's tables.</summary>
    public Uri Endpoint => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}/{Account}"));

    /// <summary>What a client needs to connect.</summary>
    public string ConnectionString => $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};TableEndpoint={Endpoint};";

    /// <summary>Id of the process, null while it is stopped.</summary>
    public int? ProcessId => _process?.Id;

    /// <summary>Starts an emulator and waits until it listens.</summary>
    /// <param name="location">Folder that outlives a restart; without one, data lives and dies with the process.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="InvalidOperationException">Node or the emulator is not installed, or it does not start.</exception>
    public static async Task<Azurite> StartAsync(string? location = null, CancellationToken cancellationToken = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            var azurite = new Azurite(FreePort.Next(), location);

            try
            {
                await azurite.StartAgainAsync(cancellationToken);

                return azurite;
            }
            catch (PortTakenException) when (attempt < Attempts)
            {
                await azurite.DisposeAsync();
            }
            catch
            {
                await azurite.DisposeAsync();
                throw;
            }
        }
    }

    /// <summary>Starts the emulator on its port again, after <see cref="StopAsync"/> or <see cref="KillAsync"/>.</summary>
    public async Task StartAgainAsync(CancellationToken cancellationToken = default)
    {
        if (_process is not null)
        {
            throw new InvalidOperationException("The emulator is running.");
        }

        output.Clear();
        _process = Start();

        try
        {
            await WaitUntilListeningAsync(_process, cancellationToken);
        }
        catch
        {
            await KillAsync();
            throw;
        }
    }

    /// <summary>Lets the emulator write its data and leave.</summary>
    public async Task StopAsync()
    {
        if (_process is not { } process)
        {
            return;
        }

        process.StandardInput.Close();
        using var timeout = new CancellationTokenSource(StopTimeout);

        try
        {
            await process.WaitForExitAsync(timeout.Token);
            Forget();
        }
        catch (OperationCanceledException)
        {
            await KillAsync();
        }
    }

    /// <summary>Ends the emulator as a crash would: what it had not written is lost.</summary>
    public async Task KillAsync()
    {
        if (_process is not { } process)
        {
            return;
        }

        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None);
        Forget();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await KillAsync();

    private Process Start()
    {
        var entry = Path.Combine(Repository.Root, "node_modules", "azurite", "dist", "src", "table", "main.js");

        if (!File.Exists(entry))
        {
            throw new InvalidOperationException($"The storage emulator is not installed ({entry} is missing). Install it and run all tests with: dotnet run --project dev -- test");
        }

        var start = new ProcessStartInfo("node", Arguments(entry))
        {
            UseShellExecute = false,
            WorkingDirectory = location ?? Path.GetTempPath(),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        try
        {
            var process = Process.Start(start)!;
            process.OutputDataReceived += (_, line) => output.Enqueue(line.Data ?? string.Empty);
            process.ErrorDataReceived += (_, line) => output.Enqueue(line.Data ?? string.Empty);
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();

            return process;
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException("Node 20 or later is needed for the storage emulator and was not found on the PATH.", missing);
        }
    }

    private IEnumerable<string> Arguments(string entry)
    {
        yield return "--require";
        yield return Path.Combine(Repository.Root, "tests", "Testing", "exit-with-parent.cjs");
        yield return entry;
        yield return "--silent";
        yield return "--disableTelemetry";
        yield return "--tableHost";
        yield return "127.0.0.1";
        yield return "--tablePort";
        yield return Port.ToString(CultureInfo.InvariantCulture);

        if (location is null)
        {
            yield return "--inMemoryPersistence";
        }
        else
        {
            yield return "--location";
            yield return location;
        }
    }

    private async Task WaitUntilListeningAsync(Process process, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(StartTimeout);

        while (!await IsListeningAsync(timeout.Token))
        {
            if (process.HasExited)
            {
                // Its output ends a moment after the process does.
                await process.WaitForExitAsync(timeout.Token);
                var said = string.Join(Environment.NewLine, output);

                throw said.Contains("EADDRINUSE", StringComparison.Ordinal)
                    ? new PortTakenException(said)
                    : new InvalidOperationException($"The storage emulator left with code {process.ExitCode}:{Environment.NewLine}{said}");
            }

            await Task.Delay(PollInterval, timeout.Token);
        }
    }

    private async Task<bool> IsListeningAsync(CancellationToken cancellationToken)
    {
        using var client = new TcpClient();

        try
        {
            await client.ConnectAsync(IPAddress.Loopback, Port, cancellationToken);

            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private void Forget()
    {
        _process?.Dispose();
        _process = null;
    }

    private sealed class PortTakenException(string output) : InvalidOperationException($"The port is taken:{Environment.NewLine}{output}");
}
