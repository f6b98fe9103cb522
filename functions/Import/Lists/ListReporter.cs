using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Domain.Lists;

namespace Insek.Office.Functions.Import.Lists;

/// <summary>Says how a list was read, and accounts for every row of the file.</summary>
internal static class ListReporter
{
    /// <summary>The most rows and differences that a report lists one by one.</summary>
    public const int MaxListed = 2_000;

    private const int MaxShown = 500;
    private const int MaxSamples = 5;
    private const int MaxSampled = 1_000;
    private const int MaxDiffed = 500;

    public static ListReport Report(ListEditionReading list, ListTexts texts)
    {
        var rows = list.Reading.Sheets.SelectMany(sheet => sheet.Rows).ToArray();
        var filled = rows.Where(row => row.Row.Kind is not RowKind.Blank).ToArray();
        return new ListReport
        {
            Format = list.Reading.File.Format,
            Encoding = list.Reading.File.Encoding,
            Delimiter = list.Reading.File.Delimiter,
            List = list.Name,
            Fields = [.. Enum.GetValues<ListField>().Select(field => new ListChoice(ParameterValue.Of(field), texts.Of($"Field.{ParameterValue.Of(field)}")))],
            Sheets = [.. list.Reading.Sheets.Select(sheet => Sheet(sheet, texts))],
            Kinds = [.. rows.CountBy(row => row.Row.Kind).OrderBy(kind => kind.Key).Select(kind => new ListKindCount(ParameterValue.Of(kind.Key), texts.Of($"Kind.{ParameterValue.Of(kind.Key)}"), kind.Value))],
            Spans = [.. list.Reading.Sheets.SelectMany(Spans)],
            Rows = Chosen(filled) is var chosen ? SideBySide.Select(chosen.Length, i => Row(chosen[i], texts)) : [],
            FurtherRows = Math.Max(0, filled.Length - MaxListed),
            Questions = list.Questions.Listed,
            FurtherQuestions = list.Questions.Further,
            Edition = ListEditionReport.Of(list, MaxListed, MaxDiffed),
            StaleAnswers = [.. list.Decisions.Stale.Select(stale => new ListStaleAnswer(stale.Part, stale.Written, stale.Value, texts.Of($"Stale.{stale.Part}")))],
            Mapping = Mapping(list),
        };
    }

    // Those that need a person first, then what is no measure; measures are mostly alike.
    private static ListedRow[] Chosen(ListedRow[] filled)
    {
        if (filled.Length <= MaxListed)
        {
            return filled;
        }

        // How many of each need are listed; of one need the first ones are.
        var (listed, left) = (new int[8], MaxListed);
        foreach (var row in filled)
        {
            listed[Need(row)]++;
        }

        for (var need = listed.Length - 1; need >= 0; need--)
        {
            listed[need] = Math.Min(listed[need], left);
            left -= listed[need];
        }

        return filled.Where(row => listed[Need(row)]-- > 0).ToArray();
    }

    private static int Need(ListedRow row) => (row.IsBlocked ? 4 : 0) + (row.Row.Kind is RowKind.Measure ? 0 : 2) + (row.Questions.Count > 0 ? 1 : 0);

    private static ListSheet Sheet(ListedSheet sheet, ListTexts texts) => new()
    {
        Name = sheet.Table.Name,
        IsRead = sheet.Header is not null,
        Reason = sheet.Reason,
        Text = sheet.Reason is { } reason ? texts.Of($"Row.sheet-{reason}") : null,
        IsHidden = sheet.Table.IsHidden,
        Sector = sheet.Sector?.Value,
        HeaderRows = [.. (sheet.Header?.Lines ?? []).Select(line => sheet.Table.Lines[line].Number)],
        Columns = [.. (sheet.Header?.Columns ?? []).Select(column => Column(sheet, column, texts))],
        HiddenRows = sheet.Table.Lines.Count(line => line.IsHidden),
        Formulas = sheet.Table.Formulas.Count,
        MergedCells = sheet.Table.Merges.Count,
    };

    private static ListColumn Column(ListedSheet sheet, HeadedColumn column, ListTexts texts) => new()
    {
        Place = column.Place + 1,
        Heading = column.Heading.Written,
        Occurrence = column.Occurrence,
        Field = column.Field is { } field ? ParameterValue.Of(field) : null,
        Certainty = ParameterValue.Of(column.Certainty),
        Reason = column.Reason,
        Text = texts.Of($"Column.{column.Reason}"),
        Samples = [.. sheet.Table.Lines.Skip(sheet.Header!.FirstBelow).Where(line => line.Has(column.Place)).Take(MaxSampled).Select(line => line[column.Place].Written).Distinct().Take(MaxSamples).Select(written => Short(CellText.Clean(written)))],
        Unit = column.Unit,
        IsHidden = sheet.Table.HiddenColumns.Contains(column.Place),
    };

    private static IEnumerable<ListSpan> Spans(ListedSheet sheet)
    {
        var from = 0;
        for (var i = 1; i <= sheet.Rows.Count; i++)
        {
            var first = sheet.Rows[from].Row;
            if (i < sheet.Rows.Count && sheet.Rows[i].Row is var next && next.Kind == first.Kind && next.Reason == first.Reason)
            {
                continue;
            }

            yield return new ListSpan { Sheet = sheet.Table.Name, From = first.Line.Number, To = sheet.Rows[i - 1].Row.Line.Number, Count = i - from, Kind = ParameterValue.Of(first.Kind), Reason = first.Reason };
            from = i;
        }
    }

    private static ListRow Row(ListedRow row, ListTexts texts) => new()
    {
        Sheet = row.Table.Name,
        Row = row.Row.Line.Number,
        Kind = ParameterValue.Of(row.Row.Kind),
        Reason = row.Row.Reason,
        Text = texts.Of($"Row.{row.Row.Reason}", row.Row.Text, row.Row.RefersTo?.Text),
        NeedsPerson = row.IsBlocked,
        Key = row.Row.Key,
        Number = row.Measure.Number?.Text,
        Title = row.Measure.Title is { } title ? Short(title) : string.Join(" | ", row.Row.Line.Filled.Select(column => CellText.Clean(row.Row.Line[column].Text)).Distinct()) is var all ? Short(all) : null,
        Outcome = row.Outcome,
        Measure = row.Id?.Value ?? row.Present?.Id.Value,
        IsHidden = row.Row.Line.IsHidden,
        Readings = [.. Readings(row, texts)],
        Questions = row.Questions,
    };

    private static IEnumerable<Contracts.ListReading> Readings(ListedRow row, ListTexts texts)
    {
        for (var i = 0; i < row.Readings.Length; i++)
        {
            var (reading, column) = (row.Readings[i], row.Header!.Columns[i]);
            if (string.IsNullOrWhiteSpace(reading.Written))
            {
                continue;
            }

            var isKept = column.Field is null;
            var written = Short(reading.Written);
            yield return new Contracts.ListReading
            {
                Column = column.Place + 1,
                Field = column.Field is { } field ? ParameterValue.Of(field) : null,
                Written = written,
                Value = column.Field is ListField.Sector && row.Sector is { } sector ? sector.Value : reading.Shown is not { } shown ? null : ReferenceEquals(shown, reading.Written) ? written : Short(shown),
                Understanding = isKept ? "kept" : ParameterValue.Of(reading.Understanding),
                Text = isKept || reading.Reason is null ? null : texts.Of($"Cell.{reading.Reason}"),
                IsFormula = row.Table.Formulas.Contains((row.Row.Line.Number, column.Place)),
            };
        }
    }

    private static ListMapping Mapping(ListEditionReading list)
    {
        var posted = list.Decisions.Mapping;
        var columns = posted.Columns.Concat(list.Reading.Sheets.SelectMany(sheet => sheet.Header?.Columns ?? [])
            .Where(column => column.Field is not null)
            .Select(column => new MappedColumn { Heading = column.Heading.Written, Occurrence = column.Occurrence, Field = ParameterValue.Of(column.Field!.Value) }));
        return posted with
        {
            Version = ListMapping.CurrentVersion,
            List = list.Name,
            NumbersPerSector = list.NumbersPerSector ? true : posted.NumbersPerSector,
            Columns = [.. columns.DistinctBy(column => HeadedColumn.KeyOf(column.Heading, Math.Max(column.Occurrence, 1)))],
            Sectors = [.. posted.Sectors.Concat(list.Reading.Sectors.Recognised).DistinctBy(sector => HeadingText.KeyOf(sector.Text ?? ""))],
        };
    }

    private static string Short(string text) => text.Length > MaxShown ? $"{text.AsSpan(0, MaxShown - 1)}…" : text;
}
