using System.Text;
using Insek.Office.Functions.Import.Lists;
using Insek.Office.Functions.Tests.Sheets;

namespace Insek.Office.Functions.Tests.Import.Lists;

/// <summary>What town halls send that is no list, or a broken one.</summary>
public sealed class BadListTests
{
    [Theory]
    [InlineData("Sektor;Energieträger;2018;2019\nVerkehr;Diesel;1200;1100\nHaushalte;Erdgas;900;870\n", "no-header")]
    [InlineData("Nr.;Maßnahme;Kosten\n", "header-only")]
    [InlineData("Maßnahmenliste\n\nNr.;Maßnahme;Kosten\n;;\n", "header-only")]
    [InlineData("Nr.;Maßnahme;Kosten\nSumme;;1.000 €\n", "no-measures")]
    [InlineData("Irgendein Text ohne Tabelle.\nNoch einer.\n", "no-header")]
    public void A_file_without_measures_is_refused_with_the_reason(string csv, string reason) =>
        Assert.Equal(new NotAList(reason), Given.Read(Samples.Concept, Encoding.UTF8.GetBytes(csv)).Refusal);

    [Theory]
    [InlineData("", "empty-file")]
    [InlineData("\r\n;;\r\n", "empty-file")]
    [InlineData("Nr.;Maßnahme\n1;\"Radweg\n2;Brücke\n", "unreadable-file")]
    [InlineData("%PDF-1.7", "not-a-list")]
    public void A_file_that_holds_nothing_or_cannot_be_read_is_refused(string text, string code) =>
        Assert.Equal(code, Given.Read(Samples.Concept, Encoding.UTF8.GetBytes(text)).Refusal!.Code);

    [Theory]
    [InlineData("EncryptedPackage", "file-encrypted")]
    [InlineData("Workbook", "other-workbook")]
    [InlineData("WordDocument", "not-a-workbook")]
    public void A_workbook_under_a_password_and_one_of_old_Excel_are_refused_with_the_way_out(string stream, string code)
    {
        byte[] file = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[504], .. Encoding.Unicode.GetBytes(stream), .. new byte[256]];

        Assert.Equal(code, Given.Read(Samples.Concept, file).Refusal!.Code);
    }

    [Fact]
    public void A_workbook_that_is_damaged_is_refused()
    {
        using var workbook = Workbooks.Of(("Tabelle1", [Workbooks.Texts("Nr.", "Maßnahme"), Workbooks.Texts("1", "Radweg")]));
        using var broken = Workbooks.Replace(workbook, "xl/worksheets/sheet1.xml", "<x:worksheet xmlns:x=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><x:sheetData><x:row");

        Assert.Equal("not-a-workbook", Given.Read(Samples.Concept, broken.ToArray()).Refusal!.Code);
    }

    [Theory]
    [InlineData(1252)]
    [InlineData(850)]
    public void A_broken_encoding_is_found_and_repaired_only_when_somebody_says_so(int codePage)
    {
        var csv = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes("Nr.;Maßnahme;Handlungsfeld;Zuständigkeit\n1;Straße erneuern;Verkehr;Straßenbauamt\n2;Brücke bauen;Verkehr;Bauamt\n"));
        var read = CodePagesEncodingProvider.Instance.GetEncoding(codePage)!;
        var broken = read.GetString(Encoding.UTF8.GetBytes(csv));

        var plan = Given.Plan(Samples.Concept, broken);
        var question = Assert.Single(plan.Report.List!.Questions, question => question.Kind == "encoding");
        var kept = Given.Plan(Samples.Concept, broken, plan.Report.List.Answer(("encoding", "no")));
        var repaired = Given.Plan(Samples.Concept, broken, plan.Report.List.Answer(("encoding", "yes")));

        Assert.True(plan.IsRefused && plan.HasOpenQuestions && question.Blocks);
        Assert.Contains(read.GetString(Encoding.UTF8.GetBytes("Straße erneuern")), plan.Report.List.Rows.Select(row => row.Title));
        Assert.Contains(read.GetString(Encoding.UTF8.GetBytes("Straße erneuern")), kept.Measures.Select(measure => measure.Item.Content.Title));
        Assert.Equal(["Straße erneuern", "Brücke bauen"], repaired.Measures.Select(measure => measure.Item.Content.Title));
        Assert.Equal("Straßenbauamt", repaired.Measures[0].Item.Content.Owner);
    }

    // ISO 8859-1 has control characters where Windows-1252 has signs: nobody sees them, and no document may hold them.
    [Fact]
    public void UTF8_read_as_Latin_1_is_offered_repaired_and_cannot_be_kept()
    {
        var broken = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes("Nr.;Maßnahme;Handlungsfeld\n1;Straße erneuern;Verkehr\n2;Brücke bauen;Verkehr\n3;Gruß;Verkehr\n"));

        var asked = Given.Plan(Samples.Concept, broken).Report.List!;
        var kept = Given.Plan(Samples.Concept, broken, asked.Answer(("encoding", "no")), Functions.Import.ImportMode.Partial);
        var repaired = Given.Plan(Samples.Concept, broken, asked.Answer(("encoding", "yes")));

        Assert.Equal(["Straße erneuern", "Brücke bauen", "Gruß"], repaired.Measures.Select(measure => measure.Item.Content.Title));
        Assert.Contains(kept.Report.Problems, problem => problem.Code == "control-character");
    }

    [Fact]
    public void A_row_that_is_too_long_to_be_kept_whole_is_an_error_and_never_cut()
    {
        var csv = $"Nr.;Maßnahme;Handlungsfeld;Notiz\n1;Radweg;Verkehr;{new string('x', 31_000)}\n2;Brücke;Verkehr;kurz\n3;{new string('y', 501)};Verkehr;\n";

        var plan = Given.Plan(Samples.Concept, csv);
        var partial = Given.Plan(Samples.Concept, csv, mode: Functions.Import.ImportMode.Partial);

        Assert.True(plan.IsRefused);
        Assert.Equal([(2, "too-long"), (4, "too-long")], plan.Report.Problems.Where(problem => problem.Severity == "error").Select(problem => (problem.Row!.Value, problem.Code)));
        Assert.Equal("Brücke", Assert.Single(partial.Measures).Item.Content.Title);
        Assert.Equal(["rejected", "new", "rejected"], partial.Report.List!.Rows.Where(row => row.Kind == "measure").Select(row => row.Outcome));
    }

    [Fact]
    public void Fifty_thousand_rows_are_read_and_accounted_for()
    {
        var csv = new StringBuilder("Nr.;Maßnahme;Handlungsfeld;Priorität;Kosten in EUR;Zuständigkeit\n");
        for (var i = 1; i <= 50_000; i++)
        {
            csv.Append(null, $"{i};Maßnahme an der Straße {i};Verkehr;hoch;{i}.000 €;Bauamt\n");
        }

        var plan = Given.Plan(Samples.Concept, csv.ToString());

        Assert.Equal(50_000, plan.Measures.Count);
        Assert.Equal(50_001, plan.Report.List!.Spans.Sum(span => span.Count));
        Assert.Equal((2_000, 48_001), (plan.Report.List.Rows.Count, plan.Report.List.FurtherRows));
    }

    [Fact]
    public void More_rows_than_any_town_has_are_refused()
    {
        var csv = new StringBuilder("Nr.;Maßnahme\n").Insert(13, "1;Radweg\n", 100_000);

        Assert.Equal("workbook-too-large", Given.Read(Samples.Concept, Encoding.UTF8.GetBytes(csv.ToString())).Refusal!.Code);
    }
}
