using System.Diagnostics;
using Insek.Office.EndToEnd.Tests;

[assembly: AssemblyFixture(typeof(BuiltFunctions))]

namespace Insek.Office.EndToEnd.Tests;

/// <summary>The functions, built once for all runs that start them with <c>--no-build</c>.</summary>
public sealed class BuiltFunctions : IAsyncLifetime
{
    public async ValueTask InitializeAsync()
    {
        // No servers: nothing may be left running, by these tests least of all.
        using var build = Process.Start(new ProcessStartInfo(
            "dotnet",
            ["build", Path.Combine(Checkout.Root, "functions"), "--configuration", Checkout.Configuration, "-nodeReuse:false", "-p:UseSharedCompilation=false"])
        {
            WorkingDirectory = Checkout.Root,
            UseShellExecute = false,
            RedirectStandardOutput = true,
        })!;
        var output = await build.StandardOutput.ReadToEndAsync();
        await build.WaitForExitAsync();
        if (build.ExitCode != 0)
        {
            throw new InvalidOperationException($"The functions could not be built:{Environment.NewLine}{output}");
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
