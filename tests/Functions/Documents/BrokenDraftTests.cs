using System.Text.Json;
using System.Xml.Linq;
using Insek.Office.Functions.Tests.Host;

namespace Insek.Office.Functions.Tests.Documents;

/// <summary>Content controls that copying and pasting have brought into disorder: named, and left as they are.</summary>
public sealed class BrokenDraftTests(TestOffice office)
{
    private const string Record = "customXml/item1.xml";

    [Fact]
    public async Task A_table_that_was_copied_is_named_twice_and_left_both_times()
    {
        var tables = await LeftAsync(root => root.Control().AddAfterSelf(Copy(root.Control(), "abcd1234", id: 7001)));

        Assert.Equal(2, tables.Count);
        Assert.All(tables, table => Assert.Equal(("control-duplicate", true, "outdated"), (Reason(table), table.GetProperty("duplicate").GetBoolean(), State(table))));
    }

    [Fact]
    public async Task A_table_within_a_table_is_named_with_the_one_around_it_and_both_are_left()
    {
        var tables = await LeftAsync(root => root.Control().Descendants(Draft.W + "tc").Last().AddFirst(Copy(root.Control(), "bbbb1111", id: 7002)));

        Assert.Equal(["abcd1234", "bbbb1111"], tables.Select(table => table.GetProperty("instance").GetString()));
        Assert.All(tables, table => Assert.Equal(("control-nested", true), (Reason(table), table.GetProperty("nested").GetBoolean())));
        Assert.Equal([false, true], tables.Select(table => table.GetProperty("recordLost").GetBoolean()));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task A_control_without_exactly_one_table_is_damaged_and_left(int tables)
    {
        var left = await LeftAsync(root =>
        {
            var table = root.Control().Descendants(Draft.W + "tbl").Single();
            table.AddAfterSelf(Enumerable.Repeat(table, tables).Select(copy => new XElement(copy)));
            table.Remove();
        });

        Assert.Equal(("control-damaged", true, "unknown"), (Reason(Assert.Single(left)), left[0].GetProperty("damaged").GetBoolean(), State(left[0])));
    }

    [Theory]
    [InlineData("word/_rels/document.xml.rels")]
    [InlineData(Record)]
    public async Task A_lost_record_makes_every_difference_a_conflict_and_changes_nothing(string part)
    {
        var tables = await LeftAsync(
            root => root.Elements().Where(element => element.ToString().Contains("customXml", StringComparison.Ordinal) || element.Name.LocalName == "row").Attributes().Where(attribute => attribute.Name.LocalName is "Type" or "key").Remove(),
            part);

        var table = Assert.Single(tables);
        Assert.Equal(("record-lost", true, "outdated"), (Reason(table), table.GetProperty("recordLost").GetBoolean(), State(table)));
        var change = Assert.Single(table.GetProperty("left").EnumerateArray());
        Assert.Equal(("cell", true), (change.GetProperty("kind").GetString(), change.GetProperty("conflict").GetBoolean()));
        Assert.Equal("Maßnahme 1", change.GetProperty("mine")[0].GetString());
        Assert.Equal("Maßnahme 1 neu", change.GetProperty("after")[0].GetString());
    }

    [Fact]
    public async Task A_lost_record_of_a_table_that_shows_the_concept_is_named_and_asks_nothing()
    {
        var (_, draft) = await office.DraftAsync();
        draft = Draft.Edit(draft, root => root.RemoveAttributes(), Record);

        var table = HostedDraft.Table(await office.SendAsync("/api/documents/status", draft));

        Assert.Equal(("current", true, 0), (State(table), table.GetProperty("recordLost").GetBoolean(), table.GetProperty("changes").GetInt32()));
    }

    /// <summary>Spoils a draft that is outdated, and expects a refresh to leave it byte for byte and to say so.</summary>
    private async Task<IReadOnlyList<JsonElement>> LeftAsync(Action<XElement> spoil, string part = Draft.Text)
    {
        var (concept, draft) = await office.DraftAsync();
        var spoiled = Draft.Edit(draft, spoil, part);
        await office.RewriteAsync(concept, "Maßnahme 1 neu");

        var report = await office.ReportAsync("?report=true&edited=replace", spoiled);
        var status = await office.SendAsync("/api/documents/status", spoiled);

        Assert.Equal(spoiled, report.File);
        Assert.All(report.Tables, table => Assert.Empty(table.GetProperty("applied").EnumerateArray()));
        Assert.Equal(report.Tables.Select(State), status.Json.GetProperty("tables").EnumerateArray().Select(State));
        return report.Tables;
    }

    private static XElement Copy(XElement control, string instance, int id)
    {
        var copy = new XElement(control);
        var properties = copy.Element(Draft.W + "sdtPr")!;
        var tag = properties.Element(Draft.W + "tag")!.Attribute(Draft.W + "val")!;
        tag.Value = tag.Value.Replace("abcd1234", instance, StringComparison.Ordinal);
        properties.Element(Draft.W + "id")!.SetAttributeValue(Draft.W + "val", id);
        return copy;
    }

    private static string? Reason(JsonElement table) => table.TryGetProperty("reason", out var reason) ? reason.GetString() : null;

    private static string? State(JsonElement table) => table.GetProperty("state").GetString();
}
