namespace Insek.Office.Bot.Search;

/// <summary>How far apart two words are: letters inserted, left out, exchanged, or swapped with their neighbour (Damerau–Levenshtein, optimal string alignment).</summary>
internal static class EditDistance
{
    private const int MaxLength = 64;

    /// <summary>How many slips a word of this length may hold and still be recognised: none up to 2 letters, one up to 5, else two.</summary>
    public static int Tolerated(int length) => length switch { <= 2 => 0, <= 5 => 1, _ => 2 };

    /// <summary>The distance; <paramref name="most"/> + 1 for anything beyond <paramref name="most"/> and for words longer than 64 letters.</summary>
    public static int Between(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int most)
    {
        if (Math.Abs(left.Length - right.Length) > most || left.Length > MaxLength || right.Length > MaxLength)
        {
            return most + 1;
        }

        Span<int> rows = stackalloc int[3 * (MaxLength + 1)];
        var before = rows[..(MaxLength + 1)];
        var above = rows[(MaxLength + 1)..(2 * (MaxLength + 1))];
        var row = rows[(2 * (MaxLength + 1))..];
        for (var column = 0; column <= right.Length; column++)
        {
            above[column] = column;
        }

        for (var line = 1; line <= left.Length; line++)
        {
            row[0] = line;
            var least = line;
            for (var column = 1; column <= right.Length; column++)
            {
                var exchange = above[column - 1] + (left[line - 1] == right[column - 1] ? 0 : 1);
                var distance = Math.Min(Math.Min(above[column] + 1, row[column - 1] + 1), exchange);
                if (line > 1 && column > 1 && left[line - 1] == right[column - 2] && left[line - 2] == right[column - 1])
                {
                    distance = Math.Min(distance, before[column - 2] + 1);
                }

                row[column] = distance;
                least = Math.Min(least, distance);
            }

            if (least > most)
            {
                return most + 1;
            }

            var spare = before;
            before = above;
            above = row;
            row = spare;
        }

        return Math.Min(above[right.Length], most + 1);
    }
}
