namespace Insek.Office.Domain.Tests.Concepts;

public sealed class HeadRulesTests
{
    private static readonly Concept _concept = new() { Id = new ConceptId("probe"), Town = "Probstadt", Title = "INSEK" };

    [Fact]
    public void A_head_with_town_and_title_is_fine() => Assert.Empty(HeadRules.Check(_concept));

    [Theory]
    [MemberData(nameof(BadHeads))]
    public void Everything_wrong_with_a_head_is_named(Concept concept, string field, string code) =>
        Assert.Equal([(field, code)], HeadRules.Check(concept).Select(problem => (problem.Field, problem.Code)));

    public static TheoryData<Concept, string, string> BadHeads => new()
    {
        { _concept with { Town = " " }, "town", "required" },
        { _concept with { Title = new string('x', 501) }, "title", "too-long" },
        { _concept with { HorizonYears = 51 }, "horizonYears", "out-of-range" },
        { _concept with { Chapters = [new Chapter("a"), new Chapter("a")] }, "chapters.key", "duplicate-key" },
        { _concept with { Chapters = [new Chapter("a") { Items = ["b\u0007"] }] }, "chapters.items", "control-character" },
        { _concept with { Events = [new ProcessEvent(new ItemId("e"), default, "Sitzung")] }, "events.date", "required" },
        { _concept with { Notes = [new SourceNote("", null, [], null, null, null, null)] }, "notes.id", "required" },
        { _concept with { ReportedTotals = new ReportedCounts(new ReportedCount(-1), ReportedCount.None, ReportedCount.None) }, "reportedTotals.goals", "out-of-range" },
        { _concept with { Chapters = Enumerable.Range(1, 21).Select(i => new Chapter($"k{i}") { Text = new string('x', 20_000) }).ToValueList() }, "head", "out-of-range" },
    };
}
