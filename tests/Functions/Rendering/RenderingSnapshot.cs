using System.Runtime.CompilerServices;

namespace Insek.Office.Functions.Tests.Rendering;

/// <summary>Compares text with a file under Snapshots; INSEK_ACCEPT_SNAPSHOTS=1 writes the file instead.</summary>
internal static class RenderingSnapshot
{
    public static void Match(string actual, string name, [CallerFilePath] string source = "")
    {
        var file = Path.Combine(Path.GetDirectoryName(source) ?? "", "Snapshots", name);
        var text = actual.ReplaceLineEndings("\n") + "\n";
        if (Environment.GetEnvironmentVariable("INSEK_ACCEPT_SNAPSHOTS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file) ?? "");
            File.WriteAllText(file, text);
        }

        Assert.True(File.Exists(file), $"There is no snapshot {name} yet; INSEK_ACCEPT_SNAPSHOTS=1 writes it.");
        Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), text);
    }
}
