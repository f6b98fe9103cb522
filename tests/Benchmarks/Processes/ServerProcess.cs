using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using Insek.Office.Benchmarks.Running;
using Insek.Office.Testing;

namespace Insek.Office.Benchmarks.Processes;

/// <summary>A published program that serves HTTP on a loopback port.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan _startTimeout = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan _pollInterval = TimeSpan.FromMilliseconds(2);

    private readonly ConcurrentQueue<string> _output = new();
    private readonly Process _process;
    private readonly Uri _ready;

    private ServerProcess(Process process, int port, string ready)
    {
        (_process, _ready) = (process, new Uri(ready, UriKind.Relative));
        Client = new HttpClient { BaseAddress = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")), Timeout = TimeSpan.FromMinutes(3) };
        process.OutputDataReceived += (_, line) => _output.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => _output.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public HttpClient Client { get; }

    /// <summary>From the moment the process was asked for to its first "ready" with 200.</summary>
    public TimeSpan StartedIn { get; private set; }

    /// <summary>Memory the process has in RAM, in bytes, as the system counts it.</summary>
    public long WorkingSetBytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>The functions as the Functions host starts them, with local tokens.</summary>
    public static Task<ServerProcess> StartFunctionsAsync(Workbench workbench, Dictionary<string, string>? settings = null)
    {
        var port = FreePort.Next();
        return StartAsync(PublishedApp.Functions, port, "/api/ready", new(settings ?? [])
        {
            ["FUNCTIONS_CUSTOMHANDLER_PORT"] = port.ToString(CultureInfo.InvariantCulture),
            ["DOTNET_ENVIRONMENT"] = "Development",
            ["Storage__ConnectionString"] = workbench.Storage.ConnectionString,
            ["Authentication__DevelopmentKeyFile"] = workbench.Tokens.KeyFile,
            ["Hosting__ExitWithParent"] = "true",
        });
    }

    /// <summary>The bot without an identity, which then believes this machine, as in Development.</summary>
    /// <param name="workbench">Whose key its tokens are signed with.</param>
    /// <param name="api">The functions, or what stands in for them.</param>
    /// <param name="settings">More settings.</param>
    public static Task<ServerProcess> StartBotAsync(Workbench workbench, Uri api, Dictionary<string, string>? settings = null)
    {
        var port = FreePort.Next();
        return StartAsync(PublishedApp.Bot, port, "/ready", new(settings ?? [])
        {
            ["DOTNET_ENVIRONMENT"] = "Development",
            ["Hosting__Port"] = port.ToString(CultureInfo.InvariantCulture),
            ["Hosting__ExitWithParent"] = "true",
            ["Api__BaseAddress"] = api.ToString(),
            ["Api__DevelopmentKeyFile"] = workbench.Tokens.KeyFile,
        });
    }

    /// <summary>A program that listens where ASP.NET says.</summary>
    public static Task<ServerProcess> StartAsync(string executable, Dictionary<string, string>? settings = null)
    {
        var port = FreePort.Next();
        return StartAsync(executable, port, "/api/ready", new(settings ?? [])
        {
            ["DOTNET_ENVIRONMENT"] = "Development",
            ["ASPNETCORE_URLS"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"),
        });
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private static async Task<ServerProcess> StartAsync(string executable, int port, string ready, Dictionary<string, string> settings)
    {
        var start = new ProcessStartInfo(executable)
        {
            UseShellExecute = false,
            WorkingDirectory = Path.GetTempPath(),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var begun = Stopwatch.GetTimestamp();
        var server = new ServerProcess(Process.Start(start)!, port, ready);
        try
        {
            using var timeout = new CancellationTokenSource(_startTimeout);
            while (!await server.IsReadyAsync(timeout.Token))
            {
                await Task.Delay(_pollInterval, timeout.Token);
            }

            server.StartedIn = Stopwatch.GetElapsedTime(begun);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    private async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await Client.GetAsync(_ready, cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException) when (!_process.HasExited)
        {
            return false;
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException($"{_process.StartInfo.FileName} did not start:{Environment.NewLine}{string.Join(Environment.NewLine, _output)}", failure);
        }
    }

    /// <summary>Sends every request as an administrator from here on.</summary>
    public void Authorize(LocalTokens tokens) => Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tokens.Issue());
}
