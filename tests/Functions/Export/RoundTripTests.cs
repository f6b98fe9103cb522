using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using FsCheck;
using FsCheck.Fluent;
using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Export;
using Insek.Office.Functions.Import;
using Insek.Office.Functions.Sheets;
using Insek.Office.Functions.Tests.Import;

namespace Insek.Office.Functions.Tests.Export;

public sealed class RoundTripTests
{
    private const string Hyperlink = "=HYPERLINK(\"http://example.org\";\"Klick\")";

    [Fact]
    public void Importing_an_export_as_JSON_changes_nothing() => ChangesNothing(concept =>
    {
        using var stream = new MemoryStream();
        ConceptJsonExport.WriteAsync(concept, stream, TestContext.Current.CancellationToken).GetAwaiter().GetResult();
        stream.Position = 0;
        Assert.True(ConceptJsonReader.ReadAsync(stream, TestContext.Current.CancellationToken).GetAwaiter().GetResult().TryGet(out var document, out var refusal), refusal?.Message);
        return ImportPlanner.Plan(Samples.Request(concept), document);
    });

    [Fact]
    public void Importing_an_export_as_CSV_changes_nothing() => ChangesNothing(concept =>
    {
        using var stream = new MemoryStream();
        MeasureCsvExport.WriteAsync(concept.Measures, stream, TestContext.Current.CancellationToken).GetAwaiter().GetResult();
        Assert.True(Samples.Read(CsvSheet.Open(stream)).TryGet(out var sheet, out var refusal), refusal?.Message);
        return ImportPlanner.Plan(Samples.Request(concept), sheet);
    });

    [Fact]
    public void Importing_an_export_as_xlsx_changes_nothing() => ChangesNothing(concept =>
    {
        using var stream = new MemoryStream();
        MeasureXlsxExport.Write(concept.Measures, stream, TestContext.Current.CancellationToken);
        Assert.True(Samples.Read(XlsxSheet.Open(stream, MeasureSheet.HasOurHeadings, TestContext.Current.CancellationToken)).TryGet(out var sheet, out var refusal), refusal?.Message);
        return ImportPlanner.Plan(Samples.Request(concept), sheet);
    });

    // Where a measure came from is no cell: a sheet that is imported again leaves it as it is.
    [Fact]
    public void No_field_of_a_measure_is_left_out_of_a_sheet() =>
        Assert.Equal(
            typeof(MeasureDocument).GetProperties().Select(property => property.Name).Where(name => name is not ("EqualityContract" or nameof(MeasureDocument.Origin))).Order(StringComparer.OrdinalIgnoreCase),
            MeasureColumns.All.Select(column => column.Name).Order(StringComparer.OrdinalIgnoreCase),
            StringComparer.OrdinalIgnoreCase);

    [Fact]
    public async Task A_formula_in_a_title_is_text_in_an_exported_CSV()
    {
        using var stream = new MemoryStream();
        await MeasureCsvExport.WriteAsync(WithTitle(Hyperlink).Measures, stream, TestContext.Current.CancellationToken);

        Assert.Contains(";\"'=HYPERLINK(\"\"http", Encoding.UTF8.GetString(stream.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_formula_in_a_title_is_text_in_an_exported_workbook()
    {
        using var stream = new MemoryStream();
        MeasureXlsxExport.Write(WithTitle(Hyperlink).Measures, stream, TestContext.Current.CancellationToken);
        using var document = SpreadsheetDocument.Open(stream, isEditable: false);
        var cells = document.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Cell>().ToArray();

        Assert.DoesNotContain(cells, cell => cell.CellFormula is not null);
        var title = Assert.Single(cells, cell => cell.InnerText == Hyperlink);
        Assert.Equal(CellValues.InlineString, title.DataType!.Value);
        Assert.True(document.WorkbookPart.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ElementAt((int)title.StyleIndex!.Value).QuotePrefix!.Value);
    }

    [Fact]
    public void An_exported_workbook_is_valid()
    {
        using var stream = new MemoryStream();
        MeasureXlsxExport.Write(WithTitle("Maßnahme \r\n _x000D_").Measures, stream, TestContext.Current.CancellationToken);
        using var document = SpreadsheetDocument.Open(stream, isEditable: false);

        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(document, TestContext.Current.CancellationToken).Select(error => $"{error.Path?.XPath}: {error.Description}"));
    }

    [Fact]
    public async Task A_long_CSV_goes_to_a_web_server_that_forbids_synchronous_writes()
    {
        var concept = Samples.After(null, Samples.With([.. Enumerable.Range(1, 2_000).Select(i => Samples.Measure($"m-{i}", $"Maßnahme {i}"))]));
        await using var stream = new AsyncOnlyStream();

        await MeasureCsvExport.WriteAsync(concept.Measures, stream, TestContext.Current.CancellationToken);

        Assert.True(stream.Written > 100_000);
    }

    [Fact]
    public async Task A_CSV_reads_the_same_whatever_the_culture_of_the_machine()
    {
        var culture = CultureInfo.CurrentCulture;
        var texts = new List<string>();
        foreach (var name in new[] { "de-DE", "en-US", "ar-SA" })
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
            using var stream = new MemoryStream();
            await MeasureCsvExport.WriteAsync(Samples.After(null, Samples.With(Samples.Measure() with { CostEuro = 1250.5m, Due = new DateOnly(2026, 3, 1) })).Measures, stream, TestContext.Current.CancellationToken);
            texts.Add(Encoding.UTF8.GetString(stream.ToArray()));
        }

        CultureInfo.CurrentCulture = culture;
        Assert.Single(texts.Distinct());
        Assert.Contains(";1250,5;", texts[0], StringComparison.Ordinal);
        Assert.Contains(";01.03.2026;", texts[0], StringComparison.Ordinal);
    }

    private static ConceptSnapshot WithTitle(string title) => Samples.After(null, Samples.With(Samples.Measure(title: title)));

    private static void ChangesNothing(Func<ConceptSnapshot, Result<ImportPlan>> importExported) =>
        Prop.ForAll(Arb.From(Hostile.Measure.ListOf()), measures =>
        {
            var numbered = measures.Take(8).Select((measure, index) => measure with { Id = $"m-{index}", ExternalId = measure.ExternalId is { } id ? $"{id}{index}" : null });
            var concept = Samples.After(null, Samples.With([.. numbered]));
            Assert.True(importExported(concept).TryGet(out var plan, out var refusal), refusal?.Message);
            Assert.True(plan.IsEmpty, string.Join("; ", plan.Measures.Select(measure => $"{measure.Before} became {measure.Item}")));
            Assert.Equal(concept.Measures.Count, plan.Report.Unchanged.Measures);
            Assert.Equal(0, plan.Report.Rejected);
        }).QuickCheckThrowOnFailure();

    private sealed class AsyncOnlyStream : MemoryStream
    {
        public long Written { get; private set; }

        public override void Write(byte[] buffer, int offset, int count) => throw new InvalidOperationException("Synchronous operations are disallowed.");

        public override void Write(ReadOnlySpan<byte> buffer) => throw new InvalidOperationException("Synchronous operations are disallowed.");

        public override void Flush() => throw new InvalidOperationException("Synchronous operations are disallowed.");

        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Written += buffer.Length;
            return ValueTask.CompletedTask;
        }
    }
}
