using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Insek.Office.Domain;
using static Insek.Office.Functions.Tests.Sheets.Workbooks;

namespace Insek.Office.Functions.Tests.Import.Lists;

/// <summary>What workbooks hold beside texts: several sheets, merged and hidden cells, formulas, days and numbers.</summary>
public sealed class ListWorkbookTests
{
    [Fact]
    public void A_sheet_for_each_Handlungsfeld_says_so_by_its_name_and_others_are_named()
    {
        using var workbook = Of(
            ("Deckblatt", [Texts("INSEK Probstadt")]),
            ("Verkehr", [Texts("Nr.", "Maßnahme"), Texts("1", "Radweg")]),
            ("2. Bildung", [Texts("Nr.", "Maßnahme"), Texts("1", "Schule")]),
            ("Leer", []));

        var plan = Given.Plan(Samples.Concept, workbook.ToArray());

        Assert.Equal([("verkehr", "Radweg"), ("bildung", "Schule")], plan.Measures.Select(measure => (measure.Item.Content.Sector.Value, measure.Item.Content.Title)));
        Assert.Equal([(false, "no-header"), (true, null), (true, null), (false, "empty")], plan.Report.List!.Sheets.Select(sheet => (sheet.IsRead, sheet.Reason)));
        Assert.Equal("2. Bildung", plan.Measures[1].Item.Origin!.Sheet);
        Assert.Equal(5, plan.Report.List.Spans.Sum(span => span.Count));
    }

    [Fact]
    public void Formulas_merged_and_hidden_cells_are_read_and_noted()
    {
        using var workbook = Of(("Liste", [
            Texts("Nr.", "Maßnahme", "Handlungsfeld", "Kosten in EUR"),
            [Text("1"), Text("Radweg"), Text("Verkehr"), Formula("SUM(A1:A2)", "1.500 €")],
            [Text("2"), Text("Brücke"), null, Number("2000")],
            [Text("3"), Text("Platz"), null, null],
        ]));
        Change(workbook, sheet =>
        {
            sheet.Append(new MergeCells(new MergeCell { Reference = "C2:C4" }));
            sheet.Descendants<Row>().Last().Hidden = true;
            sheet.InsertAt(new Columns(new Column { Min = 4, Max = 4, Hidden = true, Width = 10 }), 0);
        });

        var report = Given.Plan(Samples.Concept, workbook.ToArray()).Report.List!;

        Assert.Equal((1, 1, 1), (report.Sheets[0].Formulas, report.Sheets[0].MergedCells, report.Sheets[0].HiddenRows));
        Assert.True(report.Sheets[0].Columns[3].IsHidden && report.Row(4).IsHidden);
        Assert.True(report.Row(2).Readings[3].IsFormula);
        Assert.Equal("1.500 €", report.Value(2, "cost"));
        Assert.Equal(["verkehr", "verkehr", "verkehr"], new[] { 2, 3, 4 }.Select(row => report.Value(row, "sector")));
    }

    [Fact]
    public void A_row_merged_over_the_table_carries_the_Handlungsfeld()
    {
        using var workbook = Of(("Liste", [Texts("Nr.", "Maßnahme", "Kosten", "Frist"), [null, Text("Bildung")], Texts("1", "Schule", "1.000 €", "31.12.2027")]));
        Change(workbook, sheet => sheet.Append(new MergeCells(new MergeCell { Reference = "B2:D2" })));

        var plan = Given.Plan(Samples.Concept, workbook.ToArray());

        Assert.Equal("heading group measure", plan.Report.List!.Kinds());
        Assert.Equal("bildung", plan.Measures[0].Item.Content.Sector.Value);
    }

    [Fact]
    public void Numbers_that_Excel_made_dates_of_are_asked_with_what_they_may_have_been()
    {
        using var workbook = Of(("Verkehr", [Texts("Nr.", "Maßnahme"), [Date(new DateOnly(2026, 12, 3)), Text("Radweg")], [Text("3.13"), Text("Brücke")]]));

        var asked = Given.Plan(Samples.Concept, workbook.ToArray());
        var question = Assert.Single(asked.Report.List!.Questions);
        var answered = Given.Plan(Samples.Concept, workbook.ToArray(), asked.Report.List.Answer(("value:number", "3.12")));

        Assert.Equal(("number-became-date", false), (question.Reason, question.Blocks));
        Assert.Contains("3.12", question.Choices.Select(choice => choice.Value));
        Assert.Equal([null, "3.13"], asked.Measures.Select(measure => measure.Item.ExternalId));
        Assert.Equal(["3.12", "3.13"], answered.Measures.Select(measure => measure.Item.ExternalId));
    }

    [Theory]
    [InlineData(false, "2024-03-01")]
    [InlineData(true, "2028-03-02")]
    public void Days_are_counted_as_the_workbook_says(bool since1904, string expected)
    {
        using var workbook = Of(("Verkehr", [Texts("Nr.", "Maßnahme", "Frist"), [Text("1"), Text("Radweg"), Date(new DateOnly(2024, 3, 1))], [Text("2"), Text("Brücke"), Number("45352")]]));
        using (var document = SpreadsheetDocument.Open(workbook, true))
        {
            document.WorkbookPart!.Workbook!.WorkbookProperties = new WorkbookProperties { Date1904 = since1904 };
        }

        var plan = Given.Plan(Samples.Concept, workbook.ToArray());

        Assert.Equal([expected, expected], plan.Measures.Select(measure => measure.Item.Content.Due?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Two_lines_of_headings_and_a_line_of_units_are_one_heading()
    {
        using var workbook = Of(("Verkehr", [
            Texts("Maßnahmenkatalog"),
            [Text("Nr."), Text("Maßnahme"), Text("Kosten"), null, Text("Zuständigkeit")],
            [null, null, Text("gesamt"), Text("Eigenanteil")],
            [null, null, Text("in Tsd. €"), Text("in Tsd. €")],
            [Text("1"), Text("Radweg"), Number("250"), Number("50"), Text("Bauamt")],
        ]));
        Change(workbook, sheet => sheet.Append(new MergeCells(new MergeCell { Reference = "C2:D2" }, new MergeCell { Reference = "A2:A3" })));

        var plan = Given.Plan(Samples.Concept, workbook.ToArray());

        Assert.Equal("title heading heading unit measure", plan.Report.List!.Kinds());
        Assert.Equal(["Nr.", "Maßnahme", "Kosten gesamt", "Kosten Eigenanteil", "Zuständigkeit"], plan.Report.List!.Sheets[0].Columns.Select(column => column.Heading));
        Assert.Equal((250_000m, "Bauamt"), (plan.Measures[0].Item.Content.CostEuro, plan.Measures[0].Item.Content.Owner));
        Assert.Equal(new OriginCell("Kosten Eigenanteil", "50"), Assert.Single(plan.Measures[0].Item.Origin!.Cells));
    }

    private static void Change(MemoryStream workbook, Action<Worksheet> change)
    {
        using var document = SpreadsheetDocument.Open(workbook, true);
        change(document.WorkbookPart!.WorksheetParts.First().Worksheet!);
    }
}
