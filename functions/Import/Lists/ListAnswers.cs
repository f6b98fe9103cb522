using Insek.Office.Contracts;

namespace Insek.Office.Functions.Import.Lists;

/// <summary>Works answers into the lists of a mapping. A question's id says what it is about, so that no report has to be kept for it.</summary>
internal static class ListAnswers
{
    public const string Keep = "";
    public const string Yes = "yes";
    public const string No = "no";
    public const string NoSector = "-";
    public const string CreateSector = "+";

    /// <summary>The mapping without answers, and the answers that say nothing.</summary>
    public static (ListMapping Mapping, List<ListAnswer> Unfit) Fold(ListMapping posted)
    {
        var (mapping, unfit) = (posted with { Answers = [] }, new List<ListAnswer>());
        foreach (var answer in posted.Answers)
        {
            if (With(mapping, answer) is { } answered)
            {
                mapping = answered;
            }
            else
            {
                unfit.Add(answer);
            }
        }

        return (mapping, unfit);
    }

    private static ListMapping? With(ListMapping mapping, ListAnswer answer)
    {
        var (question, value) = (answer.Question ?? "", answer.Value ?? "");
        var colon = question.IndexOf(':', StringComparison.Ordinal);
        var (kind, about) = colon < 0 ? (question, "") : (question[..colon], question[(colon + 1)..]);
        return kind switch
        {
            "encoding" when value is Yes or No => mapping with { RepairEncoding = value == Yes },
            "priority-order" when value is "oneIsHigh" or "oneIsLow" => mapping with { PriorityOrder = value },
            "date-order" when value is "dayFirst" or "monthFirst" => mapping with { DateOrder = value },
            "cost-unit" when value is "euro" or "thousand" or "million" => mapping with { CostUnit = value },
            "first-owner" when value is Yes or No => mapping with { FirstOwnerLeads = value == Yes },
            "sector" => Sector(mapping, about, value),
            "column" => Column(mapping, about, value),
            "row" when value is "measure" or "skip" or "group" => Row(mapping, about, value),
            "same" when value is "new" || value.StartsWith("same:", StringComparison.Ordinal) => Row(mapping, about, value),
            "split" => Split(mapping, value),
            "value" when about.IndexOf(':', StringComparison.Ordinal) is var joint and > 0 => Value(mapping, about[..joint], about[(joint + 1)..], value),
            _ => null,
        };
    }

    private static ListMapping? Sector(ListMapping mapping, string text, string value)
    {
        if (value.Length == 0)
        {
            return null;
        }

        if (text.Length == 0)
        {
            return value is NoSector || value.StartsWith(CreateSector, StringComparison.Ordinal) ? null : mapping with { Sector = value };
        }

        var create = value.StartsWith(CreateSector, StringComparison.Ordinal);
        var decided = new MappedSector { Text = text, Sector = value is NoSector ? null : create ? value[1..] : value, Create = create };
        return mapping with { Sectors = [.. mapping.Sectors.Where(sector => sector.Text != text), decided] };
    }

    // The value names the column that is meant, as "occurrence|heading"; the question's id names the field and all columns that might be.
    private static ListMapping? Column(ListMapping mapping, string about, string value)
    {
        var parts = about.Split('\n');
        if (parts.Length < 2 || !parts.Contains(value))
        {
            return null;
        }

        var columns = parts.Skip(1).Select(Read).OfType<MappedColumn>().ToArray();
        var chosen = columns.Select(column => column with { Field = Name(column) == value ? parts[0] : null });
        return mapping with { Columns = [.. mapping.Columns.Where(column => !columns.Any(other => Name(other) == Name(column))), .. chosen] };
    }

    /// <summary>How a question's id and its answers name a column.</summary>
    public static string Name(MappedColumn column) => FormattableString.Invariant($"{Math.Max(column.Occurrence, 1)}|{column.Heading}");

    private static MappedColumn? Read(string name) =>
        name.IndexOf('|', StringComparison.Ordinal) is var bar and > 0 && int.TryParse(name.AsSpan(0, bar), System.Globalization.CultureInfo.InvariantCulture, out var occurrence)
            ? new MappedColumn { Heading = name[(bar + 1)..], Occurrence = occurrence }
            : null;

    private static ListMapping Row(ListMapping mapping, string key, string decision)
    {
        var isSame = decision is "new" || decision.StartsWith("same:", StringComparison.Ordinal);
        return mapping with { Rows = [.. mapping.Rows.Where(row => row.Key != key || isSame != (row.Decision is "new" || row.Decision?.StartsWith("same:", StringComparison.Ordinal) is true)), new MappedRow { Key = key, Decision = decision }] };
    }

    // "new" leaves all rows new; else "id|key of the row that goes on with it".
    private static ListMapping? Split(ListMapping mapping, string value) =>
        value == "new" ? mapping : value.IndexOf('|', StringComparison.Ordinal) is var bar and > 0 ? Row(mapping, value[(bar + 1)..], $"same:{value[..bar]}") : null;

    private static ListMapping Value(ListMapping mapping, string field, string written, string value) => mapping with
    {
        Values = [.. mapping.Values.Where(known => known.Field != field || known.Written != written), new MappedValue { Field = field, Written = written, Value = value.Length == 0 ? null : value }],
    };
}
