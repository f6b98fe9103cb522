using System.Text;
using Insek.Office.Functions.Sheets;

namespace Insek.Office.Functions.Tests.Sheets;

public sealed class CsvSheetTests
{
    [Theory]
    [InlineData("a;b,c;d\n1;2;3\n", 3)]
    [InlineData("a,b;c,d\n1,2,3\n", 3)]
    [InlineData("\"a;b;c\",d\n1,2\n", 2)]
    [InlineData("a\tb,c\td\n1\t2\t3\n", 3)]
    [InlineData("a\n1\n", 1)]
    public void The_separator_is_the_one_that_lines_have_equally_often_outside_quotes(string text, int columns)
    {
        using var sheet = Open(text);

        Assert.Equal(columns, Assert.Single(Rows(sheet)).Cells.Length);
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Umlauts_survive_every_encoding_a_spreadsheet_writes(string name, byte[] bytes)
    {
        Assert.NotEmpty(name);

        using var sheet = Open(bytes);

        Assert.Equal("Maßnahme", sheet.Headings[0]);
        Assert.Equal("Süd – „Grüne Spirale“ €", Assert.Single(Rows(sheet))[0]);
    }

    public static TheoryData<string, byte[]> Encodings
    {
        get
        {
            const string Text = "Maßnahme;Ziel\r\nSüd – „Grüne Spirale“ €;x\r\n";
            return new TheoryData<string, byte[]>
            {
                { "UTF-8", Encoding.UTF8.GetBytes(Text) },
                { "UTF-8 with its mark", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Text)] },
                { "UTF-16", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Text)] },
                { "Windows-1252", CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(Text) },
            };
        }
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void A_row_is_numbered_by_the_line_where_it_starts(string newLine)
    {
        using var sheet = Open(string.Join(newLine, "id;title", "1;\"two", "lines\"", "", ";", "2;x"));

        Assert.Equal([2, 6], Rows(sheet).Select(row => row.Number));
    }

    [Fact]
    public void A_quote_inside_an_unquoted_cell_stays_a_quote()
    {
        using var sheet = Open("id;title\n1;Rohr 5\" neu\n");

        Assert.Equal("Rohr 5\" neu", Assert.Single(Rows(sheet))[1]);
    }

    [Fact]
    public void A_quoted_cell_that_never_ends_refuses_the_file_and_names_the_line()
    {
        using var sheet = Open("id;title\n1;a\n2;\"b\n3;c\n");

        var last = sheet.ReadRows(TestContext.Current.CancellationToken).Last();

        Assert.Equal(new UnreadableFile(3), last.Refusal);
    }

    [Fact]
    public void A_binary_file_is_refused() =>
        Assert.IsType<UnreadableFile>(CsvSheet.Open(new MemoryStream([0x50, 0x4B, 3, 4, 0, 0, 0, 8, 0, 0x3B, 0, 0])).Refusal);

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n;;\r\n")]
    public void A_file_without_a_filled_cell_is_empty(string text) =>
        Assert.Equal(new EmptyFile(), CsvSheet.Open(new MemoryStream(Encoding.UTF8.GetBytes(text))).Refusal);

    [Fact]
    public void The_guard_against_formulas_is_taken_off()
    {
        using var sheet = Open("id;title\n1;'=SUMME(A1)\n2;'schon gut\n");

        Assert.Equal(["=SUMME(A1)", "'schon gut"], Rows(sheet).Select(row => row[1]));
    }

    private static ISheet Open(string text) => Open(Encoding.UTF8.GetBytes(text));

    private static ISheet Open(byte[] bytes)
    {
        Assert.True(CsvSheet.Open(new MemoryStream(bytes)).TryGet(out var sheet, out var refusal), refusal?.Message);
        return sheet;
    }

    private static IEnumerable<SheetRow> Rows(ISheet sheet) => sheet.ReadRows(TestContext.Current.CancellationToken)
        .Select(row => row.TryGet(out var read, out var refusal) ? read : throw new InvalidOperationException(refusal.Message));
}
