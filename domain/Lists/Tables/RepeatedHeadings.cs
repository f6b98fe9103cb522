namespace Insek.Office.Domain.Lists;

/// <summary>Tells rows that repeat the headings, as on every page of a printed list.</summary>
internal sealed class RepeatedHeadings
{
    // Room for hyphens, line breaks and stars; what is longer is no heading of that column and need not be read.
    private const int Slack = 12;

    private readonly string?[] headings;
    private readonly int columns;

    /// <summary>Knows the headings of a table.</summary>
    public RepeatedHeadings(ListTable table, TableHeader header)
    {
        columns = header.Columns.Count;
        headings = new string?[Math.Max(table.Width, 1)];
        foreach (var line in header.Lines)
        {
            foreach (var column in table.Lines[line].Filled)
            {
                headings[column] = HeadingText.KeyOf(HeadingText.Of(table.Lines[line][column].Text).Written);
            }
        }
    }

    /// <summary>Whether a row holds the headings again: all of its cells but one at most.</summary>
    public bool Contain(ListLine line)
    {
        var (same, filled) = (0, 0);
        foreach (var column in line.Filled)
        {
            filled++;
            same += headings[column] is { Length: > 0 } heading && line[column].Written is var written && written.Length <= heading.Length * 2 + Slack && MayBegin(written, heading[0]) && heading == HeadingText.KeyOf(HeadingText.Of(line[column].Text).Written) ? 1 : 0;
            if (filled - same > 1)
            {
                return false;
            }
        }

        return same >= 1 && (same >= 2 || columns == 1) && same * 2 > filled;
    }

    // One look at the first letter or digit spares reading most cells; beyond ASCII it may be anything, as in texts whose encoding was broken.
    private static bool MayBegin(string written, char first)
    {
        foreach (var letter in written)
        {
            if (!char.IsAscii(letter))
            {
                return true;
            }

            if (char.IsAsciiLetterOrDigit(letter))
            {
                return char.ToLowerInvariant(letter) == first;
            }
        }

        return false;
    }
}
