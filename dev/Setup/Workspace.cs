using System.Reflection;

namespace Insek.Office.Dev.Setup;

/// <summary>Where things are in this checkout.</summary>
/// <param name="Root">The folder of the solution.</param>
/// <param name="Local">What belongs to a running <c>up</c>: data, key, logs. <c>.local</c> unless told otherwise.</param>
internal sealed record Workspace(string Root, string Local)
{
    private const string Solution = "Insek.Office.sln";

    /// <summary>Debug or Release: the rest is built as this program was.</summary>
    public static string Configuration { get; } =
        typeof(Workspace).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()?.Configuration ?? "Debug";

    /// <summary>The dotnet host that runs us, also where none is on the path.</summary>
    public static string Dotnet { get; } = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host : "dotnet";

    public string SolutionPath => Path.Combine(Root, Solution);

    public string KeyFile => Path.Combine(Local, "dev-key");

    public string RunningLock => Path.Combine(Local, "up.lock");

    public string SetupLock => Path.Combine(Root, ".local", "setup.lock");

    public string Torgau => Path.Combine(Root, "samples", "torgau");

    /// <summary>Members, groups and bindings, in place of a tenant's directory.</summary>
    public string DirectoryFile => Path.Combine(Torgau, "directory.json");

    /// <summary>Finds the checkout this program was built from, or else the one it is called in.</summary>
    /// <exception cref="StepFailedException">Neither lies in a checkout.</exception>
    public static Workspace Find(string? local)
    {
        var root = RootAbove(AppContext.BaseDirectory) ?? RootAbove(Environment.CurrentDirectory)
            ?? throw new StepFailedException($"No {Solution} above {AppContext.BaseDirectory} or the current folder: call this in a checkout.");
        return new Workspace(root, Path.GetFullPath(local ?? Path.Combine(root, ".local")));
    }

    public string Log(string name) => Path.Combine(Local, "logs", $"{name}.log");

    private static string? RootAbove(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, Solution)))
            {
                return at.FullName;
            }
        }

        return null;
    }
}
