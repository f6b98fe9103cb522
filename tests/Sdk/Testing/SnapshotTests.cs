using Insek.Office.Testing;

namespace Insek.Office.Sdk.Tests.Testing;

public sealed class SnapshotTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("insek-snapshot-");

    private string TestFile => Path.Combine(folder.FullName, "SomeTests.cs");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void The_accepted_text_passes_whatever_its_line_ends()
    {
        Accept("one\r\ntwo\r\n");

        Snapshot.Match("one\ntwo", "text.txt", TestFile);
    }

    [Fact]
    public void Another_text_fails_with_the_difference_and_is_kept_for_comparing()
    {
        Accept("one\ntwo\nthree\n");

        var mismatch = Assert.Throws<SnapshotMismatchException>(() => Snapshot.Match("one\nTWO\nthree\n", "text.txt", TestFile));

        Assert.Contains($"from line 2 on:{Environment.NewLine}  one{Environment.NewLine}- two{Environment.NewLine}+ TWO{Environment.NewLine}  three", mismatch.Message, StringComparison.Ordinal);
        Assert.Equal("one\nTWO\nthree\n", File.ReadAllText(Path.Combine(folder.FullName, "Snapshots", "text.received.txt")));

        Snapshot.Match("one\ntwo\nthree\n", "text.txt", TestFile);
        Assert.False(File.Exists(Path.Combine(folder.FullName, "Snapshots", "text.received.txt")));
    }

    [Fact]
    public void A_text_nobody_accepted_fails() =>
        Assert.Contains(
            "INSEK_ACCEPT_SNAPSHOTS=1",
            Assert.Throws<SnapshotMismatchException>(() => Snapshot.Match("new", "text.txt", TestFile)).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("a\nb\n", "a\n")]
    [InlineData("a\n", "a\nb\n")]
    [InlineData("", "a\n")]
    [InlineData("a\na\na\n", "a\na\n")]
    public void Added_and_missing_lines_are_differences(string accepted, string actual)
    {
        Accept(accepted);

        _ = Assert.Throws<SnapshotMismatchException>(() => Snapshot.Match(actual, "text.txt", TestFile));
    }

    private void Accept(string text)
    {
        var snapshots = folder.CreateSubdirectory("Snapshots");
        File.WriteAllText(Path.Combine(snapshots.FullName, "text.txt"), text);
    }
}
