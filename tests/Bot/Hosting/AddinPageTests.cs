using System.Net;
using System.Text.Json;
using Insek.Office.Bot.Tests.Host;

namespace Insek.Office.Bot.Tests.Hosting;

/// <summary>What a browser and Word are told about the pages at /addin/.</summary>
public sealed class AddinPageTests
{
    private const string Id = "11111111-1111-1111-1111-111111111111";

    private const string Others = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self' https://api.insek.example https://login.example; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private const string Pane =
        "default-src 'none'; script-src 'self' https://appsforoffice.microsoft.com; style-src 'self'; img-src 'self'; connect-src 'self' https://api.insek.example https://login.example; "
        + "frame-src https://login.example; base-uri 'none'; form-action 'none'; "
        + "frame-ancestors https://*.officeapps.live.com https://*.office.com https://*.office365.com https://*.microsoft365.com https://*.cloud.microsoft https://*.sharepoint.com https://onedrive.live.com https://teams.microsoft.com";

    [Fact]
    public async Task Only_the_pane_loads_office_and_is_framed_by_it()
    {
        await using var bot = await StartAsync();

        Assert.Equal(Pane, await PolicyAsync(bot, "/addin/pane.html"));
        Assert.Equal(Others, await PolicyAsync(bot, "/addin/import.html"));
        Assert.Equal(Others, await PolicyAsync(bot, "/addin/signed-in.html"));
    }

    [Fact]
    public async Task The_folder_leads_to_the_pane_and_keeps_no_other_door_open()
    {
        await using var bot = await StartAsync();

        using var folder = await bot.Client.GetAsync(new Uri("/addin/", UriKind.Relative), TestContext.Current.CancellationToken);
        using var outside = await bot.Client.GetAsync(new Uri("/addin/..%2fappsettings.json", UriKind.Relative), TestContext.Current.CancellationToken);
        using var manifest = await bot.Client.GetAsync(new Uri("/addin/.vite/manifest.json", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.EndsWith("/addin/pane.html", folder.RequestMessage!.RequestUri!.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, folder.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, outside.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, manifest.StatusCode);
    }

    [Fact]
    public async Task Every_shortcut_starts_an_action_that_has_a_name_in_every_language()
    {
        await using var bot = await StartAsync();
        var shortcuts = await JsonAsync(bot, "/addin/shortcuts.json");
        var texts = (await JsonAsync(bot, "/addin/shortcuts.texts.json")).GetProperty("resources");

        var actions = shortcuts.GetProperty("actions").EnumerateArray().Select(action => action.GetProperty("id").GetString()!).ToArray();

        Assert.Equal(["insertTable", "refreshAll", "checkNow"], actions);
        Assert.Equal(actions, shortcuts.GetProperty("shortcuts").EnumerateArray().Select(shortcut => shortcut.GetProperty("action").GetString()));
        foreach (var action in shortcuts.GetProperty("actions").EnumerateArray())
        {
            var name = action.GetProperty("name").GetString()!;
            Assert.Equal($"${{resource.{action.GetProperty("id").GetString()}}}", name);
            Assert.All(texts.EnumerateObject(), language => Assert.NotEqual("", language.Value.GetProperty(name[11..^1]).GetProperty("value").GetString()));
        }
    }

    private static Task<BotProcess> StartAsync() => BotProcess.StartAsync(new Dictionary<string, string>
    {
        ["DOTNET_ENVIRONMENT"] = "Development",
        ["Api__BaseAddress"] = "http://127.0.0.1:9/",
        ["Api__Scope"] = "api://insek/.default",
        ["Addin__Api"] = "https://api.insek.example/",
        ["Addin__ClientId"] = Id,
        ["Addin__Authority"] = $"https://login.example/{Id}",
        ["Addin__Scope"] = $"api://{Id}/access",
    });

    private static async Task<string> PolicyAsync(BotProcess bot, string path)
    {
        using var answer = await bot.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
    }

    private static async Task<JsonElement> JsonAsync(BotProcess bot, string path)
    {
        using var answer = await bot.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement.Clone();
    }
}
