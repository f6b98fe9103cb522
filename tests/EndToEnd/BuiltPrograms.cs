using System.Diagnostics;
using Insek.Office.EndToEnd.Tests;

[assembly: AssemblyFixture(typeof(BuiltPrograms))]

namespace Insek.Office.EndToEnd.Tests;

/// <summary>The functions and the bot, built once for all runs that start them with <c>--no-build</c>.</summary>
public sealed class BuiltPrograms : IAsyncLifetime
{
    public async ValueTask InitializeAsync()
    {
        foreach (var folder in (string[])["functions", "bot"])
        {
            await BuildAsync(folder);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async Task BuildAsync(string folder)
    {
        // No servers: nothing may be left running, by these tests least of all.
        using var build = Process.Start(new ProcessStartInfo(
            "dotnet",
            ["build", Path.Combine(Checkout.Root, folder), "--configuration", Checkout.Configuration, "-nodeReuse:false", "-p:UseSharedCompilation=false"])
        {
            WorkingDirectory = Checkout.Root,
            UseShellExecute = false,
            RedirectStandardOutput = true,
        })!;
        var output = await build.StandardOutput.ReadToEndAsync();
        await build.WaitForExitAsync();
        if (build.ExitCode != 0)
        {
            throw new InvalidOperationException($"{folder} could not be built:{Environment.NewLine}{output}");
        }
    }
}
