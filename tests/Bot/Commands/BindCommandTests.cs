using Insek.Office.Contracts;

namespace Insek.Office.Bot.Tests.Commands;

/// <summary>Which conversation shows whose rounds.</summary>
public sealed class BindCommandTests
{
    [Fact]
    public async Task In_a_personal_chat_it_says_where_to_type_it()
    {
        await using var town = await TownApi.StartAsync();
        await using var bot = new CommandBot(town.Address);

        Assert.Contains("im Kanal oder Gruppenchat", (await bot.TypeAsync("verbinden", CommandBot.Administrator)).Sentence(), StringComparison.Ordinal);
        Assert.Empty(town.Calls);
    }

    [Fact]
    public async Task Who_is_no_administrator_is_told_who_may()
    {
        await using var town = await TownApi.StartAsync();
        await using var bot = new CommandBot(town.Address);

        Assert.Contains("nur Administratorinnen und Administratoren", (await bot.TypeAsync("verbinden", CommandBot.Chair, CommandBot.Channel)).Sentence(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_chooses_a_group_and_the_conversation_is_the_one_the_card_is_in()
    {
        await using var town = await TownApi.StartAsync();
        await using var bot = new CommandBot(town.Address);
        town.Me(administrator: true, [], TownApi.Summary)
            .Bind(CommandBot.Channel.Conversation, "ag-umwelt")
            .Post("api/bindings", new BindingDocument(CommandBot.Channel.Conversation, TownApi.Concept, "ag-verkehr"), ContractsJson.Default.BindingDocument);

        var asked = await bot.TypeAsync("verbinden", CommandBot.Administrator, CommandBot.Channel);
        Assert.Equal("ag-umwelt", (string?)asked.Input("group")["value"]);

        // A forged conversation in the card changes nothing.
        var button = asked.Button("Verbinden");
        button["data"]!["conversation"] = "19:other@thread.tacv2";
        var done = await bot.PressAsync(button, CommandBot.Administrator, CommandBot.Channel, new Dictionary<string, string> { ["group"] = "ag-verkehr" });

        Assert.Equal("Runden der Gruppe „Arbeitsgruppe Verkehr/Technische Infrastruktur“ erscheinen ab jetzt in dieser Unterhaltung.", done.Card().Summary);
        var call = town.Calls.Single(call => call.Method == "POST");
        Assert.Equal("""{"conversation":"19:verkehr@thread.tacv2","concept":"insek-torgau","group":"ag-verkehr"}""", call.Body);
        Assert.Equal(CommandBot.Administrator.Id.Value, call.Header("Insek-Acting-Member"));
    }

    [Fact]
    public async Task What_the_API_refuses_is_said_and_nothing_is_claimed()
    {
        await using var town = await TownApi.StartAsync();
        await using var bot = new CommandBot(town.Address);
        town.Me(administrator: true, [], TownApi.Summary).Refuse("POST /api/bindings", 403, "not-allowed");
        var asked = await bot.TypeAsync("verbinden", CommandBot.Administrator, CommandBot.Channel);

        var reply = await bot.PressAsync(asked.Button("Verbinden"), CommandBot.Chair, CommandBot.Channel, new Dictionary<string, string> { ["group"] = "ag-verkehr" });

        Assert.Contains("nicht berechtigt", reply.Sentence(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_choice_nothing_is_sent()
    {
        await using var town = await TownApi.StartAsync();
        await using var bot = new CommandBot(town.Address);
        town.Me(administrator: true, [], TownApi.Summary);
        var asked = await bot.TypeAsync("verbinden", CommandBot.Administrator, CommandBot.Channel);

        Assert.Contains("zuerst eine Gruppe", (await bot.PressAsync(asked.Button("Verbinden"), CommandBot.Administrator, CommandBot.Channel)).Sentence(), StringComparison.Ordinal);
        Assert.DoesNotContain(town.Calls, call => call.Method == "POST");
    }

    [Fact]
    public async Task Several_concepts_are_asked_about_and_the_answer_goes_on_with_the_command()
    {
        await using var town = await TownApi.StartAsync();
        await using var bot = new CommandBot(town.Address);
        town.Me(administrator: true, [], TownApi.Summary, new ConceptSummary("insek-belgern", "Belgern", "INSEK Belgern", "draft"));

        var asked = await bot.TypeAsync("verbinden", CommandBot.Administrator, CommandBot.Channel);
        Assert.Equal(["Belgern", "Torgau"], asked.Buttons().Select(button => (string?)button["title"]));
        Assert.Equal("concept.choose", (string?)asked.Button("Torgau")["verb"]);

        var card = await bot.PressAsync(asked.Button("Torgau"), CommandBot.Administrator, CommandBot.Channel);
        Assert.Equal("Diese Unterhaltung ist noch mit keiner Gruppe verbunden.", card.Card().Summary);
    }

    [Fact]
    public async Task A_concept_the_person_cannot_see_is_not_served_whatever_the_card_names()
    {
        await using var town = await TownApi.StartAsync();
        await using var bot = new CommandBot(town.Address);

        var reply = await bot.PressAsync(
            new() { ["verb"] = "concept.choose", ["data"] = new Newtonsoft.Json.Linq.JObject { ["command"] = "status", ["concept"] = "insek-belgern" } }, CommandBot.Chair);

        Assert.Equal("Sie gehören keiner Gruppe dieses Konzepts an.", reply.Sentence());
    }
}
