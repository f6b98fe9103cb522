using System.Reflection;

namespace Insek.Office.EndToEnd.Tests;

/// <summary>The checkout these tests were built from.</summary>
internal static class Checkout
{
    public static string Root { get; } = FindRoot();

    /// <summary>Debug or Release, whichever these tests were built as.</summary>
    public static string Configuration { get; } =
        typeof(Checkout).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()?.Configuration ?? "Debug";

    /// <summary>
    /// The built development entry. It is not a project reference: `dev -- test` builds this project while it runs
    /// itself, and a running executable cannot be overwritten everywhere.
    /// </summary>
    public static string Dev
    {
        get
        {
            var folder = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
            var path = Path.Combine(Root, "artifacts", "bin", "Insek.Office.Dev", folder, "Insek.Office.Dev.dll");
            return File.Exists(path) ? path : throw new InvalidOperationException($"{path} is missing: build it first (`dotnet build dev`).");
        }
    }

    private static string FindRoot()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Insek.Office.sln")))
            {
                return at.FullName;
            }
        }

        throw new InvalidOperationException("These tests run from a checkout.");
    }
}
