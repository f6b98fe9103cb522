using System.Runtime.CompilerServices;
using System.Text;

namespace Insek.Office.Testing;

/// <summary>
/// Compares a text with the one accepted earlier, kept in <c>Snapshots/</c> beside the test. A text that differs is written beside it
/// as <c>*.received.*</c>; with <c>INSEK_ACCEPT_SNAPSHOTS=1</c> in the environment it becomes the accepted one.
/// </summary>
public static class Snapshot
{
    private const string Variable = "INSEK_ACCEPT_SNAPSHOTS";

    /// <param name="actual">The text the test made.</param>
    /// <param name="name">File name with extension, unique within the folder, such as <c>vote-card.json</c>.</param>
    /// <param name="testFile">Filled in by the compiler.</param>
    /// <exception cref="SnapshotMismatchException">The text differs, or none was accepted yet.</exception>
    public static void Match(string actual, string name, [CallerFilePath] string testFile = "")
    {
        var folder = Path.Combine(Path.GetDirectoryName(testFile)!, "Snapshots");
        var accepted = Path.Combine(folder, name);
        var received = Path.Combine(folder, $"{Path.GetFileNameWithoutExtension(name)}.received{Path.GetExtension(name)}");
        var actualText = Normalise(actual);

        if (Environment.GetEnvironmentVariable(Variable) == "1")
        {
            Write(accepted, actualText);
            File.Delete(received);

            return;
        }

        var expectedText = File.Exists(accepted) ? Normalise(File.ReadAllText(accepted)) : null;

        if (expectedText == actualText)
        {
            File.Delete(received);

            return;
        }

        Write(received, actualText);

        throw new SnapshotMismatchException(expectedText is null
            ? $"No snapshot {accepted} was accepted yet. Received text: {received}. Set {Variable}=1 to accept it."
            : $"{Difference(expectedText, actualText)}{Environment.NewLine}Accepted: {accepted}{Environment.NewLine}Received: {received}{Environment.NewLine}Set {Variable}=1 to accept it.");
    }

    /// <summary>The first lines that differ, with the lines around them.</summary>
    internal static string Difference(string expected, string actual)
    {
        const int Context = 3;
        const int Shown = 12;

        var expectedLines = expected.Split('\n');
        var actualLines = actual.Split('\n');
        var start = expectedLines.Zip(actualLines).TakeWhile(pair => pair.First == pair.Second).Count();
        var end = expectedLines.Skip(start).Reverse().Zip(actualLines.Skip(start).Reverse()).TakeWhile(pair => pair.First == pair.Second).Count();
        var text = new StringBuilder().AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"The text differs from line {start + 1} on:");

        Append(text, "  ", expectedLines[Math.Max(0, start - Context)..start]);
        Append(text, "- ", expectedLines[start..(expectedLines.Length - end)].Take(Shown));
        Append(text, "+ ", actualLines[start..(actualLines.Length - end)].Take(Shown));
        Append(text, "  ", expectedLines[(expectedLines.Length - end)..].Take(Context));

        return text.ToString();
    }

    private static void Append(StringBuilder text, string mark, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            text.Append(mark).AppendLine(line);
        }
    }

    private static void Write(string path, string text)
    {
        _ = Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    // Git may check a snapshot out with other line ends; a file ends with one line break.
    private static string Normalise(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
}

/// <summary>A text differs from its snapshot.</summary>
public sealed class SnapshotMismatchException : Exception
{
    /// <summary>Without a message.</summary>
    public SnapshotMismatchException()
    {
    }

    /// <summary>With the difference.</summary>
    public SnapshotMismatchException(string message)
        : base(message)
    {
    }

    /// <summary>With the difference and a cause.</summary>
    public SnapshotMismatchException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
