using System.Text;
using Insek.Office.Bot.Api;
using Insek.Office.Bot.Ballots;
using Insek.Office.Bot.Commands;
using Insek.Office.Bot.Health;
using Insek.Office.Bot.Hosting;
using Insek.Office.Bot.Notices;
using Insek.Office.Bot.Problems;
using Insek.Office.Bot.Search;
using Insek.Office.Bot.Teams;
using Insek.Office.Bot.Tests.Host;
using Insek.Office.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json.Linq;

namespace Insek.Office.Bot.Tests.Teams;

/// <summary>The bot as Program.cs composes it, in this process, so that a test can add an action of its own.</summary>
internal sealed class RunningBot : IAsyncDisposable
{
    private readonly KeyFile _key = new();
    private readonly WebApplication _app;
    private readonly HttpClient _client;
    private bool _isStopped;

    private RunningBot(Uri api, IReadOnlyDictionary<string, string?> settings, Action<IServiceCollection> more)
    {
        var port = FreePort.Next();
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Configuration.AddInMemoryCollection(SettingsOf(api, _key));
        builder.Configuration.AddInMemoryCollection([new("Hosting:Port", port.ToString(System.Globalization.CultureInfo.InvariantCulture))]);
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Information).AddProvider(Log);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddHosting().AddProblems().AddJson().AddApi().AddTeams().AddBallots().AddNotices().AddCommands().AddSearch();
        more(builder.Services);
        _app = builder.Build();
        _app.UseProblems();
        _app.MapHealth();
        _app.MapMessages();
        _client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
    }

    public MemoryLog Log { get; } = new();

    /// <summary>Settings of a quick bot, by the names of the configuration.</summary>
    public static Dictionary<string, string?> SettingsOf(Uri api, KeyFile key) => new()
    {
        ["Api:BaseAddress"] = api.ToString(),
        ["Api:DevelopmentKeyFile"] = key.Path,
        ["Api:RetryDelay"] = "00:00:00.001",
        ["Api:AttemptTimeout"] = "00:00:20",
        ["Connector:RetryDelay"] = "00:00:00.001",
        ["Notices:PollEvery"] = "00:00:00.05",
        ["Notices:CardPace"] = "00:00:00",
    };

    public static async Task<RunningBot> StartAsync(Uri api, IReadOnlyDictionary<string, string?>? settings = null, Action<IServiceCollection>? more = null)
    {
        var bot = new RunningBot(api, settings ?? new Dictionary<string, string?>(), more ?? (_ => { }));
        await bot._app.StartAsync(TestContext.Current.CancellationToken);
        return bot;
    }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>Posts an activity as Teams does.</summary>
    public async Task<(int Status, JObject Body)> SendAsync(JToken activity)
    {
        using var content = new StringContent(activity.ToString(), Encoding.UTF8, "application/json");
        using var answer = await _client.PostAsync(new Uri("/api/messages", UriKind.Relative), content, TestContext.Current.CancellationToken);
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return ((int)answer.StatusCode, body.Length == 0 ? [] : JObject.Parse(body));
    }

    public async ValueTask DisposeAsync()
    {
        if (_isStopped)
        {
            return;
        }

        _isStopped = true;
        _client.Dispose();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        _key.Dispose();
    }
}
