using System.Runtime.InteropServices;

namespace Insek.Office.Domain.Lists;

/// <summary>What a row is by itself.</summary>
/// <param name="Row">What it is.</param>
/// <param name="Key">The row by its texts; null where nobody need name it.</param>
/// <param name="KeyHash">The hash of its key.</param>
/// <param name="TitleHash">The hash of its title.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RowAlone(ClassifiedRow Row, string? Key, int KeyHash, int TitleHash);

/// <summary>Tells texts that come once from those that may come more often, by their hashes: of thousands of long texts nearly all come once, and those need no look at the others.</summary>
internal sealed class RepeatedHashes
{
    private readonly HashSet<int> repeated = [];

    public RepeatedHashes(RowAlone[] rows, Func<RowAlone, int> hash)
    {
        var seen = new HashSet<int>(rows.Length);
        foreach (var row in rows)
        {
            if (!seen.Add(hash(row)))
            {
                repeated.Add(hash(row));
            }
        }
    }

    /// <summary>The hash of a text, as long as this process runs.</summary>
    public static int Of(string text) => string.GetHashCode(text, StringComparison.Ordinal);

    /// <summary>Whether a text with this hash may come more than once.</summary>
    public bool MayBe(int hash) => repeated.Contains(hash);
}
