using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Domain.Lists;

namespace Insek.Office.Functions.Import.Lists;

/// <summary>A list that was read, beside what the concept has from it; with everything that needs a person.</summary>
internal sealed class ListEditionReading
{
    private const int MaxName = MeasureOrigin.MaxName;

    private readonly ListDecisions decisions;
    private readonly ConceptSnapshot present;
    private readonly ListTexts texts;

    public ListEditionReading(ListReading reading, ListDecisions decisions, ConceptSnapshot present, string? fileName, ListTexts texts)
    {
        (Reading, this.decisions, this.present, this.texts) = (reading, decisions, present, texts);
        Rows = reading.Candidates.ToArray();
        Name = NameOf(fileName);
        var numbersRepeat = NumbersRepeat();
        NumbersPerSector = decisions.Mapping.NumbersPerSector ?? (numbersRepeat && NumbersDifferWithinSectors());
        AskAboutList();
        AskAboutColumns();
        AskAboutRows();
        Compared = Compare();
        if (numbersRepeat)
        {
            AskAboutNumbers();
        }

        AskAboutSectors();
        AskAboutCells();
        SetExternalIds();
    }

    public ListReading Reading { get; }

    /// <summary>All rows that are measures, were, or may be.</summary>
    public IReadOnlyList<ListedRow> Rows { get; }

    /// <summary>What the list is called.</summary>
    public string Name { get; }

    public bool NumbersPerSector { get; }

    public ListQuestions Questions { get; } = new();

    public EditionComparison Compared { get; }

    public ListDecisions Decisions => decisions;

    public ConceptSnapshot Present => present;

    // The next edition has another file name, but mostly the same titles.
    private string NameOf(string? fileName)
    {
        if (CellText.Clean(decisions.Mapping.List) is { Length: > 0 } told)
        {
            return told;
        }

        if (!present.Measures.Any(measure => measure.Origin is not null))
        {
            return CellText.Clean(fileName) is { Length: > 0 } first ? first[..Math.Min(first.Length, MaxName)] : texts.Of("List.unnamed");
        }

        var titles = Rows.Where(row => row.Measure.Title is not null).Select(row => Edition.TitleKey(row.Measure.Title!)).ToHashSet(StringComparer.Ordinal);
        var known = present.Measures.Where(measure => measure.Origin is not null)
            .GroupBy(measure => measure.Origin!.List, StringComparer.Ordinal)
            .Select(list => (list.Key, Same: list.Count(measure => titles.Contains(Edition.TitleKey(measure.Content.Title))), All: list.Count()))
            .Where(list => list.Same * 3 >= Math.Min(list.All, Math.Max(titles.Count, 1)))
            .OrderByDescending(list => list.Same).ThenBy(list => list.Key, StringComparer.Ordinal)
            .FirstOrDefault();
        var name = known.Key ?? (CellText.Clean(fileName) is { Length: > 0 } file ? file : texts.Of("List.unnamed"));
        return name.Length > MaxName ? name[..MaxName] : name;
    }

    private IEnumerable<ListedRow> Numbered => Rows.Where(row => row is { Row.Kind: RowKind.Measure, Measure.Number: not null });

    private bool NumbersRepeat()
    {
        var seen = new HashSet<string>(Rows.Count, StringComparer.Ordinal);
        return Numbered.Any(row => !seen.Add(row.Measure.Number!.Key));
    }

    private bool NumbersDifferWithinSectors()
    {
        var seen = new HashSet<(string, string)>(Rows.Count);
        return Numbered.All(row => seen.Add((row.Measure.Number!.Key, ScopeOf(row))));
    }

    private static string ScopeOf(ListedRow row) => row.Sector?.Value ?? row.SectorText ?? row.Table.Name ?? "";

    private void AskAboutList()
    {
        if (decisions.Mapping.RepairEncoding is null && Reading.Broken is { Repaired: { } repaired } broken && (broken.IsProven || Reading.BrokenCells >= 3))
        {
            Questions.Ask("encoding", null, null, () => Question("encoding", blocks: true, null, broken.Written, "encoding-broken", texts.Of("Question.encoding", Short(broken.Written), Short(repaired), Reading.BrokenCells), YesNo()));
        }
    }

    private void AskAboutColumns()
    {
        foreach (var (sheet, rivalry) in Reading.Sheets.SelectMany(sheet => (sheet.Header?.Rivals ?? []).Select(rivalry => (sheet, rivalry))))
        {
            var columns = rivalry.Columns.Select(column => (Name: ListAnswers.Name(new MappedColumn { Heading = column.Heading.Written, Occurrence = column.Occurrence }), column)).ToArray();
            var field = ParameterValue.Of(rivalry.Field);
            var id = string.Join('\n', columns.Select(column => column.Name).Prepend($"column:{field}"));
            var question = Question(
                "column", rivalry.Field is ListField.Title or ListField.NumberAndTitle, field, null, "several-columns",
                texts.Of("Question.column", FieldName(rivalry.Field), string.Join(", ", columns.Select(column => $"„{column.column.Heading.Written}“"))),
                [.. columns.Select(column => new ListChoice(column.Name, column.column.Heading.Written))]);
            Questions.AskAt(id, question, [.. columns.Select(column => new ListPlace(sheet.Table.Name, null, column.column.Heading.Written))]);
        }
    }

    private void AskAboutRows()
    {
        foreach (var row in Rows.Where(row => row.Row.Kind is RowKind.Unclear))
        {
            AskAboutRow(row, row.Row.Reason);
        }
    }

    private void AskAboutRow(ListedRow row, string reason)
    {
        var isOne = row.Row.Line.Filled.Count == 1;
        Questions.Ask($"row:{row.Row.Key}", row, null, () => Question("row", blocks: true, null, row.Row.Key, reason, texts.Of("Question.row", Short(row.Row.Key), texts.Of($"Row.{reason}")),
            [new("measure", texts.Of("Choice.measure")), .. isOne ? [new ListChoice("group", texts.Of("Choice.group"))] : Array.Empty<ListChoice>(), new("skip", texts.Of("Choice.skip"))]));
    }

    private EditionComparison Compare()
    {
        var rows = Rows.Select((row, index) => new EditionRow(index, row.Row.Key, row.Sector, row.Measure.Number, row.Measure.Title ?? "", row.Row.Kind is RowKind.Measure)).ToArray();
        var compared = new Edition(present.Measures, Name, NumbersPerSector, decisions.Same).Compare(rows);
        var splitOf = compared.Splits.SelectMany(split => split.Rows.Select(row => (row, split))).DistinctBy(pair => pair.row).ToDictionary(pair => pair.row, pair => pair.split);
        for (var i = 0; i < rows.Length; i++)
        {
            var (row, match) = (Rows[i], compared.Matches[i]);
            row.Present = match.Measure;
            if (row.Row.Kind is not RowKind.Measure)
            {
                continue;
            }

            if (match.Candidates.Count > 0)
            {
                Questions.Ask($"same:{row.Row.Key}", row, null, () => Question("same", blocks: true, null, row.Row.Key, "near-title", texts.Of("Question.same", Short(row.Row.Key)), [.. match.Candidates.Select(Same), new("new", texts.Of("Choice.new"))]));
            }
            else if (splitOf.TryGetValue(i, out var split) && !(decisions.Same.Count > 0 && decisions.Same.ContainsKey(CellText.Fold(row.Row.Key))))
            {
                Questions.Ask($"split:{split.Old.ExternalId}", row, null, () => Question("split", blocks: false, null, split.Old.ExternalId, "number-split", texts.Of("Question.split", split.Old.ExternalId, split.Old.Content.Title),
                    [.. split.Rows.Select(part => new ListChoice($"{split.Old.Id.Value}|{Rows[part].Row.Key}", texts.Of("Choice.continues", Rows[part].Row.Key))), new("new", texts.Of("Choice.allNew"))]));
            }
        }

        return compared;
    }

    private ListChoice Same(ItemId id)
    {
        var measure = present.FindMeasure(id)!;
        return new ListChoice($"same:{id.Value}", texts.Of("Choice.same", measure.ExternalId ?? id.Value, measure.Content.Title));
    }

    // A number that the list gives twice names one measure at most.
    private void AskAboutNumbers()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in Numbered)
        {
            if (seen.Add($"{(NumbersPerSector ? ScopeOf(row) : "")}\n{row.Measure.Number!.Key}"))
            {
                continue;
            }

            row.Measure.Number = null;
            if (row.Row.Reason != "decided")
            {
                AskAboutRow(row, "number-twice");
            }
        }
    }

    private void AskAboutSectors()
    {
        foreach (var row in Rows.Where(row => row is { Row.Kind: RowKind.Measure, Sector: null, Present: null }))
        {
            var text = row.SectorText ?? "";
            Questions.Ask($"sector:{text}", row, null, () => Question("sector", blocks: true, "sector", text, text.Length == 0 ? "no-sector" : "unknown-sector", text.Length == 0 ? texts.Of("Question.noSector") : texts.Of("Question.sector", text), Reading.Sectors.Choices(text)));
        }
    }

    private void AskAboutCells()
    {
        foreach (var row in Rows.Where(row => row.Row.Kind is RowKind.Measure or RowKind.Unclear))
        {
            for (var i = 0; i < row.Readings.Length; i++)
            {
                if (row.Readings[i] is { IsAsked: true } reading && row.Header!.Columns[i] is { Field: { } field } column)
                {
                    AskAboutCell(row, column, field is ListField.Title && reading.Reason == CellReasons.NumberOrText ? ListField.NumberAndTitle : field is ListField.Progress ? ListField.State : field, reading);
                }
            }
        }
    }

    private void AskAboutCell(ListedRow row, HeadedColumn column, ListField field, FieldReading reading)
    {
        var heading = ListedRow.HeadingOf(column, texts);
        var id = reading.AskedOnce ?? (reading.QuestionId ??= $"value:{ParameterValue.Of(field)}:{CellText.Clean(reading.Written)}");
        if (!Questions.AskAgain(id, row, heading))
        {
            AskFirst(id, row, heading, field, reading);
        }
    }

    private void AskFirst(string id, ListedRow row, string heading, ListField field, FieldReading reading)
    {
        if (reading.AskedOnce is { } once)
        {
            Questions.Ask(once, row, heading, () => Question(once, blocks: false, ParameterValue.Of(field), reading.Written, reading.Reason!, texts.Of($"Question.{once}", heading), once switch
            {
                "priority-order" => [new("oneIsHigh", texts.Of("Choice.oneIsHigh")), new("oneIsLow", texts.Of("Choice.oneIsLow"))],
                "date-order" => [new("dayFirst", texts.Of("Choice.dayFirst")), new("monthFirst", texts.Of("Choice.monthFirst"))],
                "cost-unit" => [new("euro", texts.Of("Choice.euro")), new("thousand", texts.Of("Choice.thousand")), new("million", texts.Of("Choice.million"))],
                _ => YesNo(),
            }));
            return;
        }

        Questions.Ask(id, row, heading, () => Question("value", blocks: false, ParameterValue.Of(field), reading.Written, reading.Reason ?? CellReasons.NotRecognised,
            texts.Of("Question.value", FieldName(field), Short(CellText.Clean(reading.Written)), texts.Of($"Cell.{reading.Reason ?? CellReasons.NotRecognised}")), [.. reading.Choices, new(ListAnswers.Keep, texts.Of("Choice.keep"))]));
    }

    // Other lists and older imports use numbers, too; within a concept each is given once.
    private void SetExternalIds()
    {
        var taken = present.Measures.Where(measure => measure.ExternalId is not null).GroupBy(measure => measure.ExternalId!, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First().Id, StringComparer.Ordinal);
        foreach (var row in Rows.Where(row => row is { IsImported: true, Measure.Number: not null }))
        {
            var number = NumbersPerSector && (row.Sector ?? row.Present?.Content.Sector) is { } sector ? $"{sector.Value}/{row.Measure.Number!.Text}" : row.Measure.Number!.Text;
            var isFree = !taken.TryGetValue(number, out var owner) || owner == row.Present?.Id;
            row.ExternalId = isFree ? number : $"{Name}/{number}";
        }
    }

    private static ListQuestion Question(string kind, bool blocks, string? field, string? written, string reason, string text, IReadOnlyList<ListChoice> choices) => new()
    {
        Id = kind,
        Kind = kind,
        Blocks = blocks,
        Field = field,
        Written = written,
        Reason = reason,
        Text = text,
        Places = [],
        Rows = 0,
        Choices = choices,
    };

    private ListChoice[] YesNo() => [new(ListAnswers.Yes, texts.Of("Choice.yes")), new(ListAnswers.No, texts.Of("Choice.no"))];

    private string FieldName(ListField field) => texts.Of($"Field.{ParameterValue.Of(field)}");

    private static string Short(string text) => text.Length > 120 ? $"{text.AsSpan(0, 119)}…" : text;
}
