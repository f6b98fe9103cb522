using Insek.Office.Dev.Processes;
using Insek.Office.Dev.Setup;
using Insek.Office.Dev.Terminal;

namespace Insek.Office.Dev.Office;

/// <summary>What a local office runs on.</summary>
/// <param name="Functions">The assembly of the functions.</param>
/// <param name="Bot">The assembly of the bot, which comes with a Teams client; or <see langword="null"/> to start neither.</param>
/// <param name="Ports">Where the processes listen.</param>
/// <param name="KeyFile">The key that signs tokens.</param>
/// <param name="Data">The folder of the stored data, or <see langword="null"/> for memory.</param>
/// <param name="LogPrefix">Begins the names of the log files.</param>
internal sealed record OfficePlan(string Functions, string? Bot, Ports Ports, string KeyFile, string? Data, string LogPrefix)
{
    /// <summary>The instant at which the clocks of functions and bot begin; the real time where absent.</summary>
    public DateTimeOffset? Clock { get; init; }

    /// <summary>Where the bot's pages are served by HTTPS, too; nowhere where absent.</summary>
    public int? HttpsPort { get; init; }
}

/// <summary>The processes of the product, started in the order they need each other and stopped in the opposite order.</summary>
internal sealed class LocalOffice : IAsyncDisposable
{
    /// <summary>A cold start on a busy machine takes half a minute.</summary>
    private static readonly TimeSpan ReadyLimit = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan CrashGrace = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(100);

    private readonly List<(ChildProcess Process, TimeSpan Grace)> _started = [];
    private readonly Screen _screen;
    private readonly CancellationToken _force;

    private LocalOffice(Screen screen, Ports ports, CancellationToken force)
    {
        _screen = screen;
        _force = force;
        Address = new Uri($"http://localhost:{ports.Functions}/");
        Teams = new Uri($"http://localhost:{ports.Playground}/");
    }

    /// <summary>Where the functions answer.</summary>
    public Uri Address { get; }

    /// <summary>Where the Teams client answers, if it was planned.</summary>
    public Uri Teams { get; }

    /// <summary>Starts everything and waits until it answers.</summary>
    /// <exception cref="StepFailedException">A process ended or did not become ready; all others were stopped.</exception>
    public static async Task<LocalOffice> StartAsync(Workspace workspace, OfficePlan plan, Screen screen, Shutdown shutdown)
    {
        var office = new LocalOffice(screen, plan.Ports, shutdown.Forced);
        try
        {
            await office.StartAsync(
                () => Azurite.Start(workspace, plan.Ports.Azurite, plan.Data, workspace.Log($"{plan.LogPrefix}azurite")),
                Azurite.StopGrace,
                new Uri($"http://127.0.0.1:{plan.Ports.Azurite}/"),
                anyAnswer: true,
                shutdown.Requested);
            await office.StartAsync(
                () => FunctionsProcess.Start(plan.Functions, plan.Ports, plan.KeyFile, workspace.DirectoryFile, plan.Clock, plan.HttpsPort, workspace.Log($"{plan.LogPrefix}functions")),
                FunctionsProcess.StopGrace,
                new Uri(office.Address, "api/ready"),
                anyAnswer: false,
                shutdown.Requested);
            if (plan.Bot is { } bot)
            {
                await office.StartTeamsAsync(workspace, plan, bot, shutdown.Requested);
            }

            return office;
        }
        catch
        {
            await office.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits until a process ends of its own accord, which none should.</summary>
    /// <returns>What happened.</returns>
    public async Task<StepFailedException> CrashAsync(CancellationToken cancellationToken)
    {
        var first = await Task.WhenAny(_started.Select(child => child.Process.Exited)).WaitAsync(cancellationToken);
        return await CrashOfAsync(_started.First(child => child.Process.Exited == first).Process);
    }

    /// <summary>Does something with the running office.</summary>
    /// <exception cref="StepFailedException">A process ended meanwhile, or did not answer.</exception>
    public async Task WhileAllRunAsync(Func<Task> work, CancellationToken cancellationToken)
    {
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var crash = CrashAsync(done.Token);
        var working = work();
        try
        {
            if (await Task.WhenAny(working, crash) == working)
            {
                await working;
                await done.CancelAsync();
                return;
            }
        }
        catch (StepFailedException error)
        {
            throw new StepFailedException($"{error.Message} Log: {_started[^1].Process.LogPath}", error.Details);
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException { InnerException: TimeoutException })
        {
            // A broken connection may be the first sign of a dying process; its end says more.
            if (await Task.WhenAny(crash, Task.Delay(CrashGrace, cancellationToken)) != crash)
            {
                throw new StepFailedException($"The API did not answer: {error.Message}");
            }
        }

        throw await crash;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (process, grace) in Enumerable.Reverse(_started))
        {
            if (!process.Exited.IsCompleted)
            {
                await process.StopAsync(grace, _force);
                _screen.Ok(process.Name, "stopped");
            }

            await process.DisposeAsync();
        }

        _started.Clear();
    }

    private async Task StartTeamsAsync(Workspace workspace, OfficePlan plan, string bot, CancellationToken cancellationToken)
    {
        await StartAsync(
            () => BotProcess.Start(bot, plan.Ports, plan.KeyFile, plan.Clock, plan.HttpsPort, workspace.Log($"{plan.LogPrefix}bot")),
            BotProcess.StopGrace,
            new Uri($"http://127.0.0.1:{plan.Ports.Bot}/ready"),
            anyAnswer: false,
            cancellationToken);
        await StartAsync(
            () => Playground.Start(workspace, plan.Ports, workspace.DirectoryFile, workspace.Log($"{plan.LogPrefix}playground")),
            Playground.StopGrace,
            new Uri($"http://127.0.0.1:{plan.Ports.Playground}/_debug/ping"),
            anyAnswer: false,
            cancellationToken);
        Playground.EnsureListensOn(_started[^1].Process, plan.Ports.Playground);
    }

    private async Task StartAsync(Func<ChildProcess> start, TimeSpan grace, Uri probe, bool anyAnswer, CancellationToken cancellationToken)
    {
        var process = start();
        _started.Add((process, grace));
        await _screen.StepAsync($"Start {process.Name}", async progress =>
        {
            progress.Report("waiting for an answer");
            using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            giveUp.CancelAfter(ReadyLimit);
            var ready = AnswersAsync(probe, anyAnswer, giveUp.Token);
            if (await Task.WhenAny(ready, process.Exited) == process.Exited)
            {
                await giveUp.CancelAsync();
                cancellationToken.ThrowIfCancellationRequested();
                throw await CrashOfAsync(process);
            }

            if (!await ready)
            {
                cancellationToken.ThrowIfCancellationRequested();
                throw new StepFailedException(
                    $"{process.Name} was not ready after {ReadyLimit.TotalSeconds:0} s ({probe}). Log: {process.LogPath}", process.LastLines);
            }

            return $"process {process.Id}, port {probe.Port}";
        });
    }

    private static async Task<StepFailedException> CrashOfAsync(ChildProcess process) =>
        new($"{process.Name} ended unexpectedly with exit code {await process.Exited}. Log: {process.LogPath}", process.LastLines);

    private static async Task<bool> AnswersAsync(Uri probe, bool anyAnswer, CancellationToken giveUp)
    {
        using var http = new HttpClient();
        while (!giveUp.IsCancellationRequested)
        {
            try
            {
                using var answer = await http.GetAsync(probe, giveUp);
                if (anyAnswer || answer.IsSuccessStatusCode)
                {
                    return true;
                }

                await Task.Delay(PollInterval, giveUp);
            }
            catch (HttpRequestException)
            {
                // Nobody listens yet.
                await Task.Delay(PollInterval, CancellationToken.None);
            }
            catch (OperationCanceledException)
            {
                return false;
            }
        }

        return false;
    }
}
