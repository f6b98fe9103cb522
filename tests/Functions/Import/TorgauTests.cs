using System.Text.Json;
using CsvHelper;
using Insek.Office.Functions.Export;

namespace Insek.Office.Functions.Tests.Import;

public sealed class TorgauTests
{
    // What the original says by its shape only, and ours by another shape:
    private static readonly HashSet<string> _exceptions =
    [
        "schemaVersion",             // the version of the original's own format
        "order",                     // a sector concept's place is its place in our list; asserted by Sectors_keep_their_order
        "unresolvedSpatialFocus",    // repeats names of spatialFocus that have no area; ours have none either
    ];

    [Fact]
    public async Task Every_text_and_number_of_the_original_stands_in_the_sample_at_least_as_often()
    {
        using var original = await ReadAsync("source/concept.json");
        using var sample = await ReadAsync("concept.json");
        var ours = Leaves(sample.RootElement, []).GroupBy(leaf => leaf).ToDictionary(group => group.Key, group => group.Count());

        var lost = Leaves(original.RootElement, _exceptions)
            .GroupBy(leaf => leaf)
            .Where(group => ours.GetValueOrDefault(group.Key) < group.Count())
            .Select(group => $"{group.Key}: {group.Count()} in the original, {ours.GetValueOrDefault(group.Key)} here");

        Assert.Empty(lost);
    }

    [Theory]
    [InlineData("source/measures.csv", "title")]
    [InlineData("source/measures.csv", "source")]
    [InlineData("source/overview.csv", "name")]
    [InlineData("source/overview.csv", "note")]
    public async Task Every_text_of_the_original_tables_stands_in_the_sample(string file, string column)
    {
        using var sample = await ReadAsync("concept.json");
        var ours = Leaves(sample.RootElement, []).ToHashSet();
        using var csv = CsvReader.FromFile(Samples.Torgau(file), new CsvReaderOptions { Separator = ';' });
        var texts = new List<string>();
        while (csv.Read())
        {
            texts.Add(csv.GetString(column));
        }

        Assert.NotEmpty(texts);
        Assert.DoesNotContain(texts, text => text.Length > 0 && text != "Gesamt" && !ours.Contains(text));
    }

    [Fact]
    public async Task Sectors_keep_their_order()
    {
        var concept = Samples.After(null, await Samples.TorgauAsync());

        Assert.Equal(["verkehr", "bildung", "staedtebau", "umwelt", "kultur", "sport", "finanzen", "wirtschaft"], concept.Sectors.Select(sector => sector.Key.Value));
        Assert.Equal([9, 8, 6, 5, 5, 2, 5, 5], concept.Sectors.Select(sector => concept.GoalsOf(sector.Key).Count()));
        Assert.Equal([31, 35, 18, 22, 17, 9, 0, 16], concept.Sectors.Select(sector => concept.MeasuresOf(sector.Key).Count()));
    }

    [Fact]
    public async Task The_sample_imports_without_an_error()
    {
        var report = Samples.Plan(null, await Samples.TorgauAsync()).Report;

        Assert.True(report.Applied);
        Assert.Equal((1, 8, 8, 45, 148), (report.Created.Concepts, report.Created.Areas, report.Created.Sectors, report.Created.Goals, report.Created.Measures));
        Assert.Equal(0, report.Rejected);
        Assert.DoesNotContain(report.Problems, problem => problem.Severity == "error");
    }

    [Fact]
    public async Task The_import_lists_what_is_known_to_be_odd()
    {
        var document = await Samples.TorgauAsync();
        var problems = Samples.Plan(null, document).Report.Problems;

        Assert.Equal(
            ["verkehr-9 Nord", "bildung-2 Nord", "bildung-2 Weßnig", "staedtebau-1 Nord", "staedtebau-5 Nord"],
            Of("unknown-area-name").Select(problem => $"{document.Goals[problem.Row!.Value - 1].Id} {problem.Value}"));
        Assert.Equal(["PG IV West"], Of("unused-area").Select(problem => problem.Value));
        Assert.Equal(["finanzen-5"], Of("duplicate-title").Select(problem => document.Goals[problem.Row!.Value - 1].Id));
        Assert.Contains(Of("reported-count-differs"), problem => problem is { Part: "concept", Column: "reportedTotals.generalMeasures", Value: "269" });
        Assert.Contains(Of("reported-count-differs"), problem => problem is { Part: "concept", Column: "reportedTotals.areaMeasures", Value: "193" });
        Assert.Contains("196", Assert.Single(Of("reported-total-mismatch")).Reason, StringComparison.Ordinal);

        IEnumerable<Contracts.ImportProblem> Of(string code) => problems.Where(problem => problem.Code == code);
    }

    [Fact]
    public async Task Importing_the_sample_again_changes_nothing()
    {
        var document = await Samples.TorgauAsync();
        var plan = Samples.Plan(Samples.After(null, document), document);

        Assert.True(plan.IsEmpty);
        Assert.Equal((1, 8, 8, 45, 148), (plan.Report.Unchanged.Concepts, plan.Report.Unchanged.Areas, plan.Report.Unchanged.Sectors, plan.Report.Unchanged.Goals, plan.Report.Unchanged.Measures));
    }

    [Fact]
    public async Task The_same_measures_as_CSV_change_nothing()
    {
        var present = Samples.After(null, await Samples.TorgauAsync());
        var plan = Samples.Plan(present, await File.ReadAllTextAsync(Samples.Torgau("measures.csv"), TestContext.Current.CancellationToken));

        Assert.True(plan.IsEmpty);
        Assert.Equal(148, plan.Report.Unchanged.Measures);
    }

    [Fact]
    public async Task An_export_of_the_sample_is_the_sample_byte_for_byte()
    {
        var concept = Samples.After(null, await Samples.TorgauAsync());
        using var json = new MemoryStream();
        await ConceptJsonExport.WriteAsync(concept, json, TestContext.Current.CancellationToken);
        using var csv = new MemoryStream();
        await MeasureCsvExport.WriteAsync(concept.Measures, csv, TestContext.Current.CancellationToken);

        Assert.Equal(Normalized(await File.ReadAllBytesAsync(Samples.Torgau("concept.json"), TestContext.Current.CancellationToken)), Normalized(json.ToArray()));
        Assert.Equal(Normalized(await File.ReadAllBytesAsync(Samples.Torgau("measures.csv"), TestContext.Current.CancellationToken)), Normalized(csv.ToArray()));

        // A clone may have other line ends than the export writes.
        static string Normalized(byte[] bytes) => System.Text.Encoding.UTF8.GetString(bytes).ReplaceLineEndings("\n").TrimEnd('\n');
    }

    private static async Task<JsonDocument> ReadAsync(string file)
    {
        await using var stream = File.OpenRead(Samples.Torgau(file));
        return await JsonDocument.ParseAsync(stream, cancellationToken: TestContext.Current.CancellationToken);
    }

    private static IEnumerable<string> Leaves(JsonElement element, HashSet<string> exceptions) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Where(property => !exceptions.Contains(property.Name)).SelectMany(property => Leaves(property.Value, exceptions)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(item => Leaves(item, exceptions)),
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Number => [element.GetRawText()],
        _ => [],
    };
}
