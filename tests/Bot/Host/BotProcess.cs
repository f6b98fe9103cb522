using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Insek.Office.Bot.Api;
using Insek.Office.Testing;

namespace Insek.Office.Bot.Tests.Host;

/// <summary>The bot as it was built, in a process of its own.</summary>
internal sealed class BotProcess : IAsyncDisposable
{
    private static readonly TimeSpan _startTimeout = TimeSpan.FromSeconds(60);

    private readonly ConcurrentQueue<string> _output = new();
    private readonly Process _process;

    private BotProcess(Process process, int port)
    {
        _process = process;
        Client = new HttpClient { BaseAddress = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")) };
        process.OutputDataReceived += (_, line) => _output.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => _output.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public HttpClient Client { get; }

    public string Output => string.Join(Environment.NewLine, _output);

    /// <summary>Starts the process and waits until it answers.</summary>
    public static async Task<BotProcess> StartAsync(IReadOnlyDictionary<string, string> settings, int? port = null)
    {
        var bot = Start(settings, port ?? FreePort.Next());
        using var timeout = new CancellationTokenSource(_startTimeout);
        while (true)
        {
            try
            {
                using var answer = await bot.Client.GetAsync(new Uri("/health", UriKind.Relative), timeout.Token);
                return bot;
            }
            catch (HttpRequestException) when (!bot._process.HasExited)
            {
                await Task.Delay(25, timeout.Token);
            }
            catch (Exception failure)
            {
                var output = bot.Output;
                await bot.DisposeAsync();
                throw new InvalidOperationException($"The bot did not start:{Environment.NewLine}{output}", failure);
            }
        }
    }

    /// <summary>Starts the process expecting it to refuse, and answers its exit code and what it said.</summary>
    public static async Task<(int ExitCode, string Output)> StartAndRefuseAsync(IReadOnlyDictionary<string, string> settings)
    {
        await using var bot = Start(settings, FreePort.Next());
        using var timeout = new CancellationTokenSource(_startTimeout);
        await bot._process.WaitForExitAsync(timeout.Token);
        return (bot._process.ExitCode, bot.Output);
    }

    /// <summary>Ends its standard input, as a parent does that is gone, and answers the exit code.</summary>
    public async Task<int> LoseParentAsync()
    {
        using var timeout = new CancellationTokenSource(_startTimeout);
        _process.StandardInput.Close();
        await _process.WaitForExitAsync(timeout.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
    }

    private static BotProcess Start(IReadOnlyDictionary<string, string> settings, int port)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(ApiClient).Assembly.Location])
        {
            WorkingDirectory = Path.GetTempPath(),
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var inherited in (string[])["ASPNETCORE_ENVIRONMENT", "ASPNETCORE_URLS", "ASPNETCORE_HTTP_PORTS"])
        {
            start.Environment.Remove(inherited);
        }

        start.Environment["Hosting__Port"] = port.ToString(CultureInfo.InvariantCulture);

        // Ends with the test process, however that ends.
        start.Environment["Hosting__ExitWithParent"] = "true";
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return new BotProcess(Process.Start(start)!, port);
    }
}
