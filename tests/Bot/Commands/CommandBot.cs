using System.Globalization;
using Insek.Office.Bot.Actions;
using Insek.Office.Bot.Api;
using Insek.Office.Bot.Commands;
using Insek.Office.Bot.Search;
using Insek.Office.Bot.Teams;
using Insek.Office.Bot.Tests.Host;
using Insek.Office.Domain;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json.Linq;

namespace Insek.Office.Bot.Tests.Commands;

/// <summary>Commands and search as the bot composes them, at a fixed instant, aimed at a loopback API.</summary>
internal sealed class CommandBot : IAsyncDisposable
{
    /// <summary>Saturday, 21 November 2026, 10:00 in Torgau.</summary>
    public static readonly DateTimeOffset Now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    private readonly KeyFile _key = new();
    private readonly WebApplication _app;

    public CommandBot(Uri api, DateTimeOffset? now = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Api:BaseAddress"] = api.ToString(),
            ["Api:DevelopmentKeyFile"] = _key.Path,
            ["Api:RetryDelay"] = "00:00:00.001",
        });
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(new FixedClock(now ?? Now));
        builder.AddApi().AddCommands().AddSearch();
        _app = builder.Build();
    }

    public static CultureInfo German { get; } = CultureInfo.GetCultureInfo("de-DE");

    public static CultureInfo English { get; } = CultureInfo.GetCultureInfo("en-GB");

    public static Place Personal { get; } = new("a:personal-chat-1", PlaceKind.Personal);

    public static Place Channel { get; } = new("19:verkehr@thread.tacv2", PlaceKind.Channel);

    public static Actor Administrator { get; } = Person("a0", "INSEK-Koordination, Stadtverwaltung");

    public static Actor Chair { get; } = Person("a1", "AG Verkehr, Leitung");

    public static Actor Member { get; } = Person("a2", "AG Verkehr, Tiefbauamt");

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public Task<CardReply> TypeAsync(string text, Actor actor, Place? place = null, CultureInfo? culture = null) =>
        Get<CommandRouter>().AnswerAsync(text, actor, place ?? Personal, culture ?? German, TestContext.Current.CancellationToken);

    /// <summary>Presses a button: what it carries goes to the action of its verb, with what was entered.</summary>
    public Task<CardReply> PressAsync(JObject button, Actor actor, Place? place = null, IReadOnlyDictionary<string, string>? entered = null)
    {
        var data = new JObject((JObject)(button["data"] ?? new JObject()));
        foreach (var (name, value) in entered ?? new Dictionary<string, string>())
        {
            data[name] = value;
        }

        var verb = (string?)button["verb"];
        var action = _app.Services.GetServices<ICardAction>().Single(known => known.Verb == verb);
        return action.HandleAsync(new CardActionContext(actor, place ?? Personal, data, Card: "card-1", German), TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _key.Dispose();
    }

    private static Actor Person(string end, string name) => new(new MemberId($"00000000-0000-0000-0000-0000000000{end}"), name, $"29:{end}");

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}

/// <summary>Looks into answers.</summary>
internal static class Answers
{
    public static CardReply.Card Card(this CardReply reply) => Assert.IsType<CardReply.Card>(reply);

    public static string Sentence(this CardReply reply) => Assert.IsType<CardReply.Message>(reply).Text;

    public static JObject Json(this CardReply reply) => JObject.Parse(reply.Card().Content.ToJson());

    /// <summary>Every button of the card, in order.</summary>
    public static IReadOnlyList<JObject> Buttons(this CardReply reply) =>
        [.. reply.Json().Descendants().OfType<JObject>().Where(element => (string?)element["type"] == "Action.Execute")];

    public static JObject Button(this CardReply reply, string title) => reply.Buttons().First(button => (string?)button["title"] == title);

    /// <summary>The input of this id.</summary>
    public static JObject Input(this CardReply reply, string id) =>
        reply.Json().Descendants().OfType<JObject>().Single(element => (string?)element["id"] == id && ((string?)element["type"])?.StartsWith("Input.", StringComparison.Ordinal) is true);

    /// <summary>All that is read in the card, one line each.</summary>
    public static string Text(this CardReply reply) => string.Join('\n', reply.Json().Descendants().OfType<JProperty>()
        .Where(property => property.Name is "text" or "title" or "value" && property.Value.Type == JTokenType.String && property.Parent?["type"]?.ToString().StartsWith("Input", StringComparison.Ordinal) is not true)
        .Select(property => (string?)property.Value));
}
