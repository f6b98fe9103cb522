using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Insek.Office.Testing;

namespace Insek.Office.Functions.Tests.Host;

/// <summary>The published functions as the Azure Functions host runs them: same environment, same port variable, ended by SIGKILL.</summary>
internal sealed class FunctionsProcess : IAsyncDisposable
{
    private static readonly TimeSpan _startTimeout = TimeSpan.FromSeconds(60);

    private readonly ConcurrentQueue<string> _output = new();
    private readonly Process _process;

    private FunctionsProcess(int port, Process process)
    {
        Port = port;
        _process = process;
        Client = new HttpClient { BaseAddress = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")), Timeout = TimeSpan.FromMinutes(3) };
    }

    public int Port { get; }

    public HttpClient Client { get; }

    public string Output => string.Join(Environment.NewLine, _output);

    /// <summary>Starts the process and waits until it answers at all, as the host does.</summary>
    public static async Task<FunctionsProcess> StartAsync(IReadOnlyDictionary<string, string> settings, int? port = null)
    {
        var functions = Start(settings, port ?? FreePort.Next());
        using var timeout = new CancellationTokenSource(_startTimeout);
        while (true)
        {
            try
            {
                using var answer = await functions.Client.GetAsync("/", timeout.Token);
                return functions;
            }
            catch (HttpRequestException) when (!functions._process.HasExited)
            {
                await Task.Delay(25, timeout.Token);
            }
            catch (Exception failure)
            {
                var output = functions.Output;
                await functions.DisposeAsync();
                throw new InvalidOperationException($"The functions did not start:{Environment.NewLine}{output}", failure);
            }
        }
    }

    /// <summary>Starts the process expecting it to refuse, and answers its exit code and what it said.</summary>
    public static async Task<(int ExitCode, string Output)> StartAndRefuseAsync(IReadOnlyDictionary<string, string> settings)
    {
        await using var functions = Start(settings, FreePort.Next());
        using var timeout = new CancellationTokenSource(_startTimeout);
        await functions._process.WaitForExitAsync(timeout.Token);
        return (functions._process.ExitCode, functions.Output);
    }

    /// <summary>Which of these assemblies the process has loaded; null where the system does not tell.</summary>
    public string? LoadedOf(params string[] files) => OperatingSystem.IsLinux()
        ? string.Join(' ', files.Where(file => File.ReadLines($"/proc/{_process.Id}/maps").Any(line => line.EndsWith($"/{file}", StringComparison.Ordinal))))
        : null;

    /// <summary>What the host does to stop a handler.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private static FunctionsProcess Start(IReadOnlyDictionary<string, string> settings, int port)
    {
        var start = new ProcessStartInfo(PublishedFunctions.Executable)
        {
            WorkingDirectory = Path.GetTempPath(),
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment["FUNCTIONS_CUSTOMHANDLER_PORT"] = port.ToString(CultureInfo.InvariantCulture);
        start.Environment["FUNCTIONS_HTTPWORKER_PORT"] = port.ToString(CultureInfo.InvariantCulture);

        // The host's Linux images set these two for the host itself.
        start.Environment["ASPNETCORE_URLS"] = "http://+:80";
        start.Environment["ASPNETCORE_CONTENTROOT"] = "/azure-functions-host";

        // Ends with the test process, however that ends.
        start.Environment["Hosting__ExitWithParent"] = "true";
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        var functions = new FunctionsProcess(port, process);
        process.OutputDataReceived += (_, line) => functions._output.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => functions._output.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return functions;
    }
}
