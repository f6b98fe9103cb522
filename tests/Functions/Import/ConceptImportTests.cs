using System.Globalization;
using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Import;

namespace Insek.Office.Functions.Tests.Import;

public sealed class ConceptImportTests
{
    [Fact]
    public void A_file_of_another_concept_is_refused() =>
        Assert.Equal(new ConceptIdMismatch("probe", new ConceptId("anderes")), ImportPlanner.Plan(Samples.Request(null, "anderes"), Samples.Document).Refusal);

    [Fact]
    public void An_atomic_import_with_one_error_writes_nothing()
    {
        var plan = Samples.Plan(null, Samples.With(Samples.Measure("m-1"), Samples.Measure("m-2", title: " ")));

        Assert.True(plan.IsRefused);
        Assert.True(plan.IsEmpty);
        Assert.False(plan.Report.Applied);
        Assert.Equal(1, plan.Report.Rejected);
    }

    [Fact]
    public void A_partial_import_takes_the_good_rows()
    {
        var plan = Samples.Plan(null, Samples.With(Samples.Measure("m-1"), Samples.Measure("m-2", title: " ")), ImportMode.Partial);

        Assert.True(plan.Report.Applied);
        Assert.Equal(["m-1"], plan.Measures.Select(measure => measure.Item.Id.Value));
        Assert.Equal(("measures", 2, "title", "required"), Place(Assert.Single(plan.Report.Problems, problem => problem.Severity == "error")));
    }

    [Fact]
    public void A_dry_run_plans_the_same_and_applies_nothing()
    {
        Assert.True(ImportPlanner.Plan(Samples.Request(null, dryRun: true), Samples.Document).TryGet(out var plan, out _));

        Assert.Equal((false, true, 2), (plan.Report.Applied, plan.Report.DryRun, plan.Report.Created.Goals));
    }

    [Fact]
    public void What_is_not_in_the_file_stays_as_it_is()
    {
        var present = Samples.After(null, Samples.With(Samples.Measure("m-1"), Samples.Measure("m-2", "Zweite")));
        var plan = Samples.Plan(present, Samples.Document with { Areas = [], Sectors = [], Goals = [], Measures = [Samples.Measure("m-2", "Neu")] });

        Assert.Equal((0, 1), (plan.Report.Created.Measures, plan.Report.Updated.Measures));
        Assert.Equal(["m-1", "m-2"], Samples.Apply(present, plan).Measures.Select(measure => measure.Id.Value));
    }

    [Theory]
    [MemberData(nameof(BadMeasures))]
    public void Everything_wrong_with_a_measure_is_named(MeasureDocument measure, string column, string code)
    {
        var problem = Assert.Single(Samples.Plan(null, Samples.With(measure)).Report.Problems, problem => problem.Severity == "error");

        Assert.Equal(("measures", 1, column, code), Place(problem));
        Assert.NotEmpty(problem.Reason);
        Assert.True(problem.Value is null or { Length: <= 200 });
    }

    public static TheoryData<MeasureDocument, string, string> BadMeasures => new()
    {
        { Samples.Measure("a/b"), "id", "invalid-id" },
        { Samples.Measure("a\\b"), "id", "invalid-id" },
        { Samples.Measure("a#b"), "id", "invalid-id" },
        { Samples.Measure("a?b"), "id", "invalid-id" },
        { Samples.Measure(title: new string('x', 100_000)), "title", "too-long" },
        { Samples.Measure(title: "a\u0001b"), "title", "control-character" },
        { Samples.Measure(title: "a\uD800"), "title", "not-unicode" },
        { Samples.Measure() with { ExternalId = new string('1', 201) }, "externalId", "too-long" },
        { Samples.Measure() with { Sector = null, Goal = null }, "sector", "required" },
        { Samples.Measure() with { Sector = "mond", Goal = null }, "sector", "unknown-sector" },
        { Samples.Measure() with { Sector = "a/b", Goal = null }, "sector", "unknown-sector" },
        { Samples.Measure() with { Goal = "verkehr-9" }, "goal", "unknown-goal" },
        { Samples.Measure() with { Goal = "bildung-1" }, "goal", "goal-of-other-sector" },
        { Samples.Measure() with { Areas = ["Nord"] }, "areas", "unknown-area" },
        { Samples.Measure() with { Areas = [null!] }, "areas", "unknown-area" },
        { Samples.Measure() with { Kind = "areaSpecific" }, "areas", "area-required" },
        { Samples.Measure() with { Kind = "besonders" }, "kind", "invalid-value" },
        { Samples.Measure() with { State = "7" }, "state", "invalid-value" },
        { Samples.Measure() with { Principles = ["sdg:18"] }, "principles", "unknown-principle" },
        { Samples.Measure() with { Progress = 101 }, "progress", "out-of-range" },
        { Samples.Measure() with { CostEuro = -1 }, "costEuro", "out-of-range" },
    };

    [Fact]
    public void A_goal_and_a_measure_cannot_share_an_id()
    {
        var plan = Samples.Plan(Samples.Concept, Samples.With(Samples.Measure("verkehr-1")) with { Goals = [] });
        var both = Samples.Plan(null, Samples.With(Samples.Measure("bildung-1")), ImportMode.Partial);

        Assert.Contains(plan.Report.Problems, problem => problem is { Part: "measures", Code: "id-of-other-kind", Value: "verkehr-1" });
        Assert.Equal(["goals", "measures"], both.Report.Problems.Where(problem => problem.Code == "id-of-other-kind").Select(problem => problem.Part));
    }

    [Fact]
    public void Rows_with_one_id_are_all_rejected_and_name_each_other()
    {
        var plan = Samples.Plan(null, Samples.With(Samples.Measure("m-1"), Samples.Measure("m-2"), Samples.Measure("m-1", "Andere")), ImportMode.Partial);

        var duplicates = plan.Report.Problems.Where(problem => problem.Code == "duplicate-id").ToArray();
        Assert.Equal([1, 3], duplicates.Select(problem => problem.Row!.Value));
        Assert.Contains("3", duplicates[0].Reason, StringComparison.Ordinal);
        Assert.Equal(["m-2"], plan.Measures.Select(measure => measure.Item.Id.Value));
    }

    [Fact]
    public void A_measure_of_a_rejected_goal_is_rejected_and_says_so()
    {
        var document = Samples.With(Samples.Measure()) with { Goals = [Samples.Document.Goals[0] with { Title = "" }, Samples.Document.Goals[1]] };

        var errors = Samples.Plan(null, document, ImportMode.Partial).Report.Problems.Where(problem => problem.Severity == "error");

        Assert.Equal(["required", "rejected-goal"], errors.Select(problem => problem.Code));
    }

    [Fact]
    public void Without_a_head_a_new_concept_takes_nothing_even_in_part()
    {
        var plan = Samples.Plan(null, Samples.Document with { Concept = new ConceptHead { Id = "probe", Title = "INSEK" } }, ImportMode.Partial);

        Assert.True(plan.IsRefused);
        Assert.True(plan.IsEmpty);
        Assert.Contains(plan.Report.Problems, problem => problem is { Part: "concept", Row: null, Column: "town", Code: "required" });
    }

    [Fact]
    public void Null_where_a_row_should_be_is_an_error_of_that_row()
    {
        var plan = Samples.Plan(null, Samples.Document with { Areas = [null!], Goals = [null!], Measures = [null!] }, ImportMode.Partial);

        Assert.Equal(["areas", "goals", "measures"], plan.Report.Problems.Where(problem => problem.Severity == "error").Select(problem => problem.Part!).Distinct());
    }

    [Fact]
    public void Two_events_with_one_id_are_an_error_of_the_head()
    {
        var twice = new EventDocument("sitzung", new DateOnly(2024, 3, 20), "Sitzung", null, null);
        var document = Samples.Document with { Concept = Samples.Document.Concept with { Events = [twice, twice] } };

        Assert.Contains(Samples.Plan(null, document).Report.Problems, problem => problem is { Part: "concept", Column: "events.id", Code: "duplicate-key", Value: "sitzung" });
    }

    [Fact]
    public void Chapters_nested_too_deep_are_refused_without_following_them_down()
    {
        var chapter = new ChapterDocument { Key = "unten" };
        for (var i = 0; i < Chapter.MaxDepth; i++)
        {
            chapter = new ChapterDocument { Key = "k", Chapters = [chapter] };
        }

        var document = Samples.Document with { Concept = Samples.Document.Concept with { Chapters = [chapter] } };

        Assert.Contains(Samples.Plan(null, document).Report.Problems, problem => problem.Code == "too-deep");
        Assert.False(Samples.Plan(null, document with { Concept = document.Concept with { Chapters = chapter.Chapters } }).IsRefused);
    }

    [Theory]
    [InlineData("de-DE", "Hier muss etwas stehen.")]
    [InlineData("en-GB", "Something must stand here.")]
    [InlineData("fr-FR", "Hier muss etwas stehen.")]
    public void Reasons_are_German_or_English(string culture, string reason)
    {
        var report = Samples.Plan(null, Samples.With(Samples.Measure(title: "")), culture: CultureInfo.GetCultureInfo(culture)).Report;

        Assert.Contains(report.Problems, problem => problem.Reason == reason);
    }

    [Fact]
    public void A_flood_of_problems_is_cut_and_counted()
    {
        var report = Samples.Plan(null, Samples.With([.. Enumerable.Range(1, 1_500).Select(i => Samples.Measure($"m-{i}", ""))])).Report;

        Assert.Equal(1_000, report.Problems.Count);
        Assert.True(report.FurtherProblems >= 500);
        Assert.Equal(1_500, report.Rejected);
    }

    [Fact]
    public void Areas_keep_their_places_when_only_some_are_imported_and_move_when_the_file_turns_them_round()
    {
        var part = Samples.Plan(Samples.Concept, Samples.Document with { Areas = [Samples.Document.Areas[1]] });
        var turned = Samples.Plan(Samples.Concept, Samples.Document with { Areas = [.. Samples.Document.Areas.Reverse()] });

        Assert.Empty(part.Areas);
        Assert.Equal(["PG-II", "PG-I"], Samples.Apply(Samples.Concept, turned).Areas.Select(area => area.Id.Value));
    }

    private static (string? Part, int? Row, string? Column, string Code) Place(ImportProblem problem) => (problem.Part, problem.Row, problem.Column, problem.Code);
}
