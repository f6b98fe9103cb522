using System.Buffers;
using Insek.Office.Functions.Rendering;

namespace Insek.Office.Functions.Tests.Rendering;

public sealed class TableCsvTests
{
    [Fact]
    public void Headings_come_first_and_the_items_of_a_cell_stand_below_each_other() => Assert.Equal(
        "\uFEFFZiel;Allgemeine Maßnahmen;Anzahl\r\n"
        + "1. Straßen erhalten;\"Radweg an der B 87 ausbauen\nBrücke sanieren\";2\r\n"
        + "2. Bus & Bahn stärken;;0\r\n"
        + "Gesamt;;2\r\n",
        Rendered.Text(TableCsv.Write, Given.Table()));

    [Fact]
    public void The_file_starts_with_a_byte_order_mark()
    {
        var buffer = new ArrayBufferWriter<byte>();
        TableCsv.Write(Given.EmptyTable(), buffer);
        Assert.True(buffer.WrittenSpan.StartsWith<byte>([0xEF, 0xBB, 0xBF]));
    }

    [Theory]
    [InlineData("a;b", "\"a;b\nBrücke sanieren\"")]
    [InlineData("sagt \"ja\"", "\"sagt \"\"ja\"\"\nBrücke sanieren\"")]
    [InlineData("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\nBrücke sanieren\"")]
    [InlineData("\t=1", "\"'\t=1\nBrücke sanieren\"")]
    public void Text_is_quoted_and_never_runs_as_a_formula(string text, string field) =>
        Assert.Contains($";{field};2\r\n", Rendered.Text(TableCsv.Write, Given.Table(text: text)), StringComparison.Ordinal);
}
