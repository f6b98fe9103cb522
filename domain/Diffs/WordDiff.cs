namespace Insek.Office.Domain;

/// <summary>What became of a piece of text.</summary>
public enum DiffKind
{
    /// <summary>It stayed.</summary>
    Same,

    /// <summary>It went.</summary>
    Removed,

    /// <summary>It came.</summary>
    Added,
}

/// <summary>A piece of text and what became of it.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Text">The text, with the white space that follows it.</param>
public sealed record DiffPart(DiffKind Kind, string Text);

/// <summary>Compares two texts word by word (Myers 1986, "An O(ND) Difference Algorithm and Its Variations").</summary>
public static class WordDiff
{
    /// <summary>The most edits that are looked for; texts that differ more are shown as replaced. Bounds memory to about 16 MB.</summary>
    private const int MaxEdits = 2_000;

    /// <summary>Compares two texts.</summary>
    /// <returns>Parts in reading order. Removed and same parts make the old text, added and same parts the new one.</returns>
    public static ValueList<DiffPart> Compare(string before, string after)
    {
        var (old, @new) = (Split(before), Split(after));
        return Merge(Edits(old, @new));
    }

    private static List<string> Split(string text)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 1; i <= text.Length; i++)
        {
            if (i == text.Length || (char.IsWhiteSpace(text[i - 1]) && !char.IsWhiteSpace(text[i])))
            {
                words.Add(text[start..i]);
                start = i;
            }
        }

        return words;
    }

    private static List<DiffPart> Edits(List<string> old, List<string> @new)
    {
        var trace = new List<int[]>();
        var limit = Math.Min(old.Count + @new.Count, MaxEdits);
        var furthest = new int[(2 * limit) + 3];
        for (var edits = 0; edits <= limit; edits++)
        {
            // Only the diagonals reached so far are kept, which halves the memory of the textbook form.
            trace.Add(furthest[(limit + 1 - edits)..(limit + 2 + edits)]);
            for (var diagonal = -edits; diagonal <= edits; diagonal += 2)
            {
                var down = diagonal == -edits || (diagonal != edits && furthest[limit + diagonal] < furthest[limit + 2 + diagonal]);
                var x = down ? furthest[limit + 2 + diagonal] : furthest[limit + diagonal] + 1;
                while (x < old.Count && x - diagonal < @new.Count && old[x] == @new[x - diagonal])
                {
                    x++;
                }

                furthest[limit + 1 + diagonal] = x;
                if (x >= old.Count && x - diagonal >= @new.Count)
                {
                    return Backtrack(trace, old, @new);
                }
            }
        }

        return [.. old.Select(word => new DiffPart(DiffKind.Removed, word)), .. @new.Select(word => new DiffPart(DiffKind.Added, word))];
    }

    private static List<DiffPart> Backtrack(List<int[]> trace, List<string> old, List<string> @new)
    {
        var parts = new List<DiffPart>();
        var (x, y) = (old.Count, @new.Count);
        for (var edits = trace.Count - 1; edits > 0; edits--)
        {
            var reached = trace[edits];
            var diagonal = x - y;
            var down = diagonal == -edits || (diagonal != edits && At(diagonal - 1) < At(diagonal + 1));
            var previousX = At(down ? diagonal + 1 : diagonal - 1);
            var previousY = previousX - (down ? diagonal + 1 : diagonal - 1);
            while (x > previousX + (down ? 0 : 1))
            {
                parts.Add(new DiffPart(DiffKind.Same, old[--x]));
                y--;
            }

            parts.Add(down ? new DiffPart(DiffKind.Added, @new[--y]) : new DiffPart(DiffKind.Removed, old[--x]));

            int At(int d) => Math.Abs(d) > edits ? -1 : reached[d + edits];
        }

        while (x > 0)
        {
            parts.Add(new DiffPart(DiffKind.Same, old[--x]));
        }

        parts.Reverse();
        return parts;
    }

    private static ValueList<DiffPart> Merge(List<DiffPart> parts)
    {
        var merged = new List<DiffPart>();
        foreach (var run in parts.ChunkBy(part => part.Kind))
        {
            merged.Add(new DiffPart(run[0].Kind, string.Concat(run.Select(part => part.Text))));
        }

        return merged.ToValueList();
    }

    private static IEnumerable<List<DiffPart>> ChunkBy(this List<DiffPart> parts, Func<DiffPart, DiffKind> key)
    {
        var run = new List<DiffPart>();
        foreach (var part in parts)
        {
            if (run.Count > 0 && key(run[0]) != key(part))
            {
                yield return run;
                run = [];
            }

            run.Add(part);
        }

        if (run.Count > 0)
        {
            yield return run;
        }
    }
}
