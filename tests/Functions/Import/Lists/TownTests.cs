using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Export;

namespace Insek.Office.Functions.Tests.Import.Lists;

/// <summary>Lists in the styles of several towns, disordered by a seed: what comes out is known by construction.</summary>
public sealed class TownTests
{
    private static readonly Config _some = Config.QuickThrowOnFailure.WithMaxTest(60);

    [Fact]
    public void Every_row_of_the_file_is_what_it_was_made_to_be() => Check.One(_some, Prop.ForAll<int>(seed =>
    {
        var rows = new Town(seed).Rows();
        var report = Given.Plan(Samples.Concept, TownFile.Save(rows, seed & 7)).Report.List!;

        var kinds = report.Spans.SelectMany(span => Enumerable.Repeat(span.Kind, span.Count)).ToArray();

        Assert.Equal(rows.Select(row => row.Kind), kinds);
        Assert.Equal(kinds.Length, report.Kinds.Sum(kind => kind.Count));
        Assert.Equal(kinds.Count(kind => kind != "blank"), report.Rows.Count);
    }));

    [Fact]
    public void What_is_understood_is_typed_and_the_rest_is_kept_as_written() => Check.One(_some, Prop.ForAll<int>(seed =>
    {
        var town = new Town(seed);
        var plan = Given.Plan(Samples.Concept, TownFile.Save(town.Rows(), seed & 7));

        Assert.False(plan.IsRefused, JsonSerializer.Serialize(plan.Report.List!.Questions));
        var byNumber = plan.Measures.ToDictionary(measure => measure.Item.ExternalId!);
        Assert.Equal(town.Measures.Count, byNumber.Count);
        foreach (var expected in town.Measures)
        {
            AssertReads(town, expected, byNumber[expected.Number].Item);
        }
    }));

    [Fact]
    public void Import_export_import_changes_nothing_and_neither_does_the_same_list_again() => Check.One(_some, Prop.ForAll<int>(seed =>
    {
        var file = TownFile.Save(new Town(seed).Rows(), seed & 7);
        var imported = Samples.Apply(Samples.Concept, Given.Plan(Samples.Concept, file));
        var exported = JsonSerializer.Deserialize(JsonSerializer.Serialize(ConceptJsonExport.ToDocument(imported), ContractsJson.Default.ConceptDocument), ContractsJson.Default.ConceptDocument)!;

        var again = Samples.Plan(imported, exported);
        var anew = Samples.After(null, exported);
        var list = Given.Plan(imported, file);

        Assert.True(again.IsEmpty, JsonSerializer.Serialize(again.Report));
        Assert.Equal(imported.Measures.Select(measure => (measure.Content, measure.Tracking, measure.ExternalId)), anew.Measures.Select(measure => (measure.Content, measure.Tracking, measure.ExternalId)));
        Assert.Equal(imported.Measures.Select(measure => measure.Origin), anew.Measures.Select(measure => measure.Origin));
        Assert.True(list.IsEmpty, JsonSerializer.Serialize(list.Report.List!.Edition));
        Assert.Equal((0, 0, 0, 0), (list.Report.List!.Edition.New, list.Report.List.Edition.Changed, list.Report.List.Edition.Gone, list.Report.List.Edition.Split));
    }));

    [Fact]
    public void The_next_edition_tells_changed_split_cancelled_gone_and_new_apart() => Check.One(_some, Prop.ForAll<int>(seed =>
    {
        var town = new Town(seed);
        var imported = Samples.Apply(Samples.Concept, Given.Plan(Samples.Concept, TownFile.Save(town.Rows(), seed & 7)));
        var random = new Random(seed);
        var order = town.Measures.Select(measure => measure.Number).ToArray();
        random.Shuffle(order);
        var (changed, split, cancelled, gone) = (order[0], order[1], order[2], order[3]);
        Change(town, changed, split, cancelled, gone);

        var plan = Given.Plan(imported, TownFile.Save(town.Rows(), (seed >> 3) & 7), name: "Andere Datei 2027");
        var edition = plan.Report.List!.Edition;

        Assert.Equal("Liste", plan.Report.List.List);
        Assert.True(Numbers(edition, "changed").SequenceEqual([changed]), JsonSerializer.Serialize(edition.Changes.Where(change => change.Kind == "changed")));
        Assert.Equal([split], Numbers(edition, "split"));
        Assert.Equal([$"{split}a", $"{split}b"], Assert.Single(edition.Changes, change => change.Kind == "split").Numbers.Order());
        Assert.Equal([cancelled], edition.Changes.Where(change => change.Kind == "cancelled").Select(change => imported.FindMeasure(new ItemId(change.Measure!))!.ExternalId));
        Assert.Equal([gone], Numbers(edition, "gone"));
        Assert.Equal(3, edition.New);
        Assert.Equal(imported.Measures.Count + 3, Samples.Apply(imported, plan).Measures.Count);
        Assert.Contains(plan.Report.List.Questions, question => question.Kind == "split" && !question.Blocks);
    }));

    private static void Change(Town town, string changed, string split, string cancelled, string gone)
    {
        town.Cancelled.Add(cancelled);
        town.Measures.RemoveAll(measure => measure.Number == gone);
        var at = town.Measures.FindIndex(measure => measure.Number == changed);
        town.Measures[at] = town.Measures[at] with { Priority = town.Measures[at].Priority.Means == "high" ? ("gering", "low") : ("hoch", "high") };
        at = town.Measures.FindIndex(measure => measure.Number == split);
        var sector = town.Measures[at].Sector;
        town.Measures.RemoveAt(at);
        town.Measures.InsertRange(at, [town.NewMeasure(sector, $"{split}a"), town.NewMeasure(sector, $"{split}b")]);
        town.Measures.Add(town.NewMeasure(town.Measures[^1].Sector, "99.7") with { Title = "Hafenbecken freilegen und verpachten" });
    }

    private static IEnumerable<string?> Numbers(ListEdition edition, string kind) => edition.Changes.Where(change => change.Kind == kind).Select(change => change.Number);

    private static void AssertReads(Town town, TownMeasure expected, Measure measure)
    {
        var content = measure.Content;
        Assert.Equal((expected.Title, expected.Sector.ToLowerInvariant()), (content.Title, content.Sector.Value));
        Assert.Equal((expected.Owner, expected.Priority.Means), (content.Owner, content.Priority is { } priority ? ParameterValue.Of(priority) : null));
        Assert.Equal((expected.Cost.Means, expected.Cost.IsNote), (content.CostEuro, content.CostNote is not null));
        Assert.Equal(expected.Due.Means, content.Due);
        Assert.Equal(town.Has("horizon") ? expected.Horizon.Means : null, content.Horizon is { } horizon ? ParameterValue.Of(horizon) : null);
        Assert.Equal(town.Has("partners") ? expected.Partners.Means : [], content.Partners);
        Assert.Equal(town.Has("description") ? expected.Description : null, content.Description);
        Assert.Equal(expected.Remark.Length > 0, measure.Origin!.Cells.Any(cell => cell.Text == expected.Remark));
        Assert.Equal(expected.Cost.IsNote, measure.Origin.Cells.Any(cell => cell.Text == expected.Cost.Written));
        Assert.Equal(ItemState.Draft, measure.State);
    }
}
