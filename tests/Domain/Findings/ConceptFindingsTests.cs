namespace Insek.Office.Domain.Tests.Findings;

public sealed class ConceptFindingsTests
{
    private static readonly SectorKey _sector = new("verkehr");

    [Fact]
    public void A_name_without_an_area_is_a_warning_for_each_goal()
    {
        var concept = Concept(goals: [Goal(1, "A", new SpatialFocus("Nord")), Goal(2, "B", new SpatialFocus("Nord"), new SpatialFocus("Ost", new AreaId("PG-II")))]);

        Assert.Equal(["verkehr-1", "verkehr-2"], Of(concept, "unknown-area-name").Select(finding => finding.Key));
        Assert.All(Of(concept, "unknown-area-name"), finding => Assert.Equal((FindingSeverity.Warning, "Nord"), (finding.Severity, finding.Value)));
    }

    [Fact]
    public void An_area_is_used_by_a_goal_or_by_a_measure()
    {
        var byGoal = Concept(goals: [Goal(1, "A", new SpatialFocus("Ost", new AreaId("PG-II")))]);
        var byMeasure = Concept(goals: [Goal(1, "A")], measures: [Measure("m-1", MeasureKind.AreaSpecific, "PG-II")]);
        var unused = Concept(goals: [Goal(1, "A")]);

        Assert.Empty(Of(byGoal, "unused-area"));
        Assert.Empty(Of(byMeasure, "unused-area"));
        Assert.Equal("PG-II", Assert.Single(Of(unused, "unused-area")).Key);
        Assert.Empty(Of(Concept(), "unused-area"));
    }

    [Fact]
    public void A_title_is_repeated_within_a_sector_concept_only_and_whatever_its_case_and_blanks()
    {
        var concept = Concept(goals: [Goal(1, "Radwege bauen"), Goal(2, "radwege  bauen"), Goal(3, "Anderes")]);

        var finding = Assert.Single(Of(concept, "duplicate-title"));

        Assert.Equal(["verkehr-2", "verkehr-1"], finding.Details);
        Assert.Empty(Of(Concept(goals: [Goal(1, "A"), GoalOf("bildung", 1, "A")]), "duplicate-title"));
    }

    [Fact]
    public void A_measure_left_behind_by_its_goal_is_a_warning()
    {
        var concept = Concept(goals: [GoalOf("bildung", 1, "A")], measures: [Measure("m-1", MeasureKind.General, null, goal: "bildung-1")]);

        Assert.Equal("m-1", Assert.Single(Of(concept, "measure-beside-goal")).Key);
    }

    [Fact]
    public void Reported_counts_that_differ_are_listed_for_sector_concept_and_total()
    {
        var concept = Concept(
            reported: Counts(goals: 1, general: 51, area: null),
            totals: Counts(goals: 1, general: 269, area: 0),
            goals: [Goal(1, "A")],
            measures: [Measure("m-1", MeasureKind.General, null)]);

        var findings = Of(concept, "reported-count-differs").ToArray();

        Assert.Equal([("verkehr", "reported.generalMeasures", "51"), (null, "reportedTotals.generalMeasures", "269")], findings.Select(finding => (finding.Key, finding.Field, finding.Value)));
        Assert.Equal(["Verkehr", "51", "1"], findings[0].Details);
    }

    [Theory]
    [InlineData(62, 131, 193, false)]
    [InlineData(62, 130, 193, true)]
    [InlineData(62, null, 193, false)]
    [InlineData(194, null, 193, true)]
    [InlineData(null, null, 193, false)]
    public void A_total_contradicts_its_cells_only_beyond_doubt(int? first, int? second, int total, bool contradicts)
    {
        var concept = Concept(reported: Counts(null, null, first), secondReported: Counts(null, null, second), totals: Counts(null, null, total));

        Assert.Equal(contradicts, Of(concept, "reported-total-mismatch").Any());
    }

    private static IEnumerable<Finding> Of(ConceptSnapshot concept, string code) => ConceptFindings.Of(concept).Where(finding => finding.Code == code);

    private static ConceptSnapshot Concept(
        ReportedCounts? reported = null, ReportedCounts? secondReported = null, ReportedCounts? totals = null, IEnumerable<Goal>? goals = null, IEnumerable<Measure>? measures = null) => new(
            new Concept { Id = new ConceptId("probe"), Town = "Probstadt", Title = "INSEK", ReportedTotals = totals ?? ReportedCounts.None },
            1,
            [
                new SectorConcept { Key = _sector, Order = 1, Name = "Verkehr", Reported = reported ?? ReportedCounts.None },
                new SectorConcept { Key = new SectorKey("bildung"), Order = 2, Name = "Bildung", Reported = secondReported ?? ReportedCounts.None },
            ],
            [new PlanningArea(new AreaId("PG-II"), 1, "PG II", "Ost", AreaScope.PlanningArea), new PlanningArea(new AreaId("GESAMT"), 2, null, "Gesamtstadt", AreaScope.WholeTown)],
            goals ?? [],
            measures ?? []);

    private static Goal Goal(int number, string title, params SpatialFocus[] focus) => GoalOf("verkehr", number, title, focus);

    private static Goal GoalOf(string sector, int number, string title, params SpatialFocus[] focus) => new(
        new ItemId($"{sector}-{number}"), new GoalContent { Sector = new SectorKey(sector), Number = number, Title = title, SpatialFocus = focus.ToValueList() }, new MemberId("editor"), default);

    private static Measure Measure(string id, MeasureKind kind, string? area, string? goal = null) => new(
        new ItemId(id),
        new MeasureContent { Sector = _sector, Title = "x", Kind = kind, Areas = area is null ? [] : [new AreaId(area)], Goal = goal is null ? null : new ItemId(goal) },
        new MemberId("editor"),
        default);

    private static ReportedCounts Counts(int? goals, int? general, int? area) => new(new ReportedCount(goals), new ReportedCount(general), new ReportedCount(area));
}
