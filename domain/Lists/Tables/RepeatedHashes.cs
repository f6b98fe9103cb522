namespace Insek.Office.Domain.Lists;

/// <summary>Tells texts that come once from those that may come more often, by their hashes: of thousands of long texts nearly all come once, and those need no look at the others.</summary>
internal sealed class RepeatedHashes
{
    private readonly HashSet<int> repeated;

    public RepeatedHashes(int[] hashes)
    {
        var seen = new HashSet<int>(hashes.Length);
        repeated = [.. hashes.Where(hash => !seen.Add(hash))];
    }

    /// <summary>The hash of a text, as long as this process runs.</summary>
    public static int Of(string text) => string.GetHashCode(text, StringComparison.Ordinal);

    /// <summary>Whether a text with this hash may come more than once.</summary>
    public bool MayBe(int hash) => repeated.Contains(hash);
}
