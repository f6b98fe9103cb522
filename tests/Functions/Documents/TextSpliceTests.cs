using System.Text;
using System.Xml;
using Insek.Office.Functions.Documents;
using Insek.Office.Functions.Tests.Rendering;

namespace Insek.Office.Functions.Tests.Documents;

/// <summary>What a refresh does not change stays as it is written, to the byte.</summary>
public sealed class TextSpliceTests
{
    private const string Before = "<!-- <w:sdt> --><w:p  w:rsidR = '00A1' ><w:r><w:t a='x>y' xml:space=\"preserve\"> &#228; &lt;w:tr&gt; <![CDATA[<w:sdt>]]></w:t></w:r></w:p ><?keep  this?><w:p/><w:p />";
    private const string After = "<w:p><w:r><w:drawing><a:graphic xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"/></w:drawing></w:r></w:p>";

    [Fact]
    public void Everything_around_the_cells_that_change_stays_byte_for_byte()
    {
        var draft = Rewrite(text => text.Replace("<w:body>", $"<w:body>{Before}", StringComparison.Ordinal).Replace("<w:sectPr", $"{After}<w:sectPr", StringComparison.Ordinal));

        var (before, after) = (Text(draft), Text(Draft.Refresh(draft, Given.Table(text: "Radweg an der B 87 verbreitern")).File));

        var changed = before.IndexOf("Radweg an der B 87 ausbauen", StringComparison.Ordinal);
        Assert.NotEqual(before, after);
        Assert.StartsWith(before[..before.LastIndexOf("<w:tc>", changed, StringComparison.Ordinal)], after, StringComparison.Ordinal);
        Assert.EndsWith(before[before.IndexOf("</w:tc>", changed, StringComparison.Ordinal)..], after, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<w:body>", "<w:body xmlns:x=\"urn:x\">")]
    [InlineData("<w:tbl>", "<w:tbl xmlns:x=\"urn:x\">")]
    [InlineData("<w:sectPr", "<w:sectPr xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"")]
    [InlineData("<w:sectPr", "<w:sectPr xmlns:v=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"")]
    public void What_cannot_be_spliced_is_refreshed_all_the_same(string written, string instead)
    {
        var draft = Rewrite(text => text.Replace(written, instead, StringComparison.Ordinal));
        Assert.Contains(instead, Text(draft), StringComparison.Ordinal);

        IsRefreshed(draft);
    }

    [Fact]
    public void A_text_in_utf_16_is_refreshed_all_the_same() =>
        IsRefreshed(Rewrite(text => $"\uFEFF{text.Replace("encoding=\"utf-8\"", "encoding=\"utf-16\"", StringComparison.Ordinal)}", Encoding.Unicode));

    [Theory]
    [InlineData("</w:tbl>", "</w:tbl></w:p>")]
    [InlineData("</w:tbl>", "</w:tb>")]
    [InlineData("Radweg an der B 87", "Radweg & Brücke")]
    [InlineData("Radweg an der B 87", "<!-- Radweg")]
    [InlineData("Radweg an der B 87", "<Radweg")]
    [InlineData("<w:body>", "<w:body><w:p>")]
    [InlineData("<w:body>", "<w:body>]]>")]
    [InlineData("</w:document>", "")]
    [InlineData("</w:document>", "</w:document><")]
    [InlineData("<w:document", "<!DOCTYPE w:document><w:document")]
    public void What_is_no_xml_is_refused_wherever_it_stands(string written, string instead)
    {
        var draft = Rewrite(text => text.Replace(written, instead, StringComparison.Ordinal));
        Assert.NotEqual(Text(Rendered.Docx(Given.Table())), Text(draft));

        IsRefused(draft);
    }

    [Theory]
    [InlineData("Radweg an der B 87")]
    [InlineData("<w:sectPr")]
    public void Bytes_that_are_no_utf_8_are_refused_wherever_they_stand(string before)
    {
        var draft = Draft.Rewrite(Rendered.Docx(Given.Table()), content =>
        {
            var place = content.AsSpan().IndexOf(Encoding.UTF8.GetBytes(before));
            return [.. content[..place], 0xC3, 0x28, .. content[place..]];
        });

        IsRefused(draft);
    }

    [Fact]
    public void A_control_in_a_text_box_is_none_of_ours_and_hides_none()
    {
        const string box = "<w:p><w:r><w:pict><w:txbxContent><w:sdt><w:sdtPr><w:tag w:val=\"insek:1:musterstadt:abcd9999:sector-measures:sector=verkehr\"/></w:sdtPr><w:sdtContent><w:sdt><w:sdtPr/><w:sdtContent><w:p/></w:sdtContent></w:sdt></w:sdtContent></w:sdt></w:txbxContent></w:pict></w:r></w:p>";

        IsRefreshed(Rewrite(text => text.Replace("<w:body>", $"<w:body>{box}", StringComparison.Ordinal)));
    }

    [Fact]
    public void Tags_are_found_whatever_stands_in_them()
    {
        var tags = new XmlTags("<?xml version='1.0'?><a b='>' c=\"/>\"><!-- <x> --><d/><![CDATA[<e>]]><f >t</f ></a>"u8);
        var found = new List<string>();
        while (tags.Read())
        {
            found.Add($"{tags.Kind} {Encoding.UTF8.GetString(tags.Name)}");
        }

        Assert.Equal(["Other ", "Start a", "Other ", "Empty d", "Other ", "Start f", "End f", "End a"], found);
    }

    private static void IsRefreshed(byte[] draft)
    {
        var (file, tables) = Draft.Refresh(draft, Given.Table(text: "Radweg an der B 87 verbreitern"));

        Assert.Single(Assert.Single(tables).Outcome!.Applied);
        Assert.Equal(Given.Table(text: "Radweg an der B 87 verbreitern").Read(), Draft.Shown(file).Read());
    }

    private static void IsRefused(byte[] draft)
    {
        Assert.True(WordFile.Open(new MemoryStream(draft)).TryGet(out var file, out _));
        using (file)
        {
            Assert.Throws<XmlException>(() => DocumentScan.Read(file));
        }
    }

    private static string Text(byte[] file) => Encoding.UTF8.GetString(Draft.Parts(file)[Draft.Text]);

    private static byte[] Rewrite(Func<string, string> edit, Encoding? encoding = null) =>
        Draft.Rewrite(Rendered.Docx(Given.Table()), content => (encoding ?? Encoding.UTF8).GetBytes(edit(Encoding.UTF8.GetString(content))));
}
