namespace Insek.Office.Domain;

/// <summary>The longest increasing subsequence, by the patience method (Fredman 1975): n log n.</summary>
internal static class LongestIncrease
{
    /// <summary>Marks the members of a longest increasing subsequence of distinct numbers.</summary>
    /// <remarks>Of several equally long ones it is the one this method finds: each number replaces the smallest last number that is larger, and the last of the longest leads back.</remarks>
    public static bool[] Marks(IReadOnlyList<int> numbers)
    {
        var (ends, before, marks) = (new List<int>(), new int[numbers.Count], new bool[numbers.Count]);
        for (var i = 0; i < numbers.Count; i++)
        {
            var place = Place(numbers, ends, numbers[i]);
            before[i] = place == 0 ? -1 : ends[place - 1];
            if (place == ends.Count)
            {
                ends.Add(i);
            }
            else
            {
                ends[place] = i;
            }
        }

        for (var i = ends.Count == 0 ? -1 : ends[^1]; i >= 0; i = before[i])
        {
            marks[i] = true;
        }

        return marks;
    }

    private static int Place(IReadOnlyList<int> numbers, List<int> ends, int number)
    {
        var (low, high) = (0, ends.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (numbers[ends[middle]] < number)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
