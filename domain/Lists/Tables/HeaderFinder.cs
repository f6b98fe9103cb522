namespace Insek.Office.Domain.Lists;

/// <summary>Finds the row of headings among titles, units and technical names, and the lines above and below that belong to it.</summary>
internal static class HeaderFinder
{
    // Nobody writes a longer preface, and no cell of a heading is longer.
    private const int MaxPreface = 80;
    private const int MaxHeading = 150;
    private const int MaxShort = 60;

    public static TableHeader? Find(ListTable table, ColumnDecisions decisions)
    {
        if (Best(table, decisions) is not { } main)
        {
            return null;
        }

        var (around, last) = Below(table, main);
        var second = last == main && last + 1 < table.Lines.Count && IsSecondLine(table.Lines[main], table.Lines[last + 1]) ? last + 1 : (int?)null;
        if (second is { } line)
        {
            (var more, last) = Below(table, line);
            around = more;
        }

        var band = main > 0 && IsBand(table, main - 1) ? main - 1 : (int?)null;
        foreach (var above in (int[])[main - 1, main - 2])
        {
            if (above >= 0 && above != band && IsTechnical(table.Lines[above]))
            {
                around[above] = RowKind.Technical;
            }
        }

        int[] lines = [.. band is { } upper ? [upper] : Array.Empty<int>(), main, .. second is { } lower ? [lower] : Array.Empty<int>()];
        var (columns, rivals) = ColumnPlan.Assign(table, Headings(table, lines), Units(table, around), decisions, last + 1);
        return new TableHeader { Lines = lines, Around = around, Columns = columns, Rivals = rivals, FirstBelow = last + 1 };
    }

    /// <summary>Whether a row names columns the way a database does: F_NR, MASSN_ID, or 1 2 3 4, or A B C D.</summary>
    public static bool IsTechnical(ListLine line)
    {
        // One look at the first cell spares reading all of a measure's.
        return line.Filled.Length >= 3 && line[line.Filled[0]].Written is { Length: <= 30 } first && MayBeTechnical(first) && HoldsTechnicalNames(line);
    }

    private static bool HoldsTechnicalNames(ListLine line)
    {
        if (line.Filled.Any(column => line[column].Written.Length > 30))
        {
            return false;
        }

        var texts = line.Filled.Select(column => CellText.Clean(line[column].Text)).ToArray();
        return (texts.All(IsIdentifier) && texts.Any(text => text.Contains('_', StringComparison.Ordinal)))
            || texts.Index().All(text => text.Item == (text.Index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture))
            || texts.Index().All(text => text.Item is [var letter] && letter == 'A' + text.Index)
            || texts.All(text => text.StartsWith("Spalte", StringComparison.OrdinalIgnoreCase) && text.Length < 12);
    }

    /// <summary>Whether a row holds nothing but units.</summary>
    public static bool IsUnits(ListLine line)
    {
        var filled = line.Filled;
        return filled.Length > 0 && line[filled[^1]].Written.Length <= 40 && !filled.Any(column => line[column].Written.Length > 40) && filled.All(column => HeadingText.IsUnit(line[column].Written));
    }

    private static int? Best(ListTable table, ColumnDecisions decisions)
    {
        var (best, highest, seen) = ((int?)null, 0.0, 0);
        for (var i = 0; i < table.Lines.Count && seen < MaxPreface; i++)
        {
            if (table.Lines[i].IsBlank)
            {
                continue;
            }

            seen++;

            // A cell scores one point at most.
            var score = table.Lines[i].Filled.Length > highest ? Score(table, table.Lines[i], decisions) : 0;
            if (score > highest)
            {
                (best, highest) = (i, score);
            }
        }

        return best;
    }

    // A row of headings names a title and something beside it; a list of nothing but titles has one exact word alone.
    private static double Score(ListTable table, ListLine line, ColumnDecisions decisions)
    {
        var (score, matched, hasTitle, filled) = (0.0, 0, false, 0);
        foreach (var column in line.Filled)
        {
            filled++;
            if (line[column].Written.Length > MaxHeading || line[column].Number is not null)
            {
                score -= 1;
                continue;
            }

            var heading = HeadingText.Of(line[column].Text);
            var isMapped = decisions.Fields.TryGetValue(HeadedColumn.KeyOf(heading.Written, 1), out var field);
            var match = HeadingMatch.Of(heading);
            if (!isMapped && match.Certainty is ColumnCertainty.None)
            {
                score -= heading.Written.Length > MaxShort ? 0.5 : 0;
                continue;
            }

            matched++;
            score += isMapped || match.Certainty is ColumnCertainty.Exact ? 1 : 0.5;
            hasTitle |= isMapped ? field is ListField.Title or ListField.NumberAndTitle : match.Fields.Any(word => word.Field is ListField.Title or ListField.NumberAndTitle or ListField.Description);
        }

        var isAlone = filled == 1 && table.Lines.All(other => other.Filled.Take(2).Count() < 2);
        return hasTitle && (matched >= 2 || (isAlone && score >= 1)) && matched * 3 >= filled ? score : 0;
    }

    private static (Dictionary<int, RowKind> Around, int Last) Below(ListTable table, int from)
    {
        var around = new Dictionary<int, RowKind>();
        var last = from;
        for (var i = from + 1; i < table.Lines.Count && i <= from + 3; i++)
        {
            if (IsUnits(table.Lines[i]) || IsTechnical(table.Lines[i]))
            {
                around[i] = IsUnits(table.Lines[i]) ? RowKind.Unit : RowKind.Technical;
                last = i;
            }
            else if (!table.Lines[i].IsBlank)
            {
                break;
            }
        }

        return (around, last);
    }

    // "Kosten" over "gesamt" and "Eigenanteil": everything below stands under an empty heading or at the left end of such a gap.
    private static bool IsSecondLine(ListLine upper, ListLine lower)
    {
        var filled = lower.Filled;
        return filled.Length > 0
            && filled.All(column => lower[column].Written.Length <= MaxShort && lower[column].Number is null && lower[column].Day is null)
            && filled.Any(column => !upper.Has(column))
            && filled.All(column => !upper.Has(column) || !upper.Has(column + 1))
            && filled.All(column => upper.Filled.Any(left => left <= column));
    }

    private static bool IsBand(ListTable table, int index)
    {
        var line = table.Lines[index];
        var filled = line.Filled;
        var merges = table.Merges.Count(merge => merge.FromRow == line.Number && merge.ToColumn > merge.FromColumn && line.Has(merge.FromColumn) && merge.ToColumn - merge.FromColumn + 1 < table.Width);
        return filled.Length > 0 && merges > 0 && filled.All(column => line[column].Written.Length <= MaxShort) && !IsTechnical(line);
    }

    private static string[] Headings(ListTable table, int[] lines)
    {
        var headings = new string[table.Width];
        for (var column = 0; column < headings.Length; column++)
        {
            var parts = new List<string>();
            for (var i = 0; i < lines.Length; i++)
            {
                var text = TextOver(table, lines, i, column);
                if (!string.IsNullOrWhiteSpace(text) && !parts.Contains(text))
                {
                    parts.Add(text);
                }
            }

            headings[column] = string.Join(' ', parts);
        }

        return headings;
    }

    private static string? TextOver(ListTable table, int[] lines, int at, int column)
    {
        var line = table.Lines[lines[at]];
        if (line.Has(column))
        {
            return line[column].Text;
        }

        foreach (var merge in table.Merges)
        {
            if (merge.FromRow <= line.Number && line.Number <= merge.ToRow && merge.FromColumn <= column && column <= merge.ToColumn)
            {
                return table.Lines.FirstOrDefault(other => other.Number == merge.FromRow)?[merge.FromColumn].Text;
            }
        }

        // Without merged cells, as in CSV, the upper heading reaches to the right while only the lower line is filled.
        if (at + 1 < lines.Length && table.Lines[lines[^1]].Has(column))
        {
            for (var left = column - 1; left >= 0 && table.Lines[lines[^1]].Has(left); left--)
            {
                if (line.Has(left))
                {
                    return line[left].Text;
                }
            }
        }

        return null;
    }

    private static Dictionary<int, string> Units(ListTable table, Dictionary<int, RowKind> around) => around
        .Where(line => line.Value is RowKind.Unit)
        .SelectMany(line => table.Lines[line.Key].Filled.Select(column => (column, Text: CellText.Clean(table.Lines[line.Key][column].Text))))
        .DistinctBy(unit => unit.column)
        .ToDictionary(unit => unit.column, unit => unit.Text);

    private static bool MayBeTechnical(string first) => first.Trim() is "1" or "A" || IsIdentifier(first.Trim()) || first.StartsWith("Spalte", StringComparison.OrdinalIgnoreCase);

    private static bool IsIdentifier(string text) => text.Length is > 0 and <= 30 && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') && !char.IsAsciiDigit(text[0]);
}
