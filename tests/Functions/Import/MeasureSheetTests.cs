using Insek.Office.Domain;
using Insek.Office.Functions.Import;
using Insek.Office.Functions.Sheets;
using Insek.Office.Functions.Storage;
using static Insek.Office.Functions.Tests.Sheets.Workbooks;

namespace Insek.Office.Functions.Tests.Import;

public sealed class MeasureSheetTests
{
    [Theory]
    [InlineData("Maßnahmen-ID;Fachkonzept;Maßnahme")]
    [InlineData("id,sector,title")]
    [InlineData(" MASSNAHMEN-ID ; fach konzept;TITLE")]
    public void Headings_are_understood_in_either_language_whatever_their_case_and_blanks(string headings)
    {
        var separator = headings.Contains(';', StringComparison.Ordinal) ? ';' : ',';
        var csv = $"{headings.Replace("MASSNAHMEN-ID", "maßnahmen-id", StringComparison.Ordinal)}\nm-1{separator}verkehr{separator}Radweg\n";

        Assert.Equal("m-1", Assert.Single(Samples.Plan(Samples.Concept, csv).Measures).Item.Id.Value);
    }

    [Theory]
    [InlineData("Beschreibung;Fachkonzept", "Maßnahme")]
    [InlineData("title;owner", "Fachkonzept")]
    public void A_missing_column_refuses_the_file_and_is_named(string headings, string missing) =>
        Assert.Equal(new MissingColumn([missing]), Samples.ReadCsv($"{headings}\na;b\n").Refusal);

    [Fact]
    public void Two_columns_of_one_meaning_refuse_the_file() =>
        Assert.Equal(new DuplicateColumn("Maßnahme"), Samples.ReadCsv("id;title;Maßnahme\n1;a;b\n").Refusal);

    [Fact]
    public void A_quote_left_open_far_down_refuses_the_whole_file_and_names_the_line()
    {
        var lines = Enumerable.Range(1, 2_000).Select(i => $"m-{i};verkehr;{(i == 1_000 ? "\"" : "")}Radweg {i}\n");

        Assert.Equal(new UnreadableFile(1_001), Samples.ReadCsv($"id;sector;title\n{string.Concat(lines)}").Refusal);
    }

    [Fact]
    public void An_unknown_column_is_a_warning()
    {
        var plan = Samples.Plan(Samples.Concept, "id;sector;title;Laune\nm-1;verkehr;Radweg;gut\n");

        Assert.False(plan.IsRefused);
        Assert.Contains(plan.Report.Problems, problem => problem is { Severity: "warning", Code: "unknown-column", Column: "Laune" });
    }

    [Fact]
    public void Columns_the_file_does_not_have_keep_what_is_there_and_empty_cells_clear_it()
    {
        var present = Samples.After(null, Samples.With(Samples.Measure("m-1") with { Owner = "Bauamt", Funding = "Bund", State = "inProgress" }));

        var measure = Assert.Single(Samples.Plan(present, "id;progress;Förderung\nm-1;40;\n").Measures).Item;

        Assert.Equal((40, "Bauamt", null, "Radweg Elbstraße", ItemState.Draft), (measure.Tracking.Progress, measure.Content.Owner, measure.Content.Funding, measure.Content.Title, measure.State));
        Assert.Equal(ItemState.InProgress, Assert.Single(Samples.Plan(present, "id;progress\nm-1;40\n").Measures).Item.State);
    }

    [Theory]
    [InlineData("Kosten (Euro)", "1.250", "invalid-number")]
    [InlineData("Fortschritt (%)", "halb", "invalid-number")]
    [InlineData("Frist", "III/2026", "invalid-date")]
    [InlineData("Priorität", "A++", "invalid-value")]
    [InlineData("Schlüsselmaßnahme", "vielleicht", "invalid-value")]
    [InlineData("Plangebiete", "PG-I | Nord", "unknown-area")]
    [InlineData("Ziel", "bildung-1", "goal-of-other-sector")]
    public void A_bad_cell_is_reported_with_row_heading_and_value(string heading, string cell, string code)
    {
        var problem = Assert.Single(Samples.Plan(Samples.Concept, $"id;sector;title;{heading}\nm-1;verkehr;\"zwei\nZeilen\";\nm-2;verkehr;Radweg;{cell}\n").Report.Problems, problem => problem.Severity == "error");

        Assert.Equal(("measures", 4, heading, code), (problem.Part, problem.Row!.Value, problem.Column, problem.Code));
        Assert.Contains(problem.Value!, cell, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plangebietsspezifisch;gering;Daueraufgabe;ja;zurückgestellt")]
    [InlineData("areaSpecific;low;continuous;true;deferred")]
    public void Values_are_understood_by_their_German_label_or_their_name(string cells)
    {
        var csv = $"id;sector;title;areas;kind;priority;horizon;isKeyMeasure;state\nm-1;verkehr;Radweg;PG-I|PG-II;{cells}\n";

        var measure = Assert.Single(Samples.Plan(Samples.Concept, csv).Measures).Item;

        Assert.Equal((MeasureKind.AreaSpecific, Priority.Low, Horizon.Continuous, true, ItemState.Deferred, 2),
            (measure.Content.Kind, measure.Content.Priority!.Value, measure.Content.Horizon!.Value, measure.Content.IsKeyMeasure, measure.State, measure.Content.Areas.Count));
    }

    [Fact]
    public void Measures_for_a_concept_that_does_not_exist_are_refused() =>
        Assert.Equal(new UnknownConcept("probe"), ImportPlanner.Plan(Samples.Request(null), Samples.Csv("id;sector;title\n1;verkehr;a\n")).Refusal);

    [Fact]
    public void A_workbook_is_read_by_the_same_columns_and_its_other_sheets_are_named()
    {
        using var workbook = Of(
            ("Deckblatt", [Texts("INSEK")]),
            ("Maßnahmen", [Texts("id", "sector", "title", "Kosten (Euro)", "Frist"), [Text("m-1"), Text("verkehr"), Text("Radweg"), Number("1250.125"), Date(new DateOnly(2026, 3, 1))]]));
        Assert.True(Samples.Read(XlsxSheet.Open(workbook, MeasureSheet.HasOurHeadings, TestContext.Current.CancellationToken)).TryGet(out var sheet, out _));

        Assert.True(ImportPlanner.Plan(Samples.Request(Samples.Concept), sheet).TryGet(out var plan, out _));

        var content = Assert.Single(plan.Measures).Item.Content;
        Assert.Equal((1250.125m, new DateOnly(2026, 3, 1)), (content.CostEuro!.Value, content.Due!.Value));
        Assert.Contains(plan.Report.Problems, problem => problem is { Severity: "info", Code: "other-sheet", Value: "Deckblatt" });
    }
}
