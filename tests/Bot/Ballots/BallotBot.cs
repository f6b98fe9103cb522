using AdaptiveCards;
using Insek.Office.Bot.Actions;
using Insek.Office.Bot.Api;
using Insek.Office.Bot.Ballots;
using Insek.Office.Bot.Commands;
using Insek.Office.Bot.Hosting;
using Insek.Office.Bot.Notices;
using Insek.Office.Bot.Search;
using Insek.Office.Bot.Teams;
using Insek.Office.Bot.Tests.Host;
using Insek.Office.Bot.Tests.Rounds;
using Insek.Office.Domain;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json.Linq;

namespace Insek.Office.Bot.Tests.Ballots;

/// <summary>The bot's cards and actions as it composes them, clicked as the client clicks.</summary>
internal sealed class BallotBot : IAsyncDisposable
{
    private readonly KeyFile _key = new();
    private readonly MemoryLog _log = new();
    private readonly TimeSpan _budget;
    private readonly WebApplication _app;

    /// <param name="api">The API.</param>
    /// <param name="budget">How long a click may take; as good as for ever where absent, so that a busy machine fails no test.</param>
    public BallotBot(Uri api, TimeSpan? budget = null)
    {
        _budget = budget ?? TimeSpan.FromMinutes(1);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Api:BaseAddress"] = api.ToString(),
            ["Api:DevelopmentKeyFile"] = _key.Path,
            ["Api:MaxRetries"] = "0",
            ["Casting:Pause"] = "00:00:00.001",
        });
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Debug).AddProvider(_log);
        builder.Services.AddSingleton(budget is null ? new SlowClock() : TimeProvider.System);
        builder.AddHosting().AddApi().AddTeams().AddBallots().AddNotices().AddCommands().AddSearch();
        _app = builder.Build();
    }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public async Task<CardReply> SendAsync(string verb, JObject data, string actor = "planner")
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        time.CancelAfter(_budget);
        var context = new CardActionContext(new Actor(new MemberId(actor), actor, $"29:{actor}"), new Place("a:personal", PlaceKind.Personal), data, "card", Sample.German);
        return await _app.Services.GetServices<ICardAction>().Single(action => action.Verb == verb).HandleAsync(context, time.Token);
    }

    /// <summary>Clicks a button of a card with what is entered in the card, as the client sends it: texts only, empty ones left out.</summary>
    public Task<CardReply> ClickAsync(AdaptiveCard card, string title, IReadOnlyDictionary<string, string>? entered = null, string actor = "planner")
    {
        var button = card.Actions.OfType<AdaptiveExecuteAction>().Single(action => action.Title == title);
        var data = JObject.FromObject(button.Data!);
        if (button.AssociatedInputs != AdaptiveAssociatedInputs.None)
        {
            foreach (var (name, value) in Values(card).Concat(entered ?? new Dictionary<string, string>()))
            {
                data[name] = value;
                if (value.Length == 0)
                {
                    data.Remove(name);
                }
            }
        }

        return SendAsync(button.Verb!, data, actor);
    }

    public async Task<AdaptiveCard> CardAsync(Task<CardReply> reply) => Assert.IsType<CardReply.Card>(await reply).Content;

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _key.Dispose();
    }

    /// <summary>What the inputs hold as the card is shown.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Values(AdaptiveCard card) => card.Body
        .SelectMany(element => element is AdaptiveContainer container ? container.Items : [element])
        .Select(element => element switch
        {
            AdaptiveChoiceSetInput choice => (choice.Id, choice.Value),
            AdaptiveTextInput text => (text.Id, text.Value),
            AdaptiveDateInput date => (date.Id, date.Value),
            AdaptiveTimeInput time => (time.Id, time.Value),
            _ => (null, null),
        })
        .Where(input => input.Item1 is not null && input.Item2 is not null)
        .Select(input => KeyValuePair.Create(input.Item1!, input.Item2!));

    /// <summary>Twenty seconds of work count as one.</summary>
    private sealed class SlowClock : TimeProvider
    {
        private const int Slower = 20;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, dueTime > TimeSpan.FromMilliseconds(100) ? dueTime * Slower : dueTime, period);
    }
}
