using System.Text;
using Insek.Office.Domain;
using Insek.Office.Functions.Sheets;
using static Insek.Office.Functions.Tests.Sheets.Workbooks;

namespace Insek.Office.Functions.Tests.Sheets;

public sealed class XlsxSheetTests
{
    [Fact]
    public void What_Excel_typed_becomes_text_that_no_culture_changes()
    {
        using var workbook = Of(("Liste", [
            Texts("a", "b", "c", "d", "e"),
            [Text("007"), Number("1250.5"), Date(new DateOnly(2026, 3, 1)), Formula("1/0", "#DIV/0!"), Number("0.30000000000000004")],
        ]));
        using var sheet = Open(workbook);

        Assert.Equal(["007", "1250.5", "2026-03-01", "#DIV/0!", "0.3"], Assert.Single(Rows(sheet)).Cells.Select(cell => cell ?? ""));
    }

    [Fact]
    public void A_formula_is_read_by_its_saved_value_and_never_computed()
    {
        using var workbook = Of(("Liste", [Texts("a"), [Formula("HYPERLINK(\"http://example.org\",\"1+1\")", "gespeichert")]]));
        using var sheet = Open(workbook);

        Assert.Equal("gespeichert", Assert.Single(Rows(sheet))[0]);
    }

    [Fact]
    public void Rows_keep_their_numbers_across_gaps()
    {
        using var workbook = Of(("Liste", [[], Texts("id"), [], [Text("")], Texts("x")]));
        using var sheet = Open(workbook);

        Assert.Equal(2, sheet.Headings.Number);
        Assert.Equal([5], Rows(sheet).Select(row => row.Number));
    }

    [Fact]
    public void The_first_sheet_with_the_wanted_headings_is_read_and_the_others_are_named()
    {
        using var workbook = Of(("Deckblatt", [Texts("INSEK")]), ("Leer", []), ("Liste", [Texts("id"), Texts("x")]), ("Alt", [Texts("id"), Texts("y")]));
        using var sheet = Open(workbook, headings => headings[0] == "id");

        Assert.Equal("Liste", sheet.Name);
        Assert.Equal(["Deckblatt", "Alt"], sheet.Others);
        Assert.Equal("x", Assert.Single(Rows(sheet))[0]);
    }

    [Fact]
    public void A_workbook_without_a_filled_cell_is_empty() =>
        Assert.Equal(new EmptyFile(), XlsxSheet.Open(Of(("Leer", [])), _ => true, TestContext.Current.CancellationToken).Refusal);

    [Theory]
    [InlineData("no zip at all")]
    [InlineData("PK\u0003\u0004 a zip that breaks off")]
    public void What_is_no_zip_is_no_workbook(string content) =>
        Assert.Equal(new NotAWorkbook(), XlsxSheet.Open(new MemoryStream(Encoding.Latin1.GetBytes(content)), _ => true, TestContext.Current.CancellationToken).Refusal);

    [Fact]
    public void A_workbook_cut_in_half_is_no_workbook()
    {
        using var whole = Of(("Liste", [Texts("id"), Texts("x")]));

        Assert.Equal(new NotAWorkbook(), XlsxSheet.Open(new MemoryStream(whole.ToArray()[..(int)(whole.Length / 2)]), _ => true, TestContext.Current.CancellationToken).Refusal);
    }

    [Theory]
    [InlineData("<worksheet")]
    [InlineData("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&a;</t></is></c></row></sheetData></worksheet>")]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&b;</t></is></c></row></sheetData></worksheet>")]
    public void Broken_XML_and_entities_are_refused_and_nothing_is_fetched_or_expanded(string xml)
    {
        using var workbook = Replace(Of(("Liste", [Texts("id")])), "xl/worksheets/sheet1.xml", xml);

        Assert.Equal(new NotAWorkbook(), Refusal(workbook));
    }

    [Fact]
    public void A_zip_bomb_is_refused_by_what_it_unpacks_to()
    {
        using var bomb = Bomb(250L * 1024 * 1024);

        Assert.True(bomb.Length < 20 * 1024 * 1024);
        Assert.IsType<WorkbookTooLarge>(Refusal(bomb));
    }

    [Fact]
    public void A_small_file_that_unpacks_to_far_more_than_its_size_is_refused()
    {
        using var bomb = Bomb(WorkbookGuard.SmallBytes + 10 * 1024 * 1024);

        Assert.Contains("times its own size", Assert.IsType<WorkbookTooLarge>(Refusal(bomb)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_workbook_of_thousands_of_parts_is_refused()
    {
        using var bomb = Bomb(1, WorkbookGuard.MaxEntries);

        Assert.Contains("parts", Assert.IsType<WorkbookTooLarge>(Refusal(bomb)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_far_to_the_right_or_far_down_is_refused()
    {
        const string Sheet = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"{0}\"><c r=\"{1}{0}\" t=\"inlineStr\"><is><t>x</t></is></c></row></sheetData></worksheet>";
        using var wide = Replace(Of(("Liste", [Texts("id")])), "xl/worksheets/sheet1.xml", string.Format(null, Sheet, 1, "XFD"));
        using var deep = Replace(Of(("Liste", [Texts("id")])), "xl/worksheets/sheet1.xml", string.Format(null, Sheet, 1_048_576, "A"));

        Assert.IsType<WorkbookTooLarge>(Refusal(wide));
        Assert.IsType<WorkbookTooLarge>(Refusal(deep));
    }

    private static Refusal? Refusal(Stream workbook)
    {
        var opened = XlsxSheet.Open(workbook, _ => true, TestContext.Current.CancellationToken);
        return opened.TryGet(out var sheet, out var refusal) ? sheet.ReadRows(TestContext.Current.CancellationToken).LastOrDefault().Refusal : refusal;
    }

    private static ISheet Open(Stream workbook, Func<SheetRow, bool>? isWanted = null)
    {
        Assert.True(XlsxSheet.Open(workbook, isWanted ?? (_ => true), TestContext.Current.CancellationToken).TryGet(out var sheet, out var refusal), refusal?.Message);
        return sheet;
    }

    private static IEnumerable<SheetRow> Rows(ISheet sheet) => sheet.ReadRows(TestContext.Current.CancellationToken)
        .Select(row => row.TryGet(out var read, out var refusal) ? read : throw new InvalidOperationException(refusal.Message));
}
