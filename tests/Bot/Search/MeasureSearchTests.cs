using Insek.Office.Bot.Search;
using Insek.Office.Bot.Teams;
using Insek.Office.Bot.Tests.Commands;
using Insek.Office.Contracts;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json.Linq;

namespace Insek.Office.Bot.Tests.Search;

/// <summary>The message extension, over a loopback API.</summary>
public sealed class MeasureSearchTests
{
    private static readonly ConceptSummary _belgern = new("insek-belgern", "Belgern", "INSEK Belgern", "draft");

    [Fact]
    public async Task Each_result_is_a_card_without_buttons_and_a_preview_with_number_and_sector()
    {
        await using var town = await TownApi.StartAsync();
        await using var bot = new CommandBot(town.Address);

        var result = await SearchAsync(bot, "rufbus");

        Assert.Equal(("result", "list"), (result.Type, result.AttachmentLayout));
        var first = result.Attachments[0];
        Assert.Equal("application/vnd.microsoft.card.adaptive", first.ContentType);
        Assert.DoesNotContain(((JObject)first.Content).Descendants().OfType<JProperty>(), property => property.Name == "verb");
        Assert.Equal("verkehr-6-2 · Verkehr/Technische Infrastruktur · Entwurf", (string?)((JObject)first.Preview.Content)["text"]);
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_repetition()
    {
        await using var town = await TownApi.StartAsync();
        await using var bot = new CommandBot(town.Address);

        var all = Titles(await SearchAsync(bot, "verkehr", skip: 0, count: 20));
        var parts = Titles(await SearchAsync(bot, "verkehr", skip: 0, count: 10)).Concat(Titles(await SearchAsync(bot, "verkehr", skip: 10, count: 10)));

        Assert.Equal(20, all.Count);
        Assert.Equal(all, parts);
        Assert.Empty(Titles(await SearchAsync(bot, "verkehr", skip: 10_000, count: 25)));
    }

    [Fact]
    public async Task Without_words_key_measures_come_first()
    {
        await using var town = await TownApi.StartAsync();
        await using var bot = new CommandBot(town.Address);
        town.Serve(TownApi.Torgau with { Measures = [.. TownApi.Torgau.Measures.Select(measure => measure with { IsKeyMeasure = measure.Id == "umwelt-1-1" || measure.Id == "verkehr-9-4" })] }, TownApi.Concept);

        var result = await SearchAsync(bot, "true", name: "initialRun");

        Assert.Equal(25, result.Attachments.Count);
        Assert.Contains(Titles(result)[0], TownApi.Torgau.Measures.Where(measure => measure.Id is "umwelt-1-1" or "verkehr-9-4").Select(measure => measure.Title));
    }

    [Fact]
    public async Task Nothing_found_is_a_sentence()
    {
        await using var town = await TownApi.StartAsync();
        await using var bot = new CommandBot(town.Address);

        var result = await SearchAsync(bot, "Mondlandung");

        Assert.Equal("message", result.Type);
        Assert.Contains("Keine Maßnahme passt zu „Mondlandung“", result.Text, StringComparison.Ordinal);
        Assert.Empty(result.Attachments);
    }

    [Fact]
    public async Task Measures_are_read_again_only_when_the_content_has_changed()
    {
        await using var town = await TownApi.StartAsync();
        await using var bot = new CommandBot(town.Address);

        await SearchAsync(bot, "rufbus");
        await SearchAsync(bot, "breitband");
        Assert.Equal(1, Reads(town));

        town.Serve(TownApi.Torgau with { Measures = [new MeasureDocument { Id = "neu-1", Sector = "verkehr", Title = "Seilbahn über die Elbe" }] }, TownApi.Concept, version: 2);
        Assert.Equal(["Seilbahn über die Elbe"], Titles(await SearchAsync(bot, "seilbahn elbe")));
        Assert.Equal(2, Reads(town));
    }

    [Fact]
    public async Task Only_concepts_the_person_may_see_are_searched_also_when_another_has_searched_them_before()
    {
        await using var town = await TownApi.StartAsync();
        await using var bot = new CommandBot(town.Address);
        town.Me(administrator: true, [], TownApi.Summary, _belgern)
            .Serve(new ConceptDocument { SchemaVersion = 1, Concept = new ConceptHead { Town = "Belgern", Title = "INSEK Belgern" }, Measures = [new MeasureDocument { Id = "b-1", Title = "Geheime Rufbuslinie" }] }, "insek-belgern");
        Assert.Contains("Geheime Rufbuslinie", Titles(await SearchAsync(bot, "rufbus")));

        // Now somebody asks whom the API refuses Belgern.
        town.Refuse("GET /api/concepts/insek-belgern", 403, "not-in-concept");
        var seen = Titles(await SearchAsync(bot, "rufbus"));

        Assert.NotEmpty(seen);
        Assert.DoesNotContain("Geheime Rufbuslinie", seen);
    }

    [Fact]
    public async Task The_concept_a_conversation_is_bound_to_comes_first()
    {
        await using var town = await TownApi.StartAsync();
        await using var bot = new CommandBot(town.Address);
        town.Me(administrator: true, [], TownApi.Summary, _belgern)
            .Bind(CommandBot.Channel.Conversation, "ag-belgern", "insek-belgern")
            .Serve(new ConceptDocument { SchemaVersion = 1, Concept = new ConceptHead { Town = "Belgern", Title = "INSEK Belgern" }, Measures = [new MeasureDocument { Id = "b-1", Title = "Ein Weg mit Rufbus" }] }, "insek-belgern");

        Assert.Equal("Ein Weg mit Rufbus", Titles(await SearchAsync(bot, "rufbus", place: CommandBot.Channel))[0]);
    }

    [Fact]
    public async Task While_the_API_is_away_it_says_so()
    {
        await using var town = await TownApi.StartAsync();
        await using var bot = new CommandBot(town.Address);
        await town.DisposeAsync();

        Assert.Contains("nicht erreichbar", (await SearchAsync(bot, "rufbus")).Text, StringComparison.Ordinal);
    }

    private static int Reads(TownApi town) => town.Calls.Count(call => call.Target.StartsWith($"/api/concepts/{TownApi.Concept}/measures?", StringComparison.Ordinal));

    private static List<string> Titles(MessagingExtensionResult result) => [.. result.Attachments.Select(attachment => (string)((JObject)attachment.Preview.Content)["title"]!)];

    private static async Task<MessagingExtensionResult> SearchAsync(CommandBot bot, string words, int? skip = null, int? count = null, Place? place = null, string? name = null)
    {
        var query = new MessagingExtensionQuery
        {
            Parameters = [new MessagingExtensionParameter(name, words)],
            QueryOptions = skip is null ? null : new MessagingExtensionQueryOptions(skip, count),
        };
        return (await bot.Get<MeasureSearch>().QueryAsync(query, CommandBot.Chair, place ?? CommandBot.Personal, CommandBot.German, TestContext.Current.CancellationToken)).ComposeExtension;
    }
}
