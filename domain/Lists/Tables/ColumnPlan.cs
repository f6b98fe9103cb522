using System.Runtime.InteropServices;

namespace Insek.Office.Domain.Lists;

/// <summary>Gives each column the field that its heading names best; no field twice.</summary>
internal static class ColumnPlan
{
    private const int Looked = 200;

    public static (IReadOnlyList<HeadedColumn> Columns, IReadOnlyList<ColumnRivalry> Rivals) Assign(
        ListTable table, string[] headings, IReadOnlyDictionary<int, string> units, ColumnDecisions decisions, int firstBelow)
    {
        var columns = Columns(table, headings, units, firstBelow);
        var matches = columns.Select(column => HeadingMatch.Of(column.Heading)).ToArray();
        var taken = new Dictionary<ListField, int>();
        for (var i = 0; i < columns.Length; i++)
        {
            if (decisions.Fields.TryGetValue(columns[i].MappingKey, out var decided))
            {
                var isFree = decided is not { } field || taken.TryAdd(field, i);
                columns[i] = columns[i] with { Field = isFree ? decided : null, Certainty = ColumnCertainty.Mapped, Reason = isFree ? "mapped" : "field-taken" };
            }
        }

        var rivals = new List<ColumnRivalry>();
        var wishes = matches
            .SelectMany((match, index) => match.Fields.Select((word, choice) => new Wish(index, word.Field, match.Certainty, word.Rank, choice)))
            .OrderByDescending(wish => wish.Certainty).ThenBy(wish => wish.Rank).ThenBy(wish => wish.Choice).ThenBy(wish => wish.Column)
            .ToArray();
        foreach (var wish in wishes)
        {
            if (columns[wish.Column].Certainty is not ColumnCertainty.None || Contradicts(wish.Field, taken))
            {
                continue;
            }

            if (taken.TryAdd(wish.Field, wish.Column))
            {
                columns[wish.Column] = columns[wish.Column] with { Field = wish.Field, Certainty = wish.Certainty, Reason = wish.Certainty is ColumnCertainty.Exact ? "synonym" : "part-of-heading" };
            }
            else if (columns[wish.Column].Reason == "unknown-heading")
            {
                columns[wish.Column] = columns[wish.Column] with { Reason = "field-taken" };
            }
        }

        foreach (var (field, winner) in taken.OrderBy(pair => pair.Value))
        {
            var won = wishes.FirstOrDefault(wish => wish.Column == winner && wish.Field == field);
            var equal = wishes.Where(wish => wish.Field == field && wish.Column != winner && wish.Certainty == won.Certainty && wish.Rank == won.Rank && columns[wish.Column] is { Field: null, Certainty: ColumnCertainty.None }).ToArray();
            if (columns[winner].Certainty is not ColumnCertainty.Mapped && equal.Length > 0)
            {
                Rival(columns, field, winner, equal, rivals);
            }
        }

        return (NumberByValues(table, columns, taken, firstBelow), rivals);
    }

    // Which of the two is meant decides a person. Only the title is needed to tell rows at all, so the first one stands in for it.
    private static void Rival(HeadedColumn[] columns, ListField field, int winner, Wish[] equal, List<ColumnRivalry> rivals)
    {
        foreach (var wish in equal)
        {
            columns[wish.Column] = columns[wish.Column] with { Reason = "rival" };
        }

        if (field is not (ListField.Title or ListField.NumberAndTitle))
        {
            columns[winner] = columns[winner] with { Field = null, Certainty = ColumnCertainty.None, Reason = "rival" };
        }

        rivals.Add(new ColumnRivalry(field, [columns[winner], .. equal.Select(wish => columns[wish.Column])]));
    }

    private static bool Contradicts(ListField field, Dictionary<ListField, int> taken) =>
        (field is ListField.NumberAndTitle && taken.ContainsKey(ListField.Title)) || (field is ListField.Title && taken.ContainsKey(ListField.NumberAndTitle));

    private static HeadedColumn[] Columns(ListTable table, string[] headings, IReadOnlyDictionary<int, string> units, int firstBelow)
    {
        var used = new bool[headings.Length];
        foreach (var line in table.Lines.Skip(firstBelow))
        {
            for (var i = 0; i < line.Cells.Length; i++)
            {
                used[i] |= !used[i] && line.Has(i);
            }
        }

        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var columns = new List<HeadedColumn>();
        for (var i = 0; i < headings.Length; i++)
        {
            var heading = HeadingText.Of(headings[i]);
            if (heading.Written.Length == 0 && !used[i])
            {
                continue;
            }

            var key = HeadingText.KeyOf(heading.Written);
            seen[key] = seen.GetValueOrDefault(key) + 1;
            columns.Add(new HeadedColumn(i, heading, seen[key]) { Unit = heading.Unit ?? units.GetValueOrDefault(i), Reason = heading.Key.Length == 0 ? "no-heading" : "unknown-heading" });
        }

        return [.. columns];
    }

    // People leave the heading above the numbers empty.
    private static HeadedColumn[] NumberByValues(ListTable table, HeadedColumn[] columns, Dictionary<ListField, int> taken, int firstBelow)
    {
        if (taken.ContainsKey(ListField.Number) || taken.ContainsKey(ListField.NumberAndTitle) || columns is not [{ Heading.Key.Length: 0, Certainty: ColumnCertainty.None } first, ..])
        {
            return columns;
        }

        var cells = table.Lines.Skip(firstBelow).Take(Looked).Where(line => line.Has(first.Place)).Select(line => line[first.Place].Text).ToArray();
        var numbers = cells.Count(text => MeasureNumber.TryParse(text) is not null);
        if (cells.Length > 0 && numbers * 5 >= cells.Length * 4)
        {
            columns[0] = first with { Field = ListField.Number, Certainty = ColumnCertainty.Likely, Reason = "values" };
        }

        return columns;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Wish(int Column, ListField Field, ColumnCertainty Certainty, int Rank, int Choice);
}
