using System.Globalization;
using System.Text;
using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Import;
using Insek.Office.Functions.Sheets;

namespace Insek.Office.Functions.Tests.Import;

/// <summary>A small concept, the Torgau sample, and short ways to import things into them.</summary>
internal static class Samples
{
    public static DateTimeOffset At { get; } = new(2026, 3, 20, 9, 30, 0, TimeSpan.Zero);

    public static MemberId Editor { get; } = new("editor");

    public static CultureInfo German { get; } = CultureInfo.GetCultureInfo("de-DE");

    /// <summary>Two sector concepts, two areas, a goal each, no measures.</summary>
    public static ConceptDocument Document { get; } = new()
    {
        SchemaVersion = 1,
        Concept = new ConceptHead { Id = "probe", Town = "Probstadt", Title = "INSEK Probstadt" },
        Areas = [new AreaDocument { Id = "PG-I", Code = "PG I", Name = "Altstadt" }, new AreaDocument { Id = "PG-II", Code = "PG II", Name = "Ost" }],
        Sectors = [new SectorDocument { Key = "verkehr", Name = "Verkehr" }, new SectorDocument { Key = "bildung", Name = "Bildung" }],
        Goals =
        [
            new GoalDocument { Id = "verkehr-1", Sector = "verkehr", Number = 1, Title = "Radwege", SpatialFocus = [new SpatialFocusDocument { Name = "Altstadt", Area = "PG-I" }] },
            new GoalDocument { Id = "bildung-1", Sector = "bildung", Number = 1, Title = "Schulen", SpatialFocus = [new SpatialFocusDocument { Name = "Ost", Area = "PG-II" }] },
        ],
    };

    public static ConceptSnapshot Concept { get; } = After(null, Document);

    public static string Root { get; } = FindRoot();

    public static string Torgau(string file) => Path.Combine(Root, "samples", "torgau", file);

    public static async Task<ConceptDocument> TorgauAsync()
    {
        await using var file = File.OpenRead(Torgau("concept.json"));
        Assert.True((await ConceptJsonReader.ReadAsync(file, TestContext.Current.CancellationToken)).TryGet(out var document, out var refusal), refusal?.Message);
        return document;
    }

    public static ConceptDocument With(params MeasureDocument[] measures) => Document with { Measures = measures };

    public static MeasureDocument Measure(string? id = "m-1", string? title = "Radweg Elbstraße") => new() { Id = id, Sector = "verkehr", Goal = "verkehr-1", Title = title };

    public static ImportRequest Request(ConceptSnapshot? present, string concept = "probe", ImportMode mode = ImportMode.Atomic, bool dryRun = false, CultureInfo? culture = null) =>
        new(new ConceptId(concept), present, mode, dryRun, Editor, At, culture ?? German);

    public static ImportPlan Plan(ConceptSnapshot? present, ConceptDocument document, ImportMode mode = ImportMode.Atomic, CultureInfo? culture = null)
    {
        Assert.True(ImportPlanner.Plan(Request(present, document.Concept.Id!, mode, culture: culture), document).TryGet(out var plan, out var refusal), refusal?.Message);
        return plan;
    }

    public static ImportPlan Plan(ConceptSnapshot present, string csv, ImportMode mode = ImportMode.Atomic)
    {
        Assert.True(ImportPlanner.Plan(Request(present, present.Concept.Id.Value, mode), Csv(csv)).TryGet(out var plan, out var refusal), refusal?.Message);
        return plan;
    }

    public static MeasureSheet Csv(string csv)
    {
        Assert.True(ReadCsv(csv).TryGet(out var measures, out var refusal), refusal?.Message);
        return measures;
    }

    public static Result<MeasureSheet> ReadCsv(string csv) => Read(CsvSheet.Open(new MemoryStream(Encoding.UTF8.GetBytes(csv))));

    public static Result<MeasureSheet> Read(Result<ISheet> opened)
    {
        Assert.True(opened.TryGet(out var sheet, out var refusal), refusal?.Message);
        using (sheet)
        {
            return MeasureSheet.Read(sheet, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>The concept after an import that must succeed.</summary>
    public static ConceptSnapshot After(ConceptSnapshot? present, ConceptDocument document)
    {
        var plan = Plan(present, document);
        Assert.False(plan.IsRefused, string.Join("; ", plan.Report.Problems.Select(problem => $"{problem.Part} {problem.Row} {problem.Code} {problem.Value}")));
        return Apply(present, plan);
    }

    /// <summary>The concept after a plan is written.</summary>
    public static ConceptSnapshot Apply(ConceptSnapshot? present, ImportPlan plan) => new(
        plan.Head ?? present!.Concept,
        (present?.Version ?? 0) + 1,
        Merge(present?.Sectors, plan.Sectors, sector => sector.Key.Value),
        Merge(present?.Areas, plan.Areas, area => area.Id.Value),
        Merge(present?.Goals, plan.Goals.Select(goal => goal.Item), goal => goal.Id.Value),
        Merge(present?.Measures, plan.Measures.Select(measure => measure.Item), measure => measure.Id.Value));

    private static IEnumerable<T> Merge<T>(IEnumerable<T>? present, IEnumerable<T> changed, Func<T, string> key) =>
        (present ?? []).Concat(changed).GroupBy(key).Select(group => group.Last());

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Insek.Office.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
    }
}
