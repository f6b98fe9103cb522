using System.Globalization;
using System.Text;
using System.Text.Json;
using Insek.Office.Contracts;
using Insek.Office.Domain;

namespace Insek.Office.Functions.Tests.Import.Lists;

/// <summary>Questions, answers, and the mapping file that keeps them.</summary>
public sealed class ListMappingTests
{
    private const string Csv = """
        Nr.;Maßnahme;Handlungsfeld;Priorität;Zuständigkeit;Kosten;Ortsteil;Notiz
        1;Radweg;Mobilität;1;Bauamt / Ordnungsamt;1250;Altstadt;a
        2;Schule;Bildung;2;Bauamt;A-Stadt;Ost;b
        3;Platz;Mobilität;3;Bauamt;90000;Westend;c
        """;

    [Fact]
    public void What_the_list_does_not_say_is_asked_once_and_the_answers_are_kept_in_the_mapping()
    {
        var asked = Given.List(Samples.Concept, Csv);
        var plan = Given.Plan(Samples.Concept, Csv, asked.Answer(("sector:Mobilität", "verkehr"), ("priority-order", "oneIsHigh"), ("first-owner", "yes"), ("cost-unit", "thousand"), ("value:areas:Westend", "PG-I"), ("value:cost:A-Stadt", "")));
        var measures = plan.Measures.ToDictionary(measure => measure.Item.ExternalId!, measure => measure.Item);

        Assert.Equal(["cost-unit", "first-owner", "priority-order", "sector", "value", "value"], asked.Questions.Select(question => question.Kind).Order());
        Assert.False(plan.IsRefused);
        Assert.Equal(("verkehr", Priority.High, 1_250_000m), (measures["1"].Content.Sector.Value, measures["1"].Content.Priority, measures["1"].Content.CostEuro));
        Assert.Equal(("Bauamt", "Ordnungsamt"), (measures["1"].Content.Owner, Assert.Single(measures["1"].Content.Partners)));
        Assert.Equal((Priority.Low, "PG-I", MeasureKind.AreaSpecific), (measures["3"].Content.Priority, Assert.Single(measures["3"].Content.Areas).Value, measures["3"].Content.Kind));
        Assert.Contains(new OriginCell("Ortsteil", "Westend"), measures["3"].Origin!.Cells);
        Assert.Contains(new OriginCell("Kosten", "A-Stadt"), measures["2"].Origin!.Cells);
        Assert.Null(measures["2"].Content.CostEuro);
        Assert.Empty(plan.Report.List!.Mapping.Answers);
        Assert.Empty(plan.Report.List.Questions);
        Assert.Empty(plan.Report.List.StaleAnswers);
    }

    [Fact]
    public void The_same_list_with_the_kept_mapping_is_read_alike_and_so_is_the_next_edition()
    {
        var asked = Given.List(Samples.Concept, Csv);
        var first = Given.Plan(Samples.Concept, Csv, asked.Answer(("sector:Mobilität", "verkehr"), ("priority-order", "oneIsLow"), ("first-owner", "no")));
        var again = Given.Plan(Samples.Concept, Csv, first.Report.List!.Mapping);
        var next = Given.Plan(Samples.Apply(Samples.Concept, first), $"{Csv}\n4;Brücke;Mobilität;1;Bauamt / Ordnungsamt;;;", first.Report.List.Mapping);

        Assert.Equal(first.Measures.Select(measure => measure.Item), again.Measures.Select(measure => measure.Item));
        Assert.Equal(first.Report.List.Mapping.Columns, again.Report.List!.Mapping.Columns);
        Assert.Equal("Brücke", Assert.Single(next.Measures).Item.Content.Title);
        Assert.Equal((Priority.Low, "Bauamt / Ordnungsamt"), (next.Measures[0].Item.Content.Priority, next.Measures[0].Item.Content.Owner));
    }

    [Fact]
    public void Answers_that_fit_nothing_are_listed_and_not_applied()
    {
        var mapping = new ListMapping
        {
            Version = 1,
            Columns = [new MappedColumn { Heading = "Farbe", Field = "title" }, new MappedColumn { Heading = "Notiz", Field = "laune" }],
            Sectors = [new MappedSector { Text = "Wasser", Sector = "verkehr" }, new MappedSector { Text = "Mobilität", Sector = "nirgends" }],
            Sheets = [new MappedSheet { Name = "Tabelle9", Skip = true }],
            Values = [new MappedValue { Field = "priority", Written = "1", Value = "lila" }, new MappedValue { Field = "priority", Written = "17", Value = "high" }],
            Rows = [new MappedRow { Key = "9 | Weg", Decision = "skip" }],
            Answers = [new ListAnswer { Question = "wetter", Value = "schön" }],
        };

        var report = Given.List(Samples.Concept, Csv, mapping);

        Assert.Equal(
            ["answers: wetter", "columns: Farbe", "columns: Notiz", "rows: 9 | Weg", "sectors: Mobilität", "sectors: Wasser", "sheets: Tabelle9", "values: 1", "values: 17"],
            report.StaleAnswers.Select(stale => $"{stale.Part}: {stale.Written}").Order(StringComparer.Ordinal));
        Assert.Equal("title", report.Sheets[0].Columns[1].Field);
        Assert.Contains(report.Questions, question => question.Id == "sector:Mobilität");
    }

    [Fact]
    public void A_mapping_overrides_what_was_recognised()
    {
        var mapping = new ListMapping { Version = 1, Columns = [new MappedColumn { Heading = "Notiz", Field = "title" }, new MappedColumn { Heading = "MASSNAHME *", Field = "description" }, new MappedColumn { Heading = "Priorität" }], Sector = "verkehr" };

        var report = Given.List(Samples.Concept, Csv, mapping);

        Assert.Equal(["a", "b", "c"], report.Rows.Where(row => row.Kind == "measure").Select(row => row.Title));
        Assert.Equal(("mapped", "description"), (report.Sheets[0].Columns[1].Certainty, report.Sheets[0].Columns[1].Field));
        Assert.Equal(("mapped", null), (report.Sheets[0].Columns[3].Certainty, report.Sheets[0].Columns[3].Field));
    }

    [Fact]
    public void A_Handlungsfeld_that_the_concept_does_not_have_can_be_recorded_with_the_list()
    {
        var asked = Given.List(Samples.Concept, Csv);
        var create = asked.Questions.Single(question => question.Id == "sector:Mobilität").Choices.Single(choice => choice.Value.StartsWith('+')).Value;

        var plan = Given.Plan(Samples.Concept, Csv, asked.Answer(("sector:Mobilität", create)));

        Assert.Equal(("mobilitaet", "Mobilität", 3), (Assert.Single(plan.Sectors).Key.Value, plan.Sectors[0].Name, plan.Sectors[0].Order));
        Assert.Equal(1, plan.Report.Created.Sectors);
        Assert.Equal("mobilitaet", plan.Measures[0].Item.Content.Sector.Value);
    }

    [Fact]
    public void Open_questions_about_rows_keep_everything_out_unless_the_rest_is_wanted()
    {
        const string csv = "Nr.;Maßnahme;Handlungsfeld\n1;Radweg;Verkehr\n;Nur ein Satz;\n17;;\n2;Brücke;Verkehr\n";

        var atomic = Given.Plan(Samples.Concept, csv);
        var partial = Given.Plan(Samples.Concept, csv, mode: Functions.Import.ImportMode.Partial);
        var decided = Given.Plan(Samples.Concept, csv, atomic.Report.List!.Answer(("row:Nur ein Satz", "skip"), ("row:17", "skip")));

        Assert.True(atomic.IsRefused && atomic.HasOpenQuestions);
        Assert.Equal("heading measure unclear unclear measure", atomic.Report.List!.Kinds());
        Assert.Equal(["Radweg", "Brücke"], partial.Measures.Select(measure => measure.Item.Content.Title));
        Assert.False(decided.IsRefused);
        Assert.Equal("heading measure skipped skipped measure", decided.Report.List!.Kinds());
    }

    [Fact]
    public void Two_columns_for_one_field_are_asked_and_neither_is_taken_until_somebody_says_which()
    {
        const string csv = "Nr.;Maßnahme;Handlungsfeld;Zuständigkeit;Verantwortung\n1;Radweg;Verkehr;Bauamt;Frau Kern\n";

        var asked = Given.List(Samples.Concept, csv);
        var question = Assert.Single(asked.Questions, question => question.Kind == "column");
        var plan = Given.Plan(Samples.Concept, csv, asked.Answer(("column:owner", question.Choices[1].Value)));

        Assert.Equal([null, null], asked.Sheets[0].Columns.Skip(3).Select(column => column.Field));
        Assert.Equal("Frau Kern", plan.Measures[0].Item.Content.Owner);
        Assert.Equal(new OriginCell("Zuständigkeit", "Bauamt"), Assert.Single(plan.Measures[0].Item.Origin!.Cells));
    }

    [Fact]
    public void A_list_is_read_alike_every_time_though_its_rows_are_read_side_by_side()
    {
        string[] fields = ["Digitale Stadt", "Sport", "Kultur", "Feuerwehr", "Verkehr"];
        var csv = new StringBuilder("Nr.;Maßnahme;Handlungsfeld;Priorität;Kosten;Ortsteil\n");
        for (var i = 0; i < 4_000; i++)
        {
            csv.Append(CultureInfo.InvariantCulture, $"{i};Maßnahme der Nummer {i};{fields[i * 7 % fields.Length]};{i % 5 + 1};{i % 90 * 1_000} €;Ortsteil {i % 40}\n");
        }

        var mapping = new ListMapping
        {
            Version = ListMapping.CurrentVersion,
            PriorityOrder = "oneIsHigh",
            Sectors = [.. fields.Take(4).Select((field, index) => new MappedSector { Text = field, Sector = $"neu-{index}", Create = true })],
        };

        string Read()
        {
            var plan = Given.Plan(Samples.Concept, csv.ToString(), mapping);
            return JsonSerializer.Serialize(new { plan.Report, plan.Sectors, Measures = plan.Measures.Select(measure => measure.Item.Content) });
        }

        var first = Read();
        Assert.Contains("neu-3", first, StringComparison.Ordinal);
        Assert.All(Enumerable.Range(0, 12), _ => Assert.Equal(first, Read()));
    }
}
