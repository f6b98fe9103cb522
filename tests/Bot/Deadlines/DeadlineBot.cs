using System.Globalization;
using AdaptiveCards;
using Insek.Office.Bot.Actions;
using Insek.Office.Bot.Api;
using Insek.Office.Bot.Ballots;
using Insek.Office.Bot.Commands;
using Insek.Office.Bot.Deadlines;
using Insek.Office.Bot.Hosting;
using Insek.Office.Bot.Notices;
using Insek.Office.Bot.Search;
using Insek.Office.Bot.Teams;
using Insek.Office.Bot.Tests.Host;
using Insek.Office.Contracts;
using Insek.Office.Domain;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json.Linq;

namespace Insek.Office.Bot.Tests.Deadlines;

/// <summary>The bot's reminders as it composes them, on Monday, 18 March 2024, clicked as a client clicks.</summary>
internal sealed class DeadlineBot : IAsyncDisposable
{
    public static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");
    public static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    private readonly KeyFile _key = new();
    private readonly WebApplication _app;

    public DeadlineBot(Uri api, bool searchesTenant = false)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Api:BaseAddress"] = api.ToString(),
            ["Api:DevelopmentKeyFile"] = _key.Path,
            ["Api:MaxRetries"] = "0",
            ["PeoplePicker:SearchesTenant"] = searchesTenant ? "true" : null,
        });
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(new MondayMorning());
        builder.AddHosting().AddApi().AddTeams().AddBallots().AddNotices().AddCommands().AddSearch().AddDeadlines();
        _app = builder.Build();
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public Task<CardReply> TypeAsync(string text, PlaceKind place = PlaceKind.Personal, CultureInfo? culture = null) =>
        _app.Services.GetRequiredService<CommandRouter>().AnswerAsync(text, Person("owner"), new Place("a:chat", place), culture ?? German, Cancellation);

    /// <summary>What a notice shows.</summary>
    public Task<RenderedNotice?> RenderAsync(NoticeView notice) => _app.Services.GetRequiredService<NoticeCards>().RenderAsync(notice, Cancellation);

    public async Task<AdaptiveCard> DigestAsync() => (await RenderAsync(Notice("reminderDigest") with { Concept = NoticeView.AcrossConcepts, Date = new DateOnly(2024, 3, 18) }))!.Card;

    public Task<CardReply> SendAsync(string verb, JObject data, CultureInfo? culture = null, PlaceKind place = PlaceKind.Personal) => _app.Services.GetServices<ICardAction>().Single(action => action.Verb == verb)
        .HandleAsync(new CardActionContext(Person("owner"), new Place("a:chat", place), data, "card", culture ?? German), Cancellation);

    /// <summary>Presses the button of this title that is about <paramref name="subject"/>, with what is entered: texts only, empty ones left out.</summary>
    public Task<CardReply> PressAsync(AdaptiveCard card, string title, string? subject = null, params IReadOnlyList<(string Input, string Value)> entered)
    {
        var json = JObject.Parse(card.ToJson());
        var button = json.Descendants().OfType<JObject>().First(element =>
            (string?)element["type"] == "Action.Execute" && (string?)element["title"] == title && (subject is null || (string?)element["data"]?["deadline"] == subject || (string?)element["data"]?["measure"] == subject));
        var data = new JObject((JObject)(button["data"] ?? new JObject()));
        if ((string?)button["associatedInputs"] != "none")
        {
            var shown = json.Descendants().OfType<JObject>().Where(element => ((string?)element["type"])?.StartsWith("Input.", StringComparison.Ordinal) is true);
            foreach (var (input, value) in shown.Select(element => ((string)element["id"]!, (string?)element["value"] ?? string.Empty)).Concat(entered))
            {
                data[input] = value;
                if (value.Length == 0)
                {
                    data.Remove(input);
                }
            }
        }

        return SendAsync((string)button["verb"]!, data);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _key.Dispose();
    }

    /// <summary>Every button by title, wherever it stands.</summary>
    public static IReadOnlyList<string> Buttons(AdaptiveCard card) =>
        [.. JObject.Parse(card.ToJson()).Descendants().OfType<JObject>().Where(element => (string?)element["type"] == "Action.Execute").Select(button => (string)button["title"]!)];

    public static NoticeView Notice(string kind) => new() { Id = "n1", Concept = Due.Torgau, Kind = kind, Tag = "t", Member = Due.Owner, Attempt = 1 };

    private static Actor Person(string id) => new(new MemberId(id), id, $"29:{id}");

    private sealed class MondayMorning : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Due.Now;
    }
}
