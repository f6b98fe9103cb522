namespace Insek.Office.Testing;

/// <summary>Where the sources are that the running test was built from.</summary>
public static class Repository
{
    private const string Marker = "Insek.Office.sln";

    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Marker)))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No {Marker} above {AppContext.BaseDirectory}: tests run from within the repository.");
    }
}
