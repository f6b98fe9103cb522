using System.Diagnostics;
using System.Text.Json;
using Insek.Office.Testing;

namespace Insek.Office.Functions.Tests.Host;

/// <summary>The functions as they are deployed: the published folder, made once per test run from what the run has built.</summary>
internal static class PublishedFunctions
{
    private static readonly Lazy<string> _folder = new(Publish);

    public static string Folder => _folder.Value;

    /// <summary>What the Functions host starts: the executable that host.json names.</summary>
    public static string Executable
    {
        get
        {
            using var host = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "host.json")));
            var name = host.RootElement.GetProperty("customHandler").GetProperty("description").GetProperty("defaultExecutablePath").GetString();
            return Path.Combine(Folder, OperatingSystem.IsWindows() ? $"{name}.exe" : name!);
        }
    }

    private static string Publish()
    {
#if DEBUG
        const string Configuration = "Debug";
#else
        const string Configuration = "Release";
#endif
        var folder = Path.Combine(Repository.Root, "artifacts", "published-for-tests");
        var start = new ProcessStartInfo("dotnet", ["publish", Path.Combine(Repository.Root, "functions"), "--no-build", "--configuration", Configuration, "--output", folder])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? folder : throw new InvalidOperationException($"Publishing the functions failed:{Environment.NewLine}{output}");
    }
}
