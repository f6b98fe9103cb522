using System.Net;
using System.Net.Http.Headers;
using System.Net.NetworkInformation;

namespace Insek.Office.EndToEnd.Tests;

public sealed class UpTests
{
    private const string NoSignals = "Windows has no signals that one process could send another.";

    [Fact]
    public async Task Up_serves_those_who_have_a_token_until_ctrl_c_ends_everything()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), NoSignals);
        using var local = new LocalFolder();
        await using var up = DevRun.Start(local.Up);

        var processes = await up.ReadyAsync();

        Assert.Equal(["Azurite", "Bot", "Functions", "Playground"], processes.Keys.Order());
        AssertOnlyOwnerReads(local.KeyFile);
        Assert.Equal(HttpStatusCode.Unauthorized, await GetConceptAsync(local, token: null));
        Assert.Equal(HttpStatusCode.OK, await GetConceptAsync(local, await TokenAsync(local)));
        Assert.Contains("alive", await GetAsync(local.Ports + 2, "health"), StringComparison.Ordinal);
        Assert.Equal("pong", await GetAsync(local.Ports + 3, "_debug/ping"));
        Assert.Contains($"Teams     http://localhost:{local.Ports + 3}/", up.Output, StringComparison.Ordinal);
        AssertOnThisMachineOnly(local);

        await up.InterruptAsync();
        var result = await up.EndAsync();

        Assert.Equal(0, result.ExitCode);
        await RunningProcess.AssertGoneAsync(processes);
        Assert.False(File.Exists(local.KeyFile));
    }

    [Fact]
    public async Task What_was_stored_is_there_again_after_a_stop()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), NoSignals);
        using var local = new LocalFolder();
        await using (var first = DevRun.Start(local.Up))
        {
            // Interrupted at once: the emulator has not written its file by itself yet.
            Assert.DoesNotContain("already there", await first.LineAsync("ok   Load Torgau"), StringComparison.Ordinal);
            await first.ReadyAsync();
            await first.InterruptAsync();
            await first.EndAsync();
        }

        await using var second = DevRun.Start(local.Up);

        Assert.Contains("already there", await second.LineAsync("ok   Load Torgau"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_killed_up_leaves_no_process_behind()
    {
        using var local = new LocalFolder();
        await using var up = DevRun.Start(local.Up);
        var processes = await up.ReadyAsync();

        up.Kill();

        await RunningProcess.AssertGoneAsync(processes);
    }

    [Fact]
    public async Task Up_ends_with_the_process_that_started_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no shell to start it from.");
        using var local = new LocalFolder();
        await using var shell = DevRun.StartBelowShell(local.Up);
        var processes = await shell.ReadyAsync();

        shell.Kill();

        await RunningProcess.AssertGoneAsync(processes);
        await WaitUntilAsync(() => !File.Exists(local.KeyFile));
    }

    [Theory]
    [InlineData("Functions")]
    [InlineData("Bot")]
    [InlineData("Playground")]
    public async Task A_process_that_dies_is_named_and_takes_the_others_along(string name)
    {
        using var local = new LocalFolder();
        await using var up = DevRun.Start(local.Up);
        var processes = await up.ReadyAsync();

        RunningProcess.Kill(processes[name]);
        var result = await up.EndAsync();

        Assert.Equal(1, result.ExitCode);
        Assert.Contains($"{name} ended unexpectedly", result.Errors, StringComparison.Ordinal);
        Assert.Contains(Path.Combine(local.Path, "logs", $"{name.ToLowerInvariant()}.log"), result.Errors, StringComparison.Ordinal);
        await RunningProcess.AssertGoneAsync(processes);
        Assert.False(File.Exists(local.KeyFile));
    }

    [Fact]
    public async Task A_second_up_in_the_same_folder_is_refused_and_does_not_disturb_the_first()
    {
        using var local = new LocalFolder();
        using var elsewhere = new LocalFolder();
        await using var first = DevRun.Start(local.Up);
        await first.ReadyAsync();

        await using var second = DevRun.Start("up", "--no-build", "--ports", $"{elsewhere.Ports}", "--local", local.Path);
        var result = await second.EndAsync();

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("already running", result.Errors, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await GetConceptAsync(local, await TokenAsync(local)));
    }

    [Fact]
    public async Task A_token_needs_a_running_up()
    {
        using var local = new LocalFolder();

        // What a killed run leaves behind signs nothing that anybody accepts.
        await File.WriteAllTextAsync(local.KeyFile, Convert.ToBase64String(new byte[32]), TestContext.Current.CancellationToken);
        await using var token = DevRun.Start("token", "--as", "planner", "--role", "Editor", "--local", local.Path);
        var result = await token.EndAsync();

        Assert.Equal(1, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.Contains("No running `up`", result.Errors, StringComparison.Ordinal);
    }

    private static void AssertOnlyOwnerReads(string path)
    {
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        }
    }

    private static async Task<string> TokenAsync(LocalFolder local)
    {
        await using var run = DevRun.Start("token", "--as", "planner", "--role", "Administrator", "--local", local.Path);
        var result = await run.EndAsync();
        Assert.Equal(0, result.ExitCode);
        return result.Output.TrimEnd();
    }

    private static async Task<HttpStatusCode> GetConceptAsync(LocalFolder local, string? token)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://localhost:{local.Ports}/api/concepts/insek-torgau");
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private static async Task<string> GetAsync(int port, string path)
    {
        using var http = new HttpClient();
        return await http.GetStringAsync(new Uri($"http://localhost:{port}/{path}"), TestContext.Current.CancellationToken);
    }

    /// <summary>None of the processes asks a stranger who they are.</summary>
    private static void AssertOnThisMachineOnly(LocalFolder local)
    {
        var listening = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(endpoint => endpoint.Port >= local.Ports && endpoint.Port <= local.Ports + 3).ToList();
        Assert.Equal(4, listening.Count);
        Assert.All(listening, endpoint => Assert.True(IPAddress.IsLoopback(endpoint.Address), endpoint.ToString()));
    }

    private static async Task WaitUntilAsync(Func<bool> condition)
    {
        for (var attempt = 0; attempt < 100 && !condition(); attempt++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TestContext.Current.CancellationToken);
        }

        Assert.True(condition());
    }
}
