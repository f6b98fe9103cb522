using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Import;

namespace Insek.Office.Functions.Tests.Import;

public sealed class MeasureUpsertTests
{
    [Fact]
    public void A_measure_without_an_id_is_found_by_its_external_id()
    {
        var present = Samples.After(null, Samples.With(Samples.Measure("m-1") with { ExternalId = "B5+6" }));

        var plan = Samples.Plan(present, Samples.With(Samples.Measure(id: null, "Neuer Titel") with { ExternalId = "B5+6" }));

        Assert.Equal(("m-1", "Neuer Titel", "B5+6"), Assert.Single(plan.Measures) is { Item: var item } ? (item.Id.Value, item.Content.Title, item.ExternalId) : default);
    }

    [Fact]
    public void A_new_measure_gets_an_id_from_its_external_id_or_the_next_number_of_its_goal()
    {
        var present = Samples.After(null, Samples.With(Samples.Measure("verkehr-1-3"), Samples.Measure("B5-6", "Belegt")));
        var file = Samples.With(
            Samples.Measure(null, "Eins") with { ExternalId = "III.10 a" },
            Samples.Measure(null, "Zwei") with { ExternalId = "B5+6" },
            Samples.Measure(null, "Drei"),
            Samples.Measure(null, "Vier"),
            Samples.Measure(null, "Fünf") with { Goal = null },
            Samples.Measure(null, "Sechs") with { ExternalId = "§ +" });

        var ids = Samples.Plan(present, file).Measures.Select(measure => measure.Item.Id.Value).ToArray();

        Assert.Equal(["III.10-a", "B5-6-1", "verkehr-1-4", "verkehr-1-5", "verkehr-m-1", "verkehr-1-6"], ids);
        Assert.Equal(ids, Samples.Plan(present, file).Measures.Select(measure => measure.Item.Id.Value));
    }

    [Fact]
    public void A_new_measure_that_reads_like_a_present_one_is_taken_with_a_warning()
    {
        var present = Samples.After(null, Samples.With(Samples.Measure()));

        var plan = Samples.Plan(present, Samples.With(Samples.Measure(id: null)));

        Assert.Single(plan.Measures);
        Assert.Contains(plan.Report.Problems, problem => problem is { Severity: "warning", Code: "same-title" });
    }

    [Fact]
    public void An_external_id_belongs_to_one_measure()
    {
        var present = Samples.After(null, Samples.With(Samples.Measure("m-1") with { ExternalId = "24a" }));

        var plan = Samples.Plan(present, Samples.With(Samples.Measure("m-2", "Andere") with { ExternalId = "24a" }));

        Assert.Contains(plan.Report.Problems, problem => problem is { Code: "duplicate-external-id", Value: "24a" } && problem.Reason.Contains("m-1", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_rows_never_change_one_measure()
    {
        var present = Samples.After(null, Samples.With(Samples.Measure("m-1") with { ExternalId = "24a" }));

        var plan = Samples.Plan(present, Samples.With(Samples.Measure("m-1", "Eins"), Samples.Measure(null, "Zwei") with { ExternalId = "24a" }), ImportMode.Partial);

        Assert.Contains(plan.Report.Problems, problem => problem is { Code: "duplicate-id", Value: "m-1", Row: 2 });
        Assert.Equal("Eins", Assert.Single(plan.Measures).Item.Content.Title);
    }

    [Fact]
    public void A_changed_content_is_a_new_revision_by_the_importing_person_and_tracking_is_not()
    {
        var present = Samples.After(null, Samples.With(Samples.Measure("m-1"), Samples.Measure("m-2", "Zweite")));

        var plan = Samples.Plan(present, Samples.With(Samples.Measure("m-1", "Neu") with { Progress = 10 }, Samples.Measure("m-2", "Zweite") with { Progress = 20 }));

        Assert.Equal([ChangeKind.Edited, ChangeKind.Tracked], plan.Measures[0].Changes.Select(change => change.Kind));
        Assert.Equal((2, 10, Samples.Editor), (plan.Measures[0].Item.Revision, plan.Measures[0].Item.Tracking.Progress, plan.Measures[0].Item.ChangedBy));
        Assert.Equal([ChangeKind.Tracked], plan.Measures[1].Changes.Select(change => change.Kind));
        Assert.Equal(1, plan.Measures[1].Item.Revision);
        Assert.All(plan.Measures, measure => Assert.True(measure.Item.Version > measure.Before!.Version));
    }

    [Fact]
    public void Another_external_id_alone_is_a_stored_change_without_a_revision()
    {
        var present = Samples.After(null, Samples.With(Samples.Measure()));

        var planned = Assert.Single(Samples.Plan(present, Samples.With(Samples.Measure() with { ExternalId = "24a" })).Measures);

        Assert.Equal(("24a", 1, 2), (planned.Item.ExternalId, planned.Item.Revision, planned.Item.Version));
        Assert.Equal(ChangeKind.Tracked, Assert.Single(planned.Changes).Kind);
    }

    [Fact]
    public void A_new_measure_may_come_in_any_state() =>
        Assert.Equal(ItemState.Done, Assert.Single(Samples.Plan(Samples.Concept, Samples.With(Samples.Measure() with { State = "done" })).Measures).Item.State);

    [Theory]
    [InlineData("resolved", "inProgress", null, "inProgress")]
    [InlineData("draft", "deferred", null, "deferred")]
    [InlineData("agreed", "agreed", null, null)]
    [InlineData("agreed", null, null, null)]
    [InlineData("draft", "agreed", null, "refused")]
    [InlineData("agreed", "draft", null, "refused")]
    [InlineData("agreed", "agreed", "Neu", "draft")]
    [InlineData("agreed", "draft", "Neu", "draft")]
    [InlineData("resolved", "inProgress", "Neu", "refused")]
    public void An_import_moves_a_present_measure_only_as_an_editor_may(string before, string? asked, string? newTitle, string? after)
    {
        var present = Samples.After(null, Samples.With(Samples.Measure() with { State = before }));

        var plan = Samples.Plan(present, Samples.With(Samples.Measure(title: newTitle ?? "Radweg Elbstraße") with { State = asked }));

        Assert.Equal(after == "refused", plan.Report.Problems.Any(problem => problem is { Code: "state-not-importable", Column: "state" }));
        Assert.Equal(after is null or "refused" ? null : after, plan.Measures.Count == 0 ? null : ParameterValue.Of(plan.Measures[0].Item.State));
        Assert.Equal(newTitle is not null && after == "draft", plan.Report.Problems.Any(problem => problem is { Code: "reopened", Severity: "warning" }));
    }

    [Fact]
    public void Planning_grows_with_the_file_and_no_faster()
    {
        Allocated(Present(100));

        var small = Allocated(Present(1_000));
        var large = Allocated(Present(4_000));

        Assert.InRange((double)large / small, 1, 5);

        static (ConceptSnapshot Present, ConceptDocument File) Present(int count)
        {
            var measures = Enumerable.Range(1, count).Select(i => Samples.Measure($"m-{i}", $"Maßnahme {i}") with { ExternalId = $"x{i}" }).ToArray();
            return (Samples.After(null, Samples.With(measures)), Samples.With([.. measures.Select(measure => measure with { Id = null, Progress = 5 })]));
        }

        static long Allocated((ConceptSnapshot Present, ConceptDocument File) import)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Assert.Equal(import.File.Measures.Count, Samples.Plan(import.Present, import.File).Measures.Count);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }
}
