using System.Xml.Linq;
using Insek.Office.Dev.Setup;

namespace Insek.Office.Dev.Testing;

/// <summary>A project whose executable runs tests.</summary>
internal sealed record TestProject(string Path)
{
    /// <summary>The name of its folder, as in <c>tests/Domain</c>.</summary>
    public string Name => System.IO.Path.GetFileName(System.IO.Path.GetDirectoryName(Path)!);

    /// <summary>All test projects below <c>tests</c>: those that use the test framework itself, not only its assertions.</summary>
    public static IReadOnlyList<TestProject> In(Workspace workspace) =>
    [
        .. Directory.EnumerateFiles(System.IO.Path.Combine(workspace.Root, "tests"), "*.csproj", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 1 })
            .Where(UsesTestFramework)
            .Order(StringComparer.Ordinal)
            .Select(path => new TestProject(path)),
    ];

    private static bool UsesTestFramework(string path) =>
        XDocument.Load(path).Descendants("PackageReference").Any(package => (string?)package.Attribute("Include") == "xunit.v3");
}
