using System.Diagnostics;
using Insek.Office.Testing;

namespace Insek.Office.Benchmarks.Processes;

/// <summary>Programs as they are deployed: each published once per run, for release.</summary>
internal static class PublishedApp
{
    private static readonly Lazy<string> _functions = new(() => Publish("functions", "Insek.Office.Functions"));
    private static readonly Lazy<string> _bot = new(() => Publish("bot", "Insek.Office.Bot"));
    private static readonly Lazy<string> _empty = new(() => Publish("tests/Benchmarks/EmptyApp", "Insek.Office.Benchmarks.EmptyApp"));
    private static readonly Lazy<string> _pointRead = new(() => Publish("tests/Benchmarks/PointReadApp", "Insek.Office.Benchmarks.PointReadApp"));

    /// <summary>The functions' executable.</summary>
    public static string Functions => _functions.Value;

    /// <summary>The bot's executable.</summary>
    public static string Bot => _bot.Value;

    /// <summary>The executable of an ASP.NET app that does nothing.</summary>
    public static string Empty => _empty.Value;

    /// <summary>The executable of the least that could serve a table.</summary>
    public static string PointRead => _pointRead.Value;

    private static string Publish(string project, string name)
    {
        var folder = Path.Combine(Repository.Root, "artifacts", "published-for-benchmarks", name);
        var start = new ProcessStartInfo("dotnet", ["publish", Path.Combine(Repository.Root, project), "--configuration", "Release", "--output", folder, "-p:RunAnalyzers=false"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? Path.Combine(folder, OperatingSystem.IsWindows() ? $"{name}.exe" : name)
            : throw new InvalidOperationException($"Publishing {project} failed:{Environment.NewLine}{output}");
    }
}
