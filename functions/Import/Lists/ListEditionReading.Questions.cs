using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Domain.Lists;

namespace Insek.Office.Functions.Import.Lists;

/// <summary>What is asked of a person.</summary>
internal sealed partial class ListEditionReading
{
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
        var isOne = row.Row.Line.Filled.Length == 1;
        Questions.Ask($"row:{row.Row.Key}", row, null, () => Question("row", blocks: true, null, row.Row.Key, reason, texts.Of("Question.row", Short(row.Row.Key), texts.Of($"Row.{reason}")),
            [new("measure", texts.Of("Choice.measure")), .. isOne ? [new ListChoice("group", texts.Of("Choice.group"))] : Array.Empty<ListChoice>(), new("skip", texts.Of("Choice.skip"))]));
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
