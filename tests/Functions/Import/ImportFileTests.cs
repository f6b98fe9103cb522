using System.Text;
using Insek.Office.Domain;
using Insek.Office.Functions.Export;
using Insek.Office.Functions.Import;
using Insek.Office.Functions.Sheets;
using Insek.Office.Functions.Storage;

namespace Insek.Office.Functions.Tests.Import;

public sealed class ImportFileTests
{
    [Fact]
    public async Task A_file_in_each_format_is_read_from_disk_and_stays_open()
    {
        var present = Samples.After(null, Samples.With(Samples.Measure()));
        foreach (var format in Enum.GetValues<ImportFormat>())
        {
            await using var file = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 4096, FileOptions.DeleteOnClose);
            await WriteAsync(present, format, file);

            Assert.True((await ImportFile.PlanAsync(Samples.Request(present), new ImportUpload(format, file), TestContext.Current.CancellationToken)).TryGet(out var plan, out var refusal), refusal?.Message);

            Assert.Equal(1, plan.Report.Unchanged.Measures);
            Assert.True(file.CanRead);
        }
    }

    // As a spreadsheet saves it as text.
    [Fact]
    public async Task An_export_of_ours_with_tabs_instead_of_semicolons_is_still_ours()
    {
        var read = await PlanAsync(Samples.Concept, ImportFormat.List, "id\tsector\ttitle\nm-1\tverkehr\tRadweg, beidseitig\n");

        Assert.True(read.TryGet(out var plan, out var refusal), refusal?.Message);
        Assert.Null(plan.Report.List);
        Assert.Equal("m-1", Assert.Single(plan.Measures).Item.Id.Value);
    }

    [Theory]
    [InlineData(nameof(ImportFormat.Csv))]
    [InlineData(nameof(ImportFormat.Xlsx))]
    public async Task Measures_for_an_unknown_concept_are_refused_before_the_file_is_read(string format) =>
        Assert.Equal(new UnknownConcept("probe"), (await PlanAsync(null, Enum.Parse<ImportFormat>(format), "kaputt")).Refusal);

    [Theory]
    [InlineData(nameof(ImportFormat.Json), "invalid-json")]
    [InlineData(nameof(ImportFormat.Csv), "not-a-list")]
    [InlineData(nameof(ImportFormat.Xlsx), "not-a-workbook")]
    public async Task A_file_of_another_kind_is_refused(string format, string code) =>
        Assert.Equal(code, (await PlanAsync(Samples.Concept, Enum.Parse<ImportFormat>(format), "%PDF-1.7 kein Konzept")).Refusal!.Code);

    [Fact]
    public async Task A_quote_left_open_far_down_refuses_the_whole_file()
    {
        var csv = new StringBuilder("id;sector;title\n");
        for (var i = 0; i < 2_000; i++)
        {
            csv.Append(null, $"m-{i};verkehr;{(i == 1_000 ? "\"" : "")}Radweg {i}\n");
        }

        Assert.Equal(new UnreadableFile(1_002), (await PlanAsync(Samples.Concept, ImportFormat.Csv, csv.ToString())).Refusal);
    }

    private static async Task<Result<ImportPlan>> PlanAsync(ConceptSnapshot? present, ImportFormat format, string content)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(content));
        return await ImportFile.PlanAsync(Samples.Request(present), new ImportUpload(format, file), TestContext.Current.CancellationToken);
    }

    private static Task WriteAsync(ConceptSnapshot concept, ImportFormat format, Stream file)
    {
        switch (format)
        {
            case ImportFormat.Json:
                return ConceptJsonExport.WriteAsync(concept, file, TestContext.Current.CancellationToken);
            case ImportFormat.Csv:
                return MeasureCsvExport.WriteAsync(concept.Measures, file, TestContext.Current.CancellationToken);
            default:
                MeasureXlsxExport.Write(concept.Measures, file, TestContext.Current.CancellationToken);
                return Task.CompletedTask;
        }
    }
}
