using System.Text;

namespace Insek.Office.Functions.Sheets;

/// <summary>Tells what separates the cells of a text file: ";", a tab, "," or "|".</summary>
internal static class SeparatorDetector
{
    private const int Looked = 60;
    private const string Candidates = ";\t,|";

    /// <summary>The separator that most lines have equally often, outside quotes; ";" where none stands out.</summary>
    public static char Detect(Stream stream, Encoding encoding)
    {
        stream.Position = 0;
        using var text = new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        var counts = Count(text);

        // Excel writes "sep=;" where it wants to be sure.
        if (counts.Hint is { } hint)
        {
            return hint;
        }

        var best = (Separator: ';', Score: 0.0);
        for (var i = 0; i < Candidates.Length; i++)
        {
            var filled = counts.Lines.Select(line => line[i]).Where(count => count > 0).ToArray();
            if (filled.Length == 0)
            {
                continue;
            }

            // Titles have commas, too, but rarely equally many; cells of a table are equally many.
            var usual = filled.GroupBy(count => count).Max(group => group.Count());
            var score = (double)usual * usual / counts.Lines.Count + (Candidates[i] == ',' ? 0 : 0.01);
            best = score > best.Score ? (Candidates[i], score) : best;
        }

        return best.Separator;
    }

    private static (List<int[]> Lines, char? Hint) Count(StreamReader text)
    {
        var lines = new List<int[]>();
        var (line, start, quoted, filled) = (new int[Candidates.Length], new StringBuilder(), false, false);
        for (var c = text.Read(); c >= 0 && lines.Count < Looked; c = text.Read())
        {
            if (c == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && c is '\r' or '\n')
            {
                if (lines.Count == 0 && start.ToString() is var first && first.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && first.Length == 5)
                {
                    return (lines, first[4]);
                }

                if (filled)
                {
                    lines.Add(line);
                    (line, filled) = (new int[Candidates.Length], false);
                }
            }
            else if (!quoted && Candidates.IndexOf((char)c, StringComparison.Ordinal) is var index and >= 0)
            {
                line[index]++;
            }

            filled |= !quoted && !char.IsWhiteSpace((char)c) || c == '\t';
            _ = start.Length < 8 ? start.Append((char)c) : start;
        }

        if (filled)
        {
            lines.Add(line);
        }

        return (lines, null);
    }
}
