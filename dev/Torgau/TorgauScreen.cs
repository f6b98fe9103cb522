using System.Globalization;
using Insek.Office.Contracts;
using Insek.Office.Dev.Terminal;
using Spectre.Console;

namespace Insek.Office.Dev.Torgau;

/// <summary>Import findings and tables in a terminal.</summary>
internal static class TorgauScreen
{
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");

    extension(Screen screen)
    {
        /// <summary>Findings grouped by severity and code, with the German text of the API.</summary>
        public void Show(string title, ImportReport report)
        {
            screen.Heading(title);
            var table = new Table().Border(TableBorder.Rounded).AddColumns("Severity", "Code", "Where", "Finding");
            foreach (var group in report.Problems.GroupBy(problem => (problem.Severity, problem.Code)).OrderBy(group => Rank(group.Key.Severity)))
            {
                foreach (var (index, problem) in group.Index())
                {
                    table.AddRow(
                        new Text(index == 0 ? problem.Severity : string.Empty, new Style(Colour(problem.Severity))),
                        new Text(index == 0 ? $"{problem.Code} ({group.Count()})" : string.Empty),
                        new Text(Where(problem)),
                        new Text(problem.Reason));
                }
            }

            if (table.Rows.Count > 0)
            {
                screen.Table(table);
            }

            screen.Text(report.Summary);
            screen.Text();
        }

        public void Show(ConceptTable shown)
        {
            screen.Heading(shown.AsOf is { } asOf ? $"{shown.Title} (Stand: {asOf.ToLocalTime().ToString("d", German)})" : shown.Title);
            var table = new Table().Border(TableBorder.Rounded);
            foreach (var column in shown.Columns)
            {
                table.AddColumn(new TableColumn(new Text(column.Heading)) { Alignment = column.Numeric ? Justify.Right : Justify.Left });
            }

            foreach (var row in shown.Rows)
            {
                var style = row.IsTotal ? new Style(decoration: Decoration.Bold) : Style.Plain;
                table.AddRow(row.Cells.Select(cell => new Text(cell.Text, style)));
            }

            screen.Table(table);
            screen.Text();
        }
    }

    private static string Where(ImportProblem problem)
    {
        var place = string.Join(' ', new[] { problem.Part, problem.Row?.ToString(CultureInfo.InvariantCulture), problem.Column }.Where(part => part is not null));
        return problem.Value is null ? place : $"{place}: {problem.Value}";
    }

    private static int Rank(string severity) => severity switch
    {
        "error" => 0,
        "warning" => 1,
        _ => 2,
    };

    private static Color Colour(string severity) => severity switch
    {
        "error" => Color.Red,
        "warning" => Color.Yellow,
        _ => Color.Blue,
    };
}
