using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Mapping;
using Insek.Office.Functions.Tests.Import;

namespace Insek.Office.Functions.Tests.Mapping;

public sealed class MappingTests
{
    [Fact]
    public void Every_problem_of_a_measure_comes_in_one_answer()
    {
        var refusal = new MeasureDocument { Id = "a/b", Kind = "x", Progress = -1, Principles = ["sdg:0"] }.ToDomain().Refusal;

        Assert.Equal(
            ["id: invalid-id", "sector: required", "kind: invalid-value", "title: required", "principles: unknown-principle", "progress: out-of-range"],
            Assert.IsType<InvalidContent>(refusal).Problems.Select(problem => $"{problem.Field}: {problem.Code}"));
    }

    [Fact]
    public void A_measure_without_a_state_asks_for_none()
    {
        Assert.True(Samples.Measure().ToDomain().TryGet(out var parts, out _));

        Assert.Null(parts.State);
        Assert.Equal(new Tracking(), parts.Tracking);
    }

    [Fact]
    public void Blank_texts_are_no_texts_and_others_stay_to_the_last_blank()
    {
        Assert.True((Samples.Measure(title: " Radweg ") with { Owner = " \t", Funding = "" }).ToDomain().TryGet(out var parts, out _));

        Assert.Equal((" Radweg ", null, null), (parts.Content.Title, parts.Content.Owner, parts.Content.Funding));
    }

    [Fact]
    public async Task A_goal_comes_back_as_it_was()
    {
        foreach (var document in (await Samples.TorgauAsync()).Goals)
        {
            Assert.True(document.ToDomain().TryGet(out var parts, out var refusal), refusal?.Message);
            var goal = new Goal(parts.Id!.Value, parts.Content, Samples.Editor, Samples.At, state: parts.State!.Value);

            Assert.True(goal.ToDocument().ToDomain().TryGet(out var again, out _));
            Assert.Equal(parts, again);
        }
    }

    [Fact]
    public async Task A_head_comes_back_as_it_was_under_the_id_of_the_address()
    {
        var document = (await Samples.TorgauAsync()).Concept;
        var id = new ConceptId("insek-torgau");
        Assert.True(document.ToDomain(id).TryGet(out var concept, out var refusal), refusal?.Message);

        Assert.True(concept.ToHead().ToDomain(id).TryGet(out var again, out _));
        Assert.Equal(concept, again);
        Assert.Equal("concept-id-mismatch", Assert.Single(Assert.IsType<InvalidContent>(document.ToDomain(new ConceptId("anderes")).Refusal).Problems).Code);
    }

    [Fact]
    public void An_area_and_a_sector_concept_need_a_valid_id_and_a_name()
    {
        Assert.Equal(["id: required", "name: required"], Problems(new AreaDocument().ToDomain(1).Refusal));
        Assert.Equal(["key: invalid-id", "name: required"], Problems(new SectorDocument { Key = "a b" }.ToDomain(1).Refusal));

        static IEnumerable<string> Problems(Refusal? refusal) => Assert.IsType<InvalidContent>(refusal).Problems.Select(problem => $"{problem.Field}: {problem.Code}");
    }
}
