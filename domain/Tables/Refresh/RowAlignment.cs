namespace Insek.Office.Domain;

/// <summary>Finds the rows that were rendered among the rows that are shown now, whatever people have done to them. The order of rows is kept: no two pairs cross.</summary>
/// <remarks>
/// Equal rows at both ends first; then rows that read the same and occur once on either side, as patience diff does; then, in the gaps
/// between, the common subsequence that shares most paragraphs; and at last, where as many are left on either side, one after the other.
/// </remarks>
internal sealed class RowAlignment
{
    /// <summary>The largest gap, in rows of either side, in which the best common subsequence is looked for: its cost is their product.</summary>
    public const int MaxGap = 200;

    private readonly RowTexts[] _rendered;
    private readonly RowTexts[] _shown;
    private readonly int[] _pairs;

    private RowAlignment(RowTexts[] rendered, RowTexts[] shown)
    {
        (_rendered, _shown, _pairs) = (rendered, shown, new int[rendered.Length]);
        Array.Fill(_pairs, -1);
    }

    /// <summary>For each rendered row the shown row it is, or -1.</summary>
    public static int[] Of(RowTexts[] rendered, RowTexts[] shown)
    {
        var alignment = new RowAlignment(rendered, shown);
        alignment.Align();
        return alignment._pairs;
    }

    private void Align()
    {
        var (start, end) = (0, 0);
        var shorter = Math.Min(_rendered.Length, _shown.Length);
        while (start < shorter && IsSame(start, start))
        {
            _pairs[start] = start++;
        }

        while (end < shorter - start && IsSame(_rendered.Length - 1 - end, _shown.Length - 1 - end))
        {
            end++;
            _pairs[^end] = _shown.Length - end;
        }

        var (from, to) = (start, start);
        foreach (var (rendered, shown) in Anchors(start, _rendered.Length - end, _shown.Length - end))
        {
            AlignGap(from, rendered, to, shown);
            _pairs[rendered] = shown;
            (from, to) = (rendered + 1, shown + 1);
        }

        AlignGap(from, _rendered.Length - end, to, _shown.Length - end);
    }

    private bool IsSame(int rendered, int shown) => _rendered[rendered].ReadsAs(_shown[shown]);

    private IEnumerable<(int Rendered, int Shown)> Anchors(int start, int renderedEnd, int shownEnd)
    {
        var places = Unique(_shown, start, shownEnd);
        var candidates = Unique(_rendered, start, renderedEnd)
            .Where(entry => places.ContainsKey(entry.Key))
            .Select(entry => (Rendered: entry.Value, Shown: places[entry.Key]))
            .OrderBy(pair => pair.Rendered)
            .ToArray();
        var kept = LongestIncrease.Marks([.. candidates.Select(pair => pair.Shown)]);
        return candidates.Where((_, index) => kept[index]);
    }

    private static Dictionary<string, int> Unique(RowTexts[] rows, int start, int end)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = start; i < end; i++)
        {
            places[rows[i].Signature] = places.ContainsKey(rows[i].Signature) ? -1 : i;
        }

        return places.Where(entry => entry.Value >= 0).ToDictionary(StringComparer.Ordinal);
    }

    private void AlignGap(int start, int end, int shownStart, int shownEnd)
    {
        var (from, to) = (start, shownStart);
        foreach (var (rendered, shown) in end - start <= MaxGap && shownEnd - shownStart <= MaxGap ? Common(start, end, shownStart, shownEnd) : InOrder(start, end, shownStart, shownEnd))
        {
            AlignRest(from, rendered, to, shown);
            _pairs[rendered] = shown;
            (from, to) = (rendered + 1, shown + 1);
        }

        AlignRest(from, end, to, shownEnd);
    }

    private void AlignRest(int start, int end, int shownStart, int shownEnd)
    {
        for (var i = 0; end - start == shownEnd - shownStart && i < end - start; i++)
        {
            _pairs[start + i] = shownStart + i;
        }
    }

    private IEnumerable<(int Rendered, int Shown)> InOrder(int start, int end, int shownStart, int shownEnd)
    {
        for (var i = 0; start + i < end && shownStart + i < shownEnd && _rendered[start + i].CountShared(_shown[shownStart + i]) > 0; i++)
        {
            yield return (start + i, shownStart + i);
        }
    }

    /// <summary>The common subsequence of rows that share most paragraphs; of several the one whose pairs come earliest.</summary>
    private List<(int Rendered, int Shown)> Common(int start, int end, int shownStart, int shownEnd)
    {
        var (rows, columns) = (end - start, shownEnd - shownStart);
        var (best, shared) = (new int[rows + 1, columns + 1], new int[rows, columns]);
        for (var i = rows - 1; i >= 0; i--)
        {
            for (var j = columns - 1; j >= 0; j--)
            {
                shared[i, j] = _rendered[start + i].CountShared(_shown[shownStart + j]);
                best[i, j] = Math.Max(shared[i, j] > 0 ? best[i + 1, j + 1] + shared[i, j] : 0, Math.Max(best[i + 1, j], best[i, j + 1]));
            }
        }

        var pairs = new List<(int, int)>();
        for (var (i, j) = (0, 0); i < rows && j < columns;)
        {
            if (shared[i, j] > 0 && best[i, j] == best[i + 1, j + 1] + shared[i, j])
            {
                pairs.Add((start + i++, shownStart + j++));
            }
            else if (best[i + 1, j] >= best[i, j + 1])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return pairs;
    }
}
