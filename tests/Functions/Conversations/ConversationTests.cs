using System.Text.Json;
using Insek.Office.Functions.Tests.Host;

namespace Insek.Office.Functions.Tests.Conversations;

/// <summary>Where the bot can speak.</summary>
public sealed class ConversationTests(TestOffice office)
{
    [Fact]
    public async Task Activities_at_the_same_moment_make_one_conversation()
    {
        var id = NewId();

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(number => office.Bot().PostAsync("/api/conversations", Channel(id, FormattableString.Invariant($"Kanal {number}")))));

        Assert.All(answers, answer => Assert.True(answer.Status == 204, answer.Text));
        Assert.StartsWith("Kanal ", (await FindAsync(id))?.GetProperty("name").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_activity_does_not_say_stays_as_an_earlier_one_said_it()
    {
        var id = NewId();
        await office.Bot().PostAsync("/api/conversations", Channel(id, "AG Verkehr", """ "team":"19:team@thread.tacv2", """));

        await office.Bot().PostAsync("/api/conversations", Channel($"{id};messageid=1762", name: null));
        var found = await FindAsync(id);

        Assert.Equal("AG Verkehr", found?.GetProperty("name").GetString());
        Assert.Equal("19:team@thread.tacv2", found?.GetProperty("team").GetString());
        Assert.Equal("28:bot", found?.GetProperty("bot").GetString());
    }

    [Fact]
    public async Task A_conversation_that_failed_is_listed_until_it_is_heard_from_again()
    {
        var id = NewId();
        await office.Bot().PostAsync("/api/conversations", Channel(id, "AG Verkehr"));

        var failed = await office.Bot().PostAsync("/api/conversations/failed", $$"""{"id":"{{id}}","reason":"Bot gesperrt"}""");
        var listed = await FindAsync(id, "?failed=true");
        var working = await FindAsync(id, "?failed=false");
        await office.Bot().PostAsync("/api/conversations", Channel(id, name: null));

        Assert.Equal(204, failed.Status);
        Assert.Equal("Bot gesperrt", listed?.GetProperty("failure").GetString());
        Assert.Null(working);
        Assert.Null(await FindAsync(id, "?failed=true"));
        Assert.NotNull(await FindAsync(id, "?failed=false"));
    }

    [Fact]
    public async Task A_conversation_the_bot_was_removed_from_is_forgotten_and_known_again_when_it_comes_back()
    {
        var id = NewId();
        await office.Bot().PostAsync("/api/conversations", Personal(id, "anna"));

        var removed = await office.Bot().PostAsync("/api/conversations/removed", $$"""{"id":"{{id}}"}""");
        var again = await office.Bot().PostAsync("/api/conversations/removed", $$"""{"id":"{{id}}"}""");
        var gone = await FindAsync(id);
        var unknown = await office.Bot().PostAsync("/api/conversations/failed", $$"""{"id":"{{id}}","reason":"Weg"}""");
        await office.Bot().PostAsync("/api/conversations", Personal(id, "anna"));

        Assert.Equal((204, 204), (removed.Status, again.Status));
        Assert.Null(gone);
        Assert.Equal((404, "unknown-conversation"), (unknown.Status, unknown.Code));
        Assert.NotNull(await FindAsync(id));
    }

    [Theory]
    [InlineData("""{"id":"19:x","kind":"letter","serviceUrl":"https://smba.example/","bot":"28:bot"}""", "kind")]
    [InlineData("""{"id":"19:x","kind":"personal","serviceUrl":"https://smba.example/","bot":"28:bot"}""", "member")]
    [InlineData("""{"id":"19:x","kind":"personal","member":"a/b","serviceUrl":"https://smba.example/","bot":"28:bot"}""", "member")]
    [InlineData("""{"id":" ","kind":"channel","serviceUrl":"https://smba.example/","bot":"28:bot"}""", "id")]
    [InlineData("""{"id":"19:x","kind":"channel","serviceUrl":"file:///etc","bot":"28:bot"}""", "serviceUrl")]
    public async Task A_conversation_nobody_could_speak_in_is_refused(string body, string field)
    {
        var answer = await office.Bot().PostAsync("/api/conversations", body);

        Assert.Equal((400, "invalid-content"), (answer.Status, answer.Code));
        Assert.Equal(field, answer.Json.GetProperty("problems")[0].GetProperty("field").GetString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("/removed")]
    [InlineData("/failed")]
    public async Task Only_the_bot_tells_of_conversations(string path)
    {
        var answer = await office.As("Administrator").PostAsync($"/api/conversations{path}", path.Length == 0 ? Channel("19:x", "X") : """{"id":"19:x","reason":"X"}""");

        Assert.Equal((403, "bot-only"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Conversations_are_listed_for_administrators_only()
    {
        office.Directory.AddMembers("bert");
        office.Directory.AddAdministrator("chefin");

        Assert.Equal("not-allowed", (await office.As("Editor").GetAsync("/api/conversations")).Code);
        Assert.Equal("not-allowed", (await office.Bot("bert").GetAsync("/api/conversations")).Code);
        Assert.Equal("acting-member-missing", (await office.Bot().GetAsync("/api/conversations")).Code);
        Assert.Equal(200, (await office.Bot("chefin").GetAsync("/api/conversations")).Status);
    }

    internal static string NewId() => $"19:{Guid.NewGuid():N}@thread.tacv2";

    internal static string Channel(string id, string? name, string more = "") =>
        $$"""{"id":"{{id}}","kind":"channel",{{more}}{{(name is null ? "" : $"\"name\":\"{name}\",")}}"serviceUrl":"https://smba.example/de/","bot":"28:bot"}""";

    internal static string Personal(string id, string member) =>
        $$"""{"id":"{{id}}","kind":"personal","member":"{{member}}","teamsUser":"29:{{member}}","serviceUrl":"https://smba.example/de/","bot":"28:bot"}""";

    private async Task<JsonElement?> FindAsync(string id, string query = "")
    {
        var answer = await office.As("Administrator").GetAsync($"/api/conversations{query}");
        var found = answer.Json.EnumerateArray().Where(conversation => conversation.GetProperty("id").GetString() == id).ToList();
        return found.Count == 0 ? null : Assert.Single(found);
    }
}
