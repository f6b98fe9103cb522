using System.Xml.Linq;
using Insek.Office.Domain;
using Insek.Office.Functions.Rendering;

namespace Insek.Office.Functions.Tests.Rendering;

public sealed class TableHtmlTests
{
    [Fact]
    public void The_table_is_captioned_and_its_headers_have_a_scope()
    {
        var table = Page(Given.Table()).Descendants("table").Single();

        Assert.Equal(["Ziele und Maßnahmen: Verkehr", "Stand: 22.11.2026"], table.Elements("caption").Single().Elements().Select(part => part.Value));
        Assert.Equal(["Ziel", "Allgemeine Maßnahmen", "Anzahl"], table.Elements("thead").Descendants("th").Select(heading => heading.Value));
        Assert.All(table.Elements("thead").Descendants("th"), heading => Assert.Equal("col", (string?)heading.Attribute("scope")));
        Assert.All(table.Elements("tbody").Elements("tr"), row => Assert.Equal("row", (string?)row.Elements().First().Attribute("scope")));
        Assert.Equal(TableHash.Of(Given.Table()), (string?)table.Attribute("data-hash"));
    }

    [Fact]
    public void Rows_and_items_carry_their_keys_and_the_total_stands_in_the_foot()
    {
        var table = Page(Given.Table()).Descendants("table").Single();

        Assert.Equal(["verkehr-1", "verkehr-2"], table.Elements("tbody").Elements("tr").Select(row => (string?)row.Attribute("data-key")));
        Assert.Equal(["total"], table.Elements("tfoot").Elements("tr").Select(row => (string?)row.Attribute("data-key")));
        Assert.Equal(["m-1", "m-2"], table.Descendants("li").Select(item => (string?)item.Attribute("data-key")));
    }

    [Fact]
    public void Hostile_text_stays_text()
    {
        var html = Rendered.Text(TableHtml.Write, Given.Table(title: "</title><script>alert(1)</script>", text: Given.Hostile));

        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", html, StringComparison.Ordinal);
        Assert.Equal(XmlText.Clean(Given.Hostile).ReplaceLineEndings("\n"), Page(html).Descendants("li").First().Value.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void The_page_speaks_german_and_needs_nothing_else()
    {
        var html = Rendered.Text(TableHtml.Write, Given.EmptyTable());

        Assert.StartsWith("<!DOCTYPE html>\n<html lang=\"de\">", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Stand", html, StringComparison.Ordinal);
        Assert.DoesNotContain("src=", html, StringComparison.Ordinal);
        Assert.DoesNotContain("href=", html, StringComparison.Ordinal);
    }

    private static XElement Page(Table table) => Page(Rendered.Text(TableHtml.Write, table));

    // The page closes every element, so an XML parser can read it too.
    private static XElement Page(string html) => XElement.Parse(html["<!DOCTYPE html>\n".Length..]);
}
