using System.Text.Json;
using Insek.Office.Functions.Tests.Host;

namespace Insek.Office.Functions.Tests.Hosting;

/// <summary>What the Azure Functions host needs to find in the folder.</summary>
public sealed class PublishedFolderTests
{
    [Fact]
    public void Host_json_names_an_executable_that_is_there() => Assert.True(File.Exists(PublishedFunctions.Executable), PublishedFunctions.Executable);

    [Fact]
    public void Host_json_forwards_and_proxies_calls_below_no_prefix()
    {
        using var host = JsonDocument.Parse(File.ReadAllText(Path.Combine(PublishedFunctions.Folder, "host.json")));

        Assert.True(host.RootElement.GetProperty("customHandler").GetProperty("enableForwardingHttpRequest").GetBoolean());
        Assert.True(host.RootElement.GetProperty("customHandler").GetProperty("enableProxyingHttpRequest").GetBoolean());
        Assert.Equal("", host.RootElement.GetProperty("extensions").GetProperty("http").GetProperty("routePrefix").GetString());
    }

    [Theory]
    [InlineData("Api", "httpTrigger", "anonymous")]
    [InlineData("CloseDueRounds", "timerTrigger", null)]
    [InlineData("RemindDue", "timerTrigger", null)]
    [InlineData("SweepDeadlines", "timerTrigger", null)]
    [InlineData("SweepImports", "timerTrigger", null)]
    [InlineData("SweepNotices", "timerTrigger", null)]
    [InlineData("SweepResolutions", "timerTrigger", null)]
    [InlineData("SweepRounds", "timerTrigger", null)]
    public void Every_function_has_its_folder(string name, string trigger, string? authLevel)
    {
        using var function = JsonDocument.Parse(File.ReadAllText(Path.Combine(PublishedFunctions.Folder, name, "function.json")));

        var binding = function.RootElement.GetProperty("bindings")[0];

        Assert.Equal(trigger, binding.GetProperty("type").GetString());
        Assert.Equal(authLevel, binding.TryGetProperty("authLevel", out var level) ? level.GetString() : null);
    }

    [Fact]
    public void There_is_no_function_the_tests_do_not_know() => Assert.Equal(
        ["Api", "CloseDueRounds", "RemindDue", "SweepDeadlines", "SweepImports", "SweepNotices", "SweepResolutions", "SweepRounds"],
        Directory.EnumerateFiles(PublishedFunctions.Folder, "function.json", SearchOption.AllDirectories).Select(file => Path.GetFileName(Path.GetDirectoryName(file))).Order());
}
