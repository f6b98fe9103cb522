using System.Net;
using Insek.Office.Bot.Tests.Host;
using Insek.Office.Testing;

namespace Insek.Office.Bot.Tests.Hosting;

/// <summary>What the manifests lead Word to is there.</summary>
public sealed class ManifestFileTests
{
    [Fact]
    public async Task Icons_and_keys_are_served_as_they_are_in_the_repository()
    {
        var folder = Path.Combine(Repository.Root, "manifest", "addin");
        await using var bot = await BotProcess.StartAsync(new Dictionary<string, string> { ["DOTNET_ENVIRONMENT"] = "Development", ["Api__BaseAddress"] = "http://127.0.0.1:9/", ["Api__Scope"] = "api://insek/.default" });
        var files = Directory.GetFiles(folder, "*", SearchOption.AllDirectories);

        Assert.Contains(files, file => file.EndsWith("shortcuts.json", StringComparison.Ordinal));
        foreach (var file in files)
        {
            using var answer = await bot.Client.GetAsync(new Uri($"/addin/{Path.GetRelativePath(folder, file).Replace('\\', '/')}", UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(file.EndsWith(".png", StringComparison.Ordinal) ? "image/png" : "application/json", answer.Content.Headers.ContentType?.MediaType);
            Assert.Equal(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken), await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        }
    }
}
