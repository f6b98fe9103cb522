using System.Globalization;
using Insek.Office.Contracts;
using Insek.Office.Dev.Terminal;
using Spectre.Console;

namespace Insek.Office.Dev.Lists;

/// <summary>A report on a town hall's own list in a terminal: the original beside the reading.</summary>
internal static class ListScreen
{
    private const int MostRows = 40;
    private const int MostQuestions = 60;

    extension(Screen screen)
    {
        public void Show(ImportReport report)
        {
            if (report.List is { } list)
            {
                screen.Heading(string.Join(", ", new[] { ListScreenTexts.Of("List", list.List), list.Format, list.Encoding, list.Delimiter is "\t" ? "TAB" : list.Delimiter }.OfType<string>()));
                foreach (var sheet in list.Sheets)
                {
                    screen.ShowColumns(sheet, list);
                }

                screen.ShowRows(list);
                screen.ShowMeasures(list);
                screen.ShowQuestions(list);
                screen.ShowEdition(list.Edition);
                screen.ShowStale(list);
            }

            screen.ShowProblems(report);
        }

        private void ShowColumns(ListSheet sheet, ListReport list)
        {
            screen.Text(string.Join("; ", Notes(sheet)));
            if (!sheet.IsRead)
            {
                return;
            }

            var labels = list.Fields.ToDictionary(field => field.Value, field => field.Label);
            var table = Table("Column", "Heading", "Field", "Certainty", "Samples");
            foreach (var column in sheet.Columns)
            {
                Add(table, Number(column.Place), column.Heading, column.Field is { } field ? labels[field] : "–", $"{column.Certainty}: {column.Text}", string.Join(" | ", column.Samples.Select(sample => Short(sample, 30))));
            }

            screen.Table(table);
        }

        private void ShowRows(ListReport list)
        {
            screen.Text(string.Join(", ", list.Kinds.Select(kind => $"{kind.Count} {kind.Text}")));
            var others = list.Rows.Where(row => row.Kind is not "measure").ToArray();
            var table = Table("Row", "Kind", "Written", "Reason");
            foreach (var row in others.Take(MostRows))
            {
                Add(table, Place(row.Sheet, row.Row), list.Kinds.First(kind => kind.Kind == row.Kind).Text, Short(row.Title, 60), row.Text);
            }

            screen.ShowTable(table, others.Length - MostRows);
        }

        private void ShowMeasures(ListReport list)
        {
            var measures = list.Rows.Where(row => row.Kind is "measure").ToArray();
            var table = Table("Row", "Number", "Title", "Outcome", "Readings");
            foreach (var row in measures.Take(MostRows))
            {
                var readings = row.Readings.Where(reading => reading.Field is not ("number" or "title" or "numberAndTitle" or "description"))
                    .Select(reading => $"{Short(reading.Written, 40)} → {(reading.Value is { } value ? Short(value, 40) : reading.Understanding is "kept" ? ListScreenTexts.Of("Kept") : "?")}");
                Add(table, Place(row.Sheet, row.Row), row.Number, Short(row.Title, 50), ListScreenTexts.Of(row.NeedsPerson ? "Outcome.person" : $"Outcome.{row.Outcome ?? "rejected"}"), string.Join('\n', readings));
            }

            screen.ShowTable(table, measures.Length - MostRows + list.FurtherRows);
        }

        private void ShowQuestions(ListReport list)
        {
            var table = Table("Question", "Rows", "Answers");
            foreach (var question in list.Questions.Take(MostQuestions))
            {
                Add(table, $"{(question.Blocks ? "! " : "")}{question.Text}\n{question.Id}", Number(question.Rows), string.Join('\n', question.Choices.Take(8).Select(choice => $"{choice.Value} = {choice.Label}")));
            }

            screen.ShowTable(table, list.Questions.Count - MostQuestions + list.FurtherQuestions);
        }

        private void ShowEdition(ListEdition edition)
        {
            screen.Text(ListScreenTexts.Of("Edition", edition.New, edition.Changed, edition.Unchanged, edition.Gone, edition.Split, edition.Cancelled, edition.References));
            var changes = edition.Changes.Where(change => change.Kind is not "new").ToArray();
            var table = Table("Change", "Number", "Title", "Fields");
            foreach (var change in changes.Take(MostRows))
            {
                Add(table, ListScreenTexts.Of($"Change.{change.Kind}"), change.Number, Short(change.Title, 50), string.Join('\n', change.Numbers.Select(number => $"→ {number}").Concat(change.Fields.Select(field => $"{field.Field}: {Short(field.Before, 30)} → {Short(field.After, 30)}"))));
            }

            screen.ShowTable(table, changes.Length - MostRows);
        }

        private void ShowStale(ListReport list)
        {
            var table = Table("Stale", "Value", "Reason");
            foreach (var stale in list.StaleAnswers)
            {
                Add(table, $"{stale.Part}: {stale.Written}", stale.Value, stale.Text);
            }

            screen.ShowTable(table, 0);
        }

        private void ShowProblems(ImportReport report)
        {
            var table = Table("Problem", "Row", "Reason");
            foreach (var problem in report.Problems.Take(MostRows))
            {
                Add(table, problem.Severity, string.Join(' ', new[] { problem.Part, problem.Row is { } row ? Number(row) : null, problem.Column }.OfType<string>()), problem.Reason);
            }

            screen.ShowTable(table, report.Problems.Count - MostRows + report.FurtherProblems);
            screen.Text(ListScreenTexts.Of(report.DryRun ? "DryRun" : report.Applied ? "Applied" : "Refused"));
        }

        private void ShowTable(Table table, int further)
        {
            if (table.Rows.Count > 0)
            {
                screen.Table(table);
            }

            if (further > 0)
            {
                screen.Text(ListScreenTexts.Of("Further", further));
            }
        }
    }

    private static IEnumerable<string> Notes(ListSheet sheet)
    {
        yield return sheet.Name is { } name ? ListScreenTexts.Of("Sheet", name) : ListScreenTexts.Of("Columns");
        foreach (var note in (string?[])[sheet.Text, Counted("HiddenRows", sheet.HiddenRows), Counted("Formulas", sheet.Formulas), Counted("Merged", sheet.MergedCells)])
        {
            if (note is not null)
            {
                yield return note;
            }
        }
    }

    private static string? Counted(string name, int count) => count == 0 ? null : ListScreenTexts.Of(name, count);

    private static Table Table(params string[] headings) =>
        new Table().Border(TableBorder.Rounded).AddColumns([.. headings.Select(heading => ListScreenTexts.Of($"Head.{heading}"))]);

    private static void Add(Table table, params string?[] cells) => table.AddRow(cells.Select(cell => new Text(cell ?? "")));

    private static string Place(string? sheet, int row) => sheet is null ? Number(row) : $"{sheet} {Number(row)}";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Short(string? text, int length) => text is null ? "" : text.Length > length ? $"{text.AsSpan(0, length - 1)}…" : text;
}
