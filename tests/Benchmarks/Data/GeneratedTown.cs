using System.Globalization;
using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Import;

namespace Insek.Office.Benchmarks.Data;

/// <summary>A town with as many measures as asked for, the same in every run.</summary>
internal static class GeneratedTown
{
    private const int Seed = 20351;
    private const int MeasuresPerGoal = 20;

    private static readonly string[] _sectors = ["Städtebau/Denkmalpflege", "Wohnen", "Wirtschaft/Handel/Tourismus", "Verkehr/Technische Infrastruktur", "Umwelt/Klima", "Kultur/Sport", "Bildung/Soziales", "Finanzen/Verwaltung"];
    private static readonly string[] _areas = ["Altstadt", "Nordwest", "Ost", "Süd"];
    private static readonly string[] _owners = ["Bauamt", "Stadtwerke", "Ordnungsamt", "Amt für Bildung und Soziales"];
    private static readonly string[] _horizons = ["shortTerm", "mediumTerm", "longTerm"];

    private static readonly DateTimeOffset _at = new(2026, 3, 20, 9, 30, 0, TimeSpan.Zero);

    /// <summary>The concept as a file holds it.</summary>
    /// <param name="id">The concept's id.</param>
    /// <param name="measures">How many measures, spread evenly.</param>
    /// <param name="sectors">Over how many sector concepts, from 1 on.</param>
    /// <param name="perGoal">How many measures a goal has.</param>
    public static ConceptDocument Document(string id, int measures, int sectors = 8, int perGoal = MeasuresPerGoal)
    {
        var text = new GermanText(Seed);
        var goals = Math.Max(sectors, measures / perGoal);
        return new ConceptDocument
        {
            SchemaVersion = ConceptDocument.CurrentSchemaVersion,
            Concept = new ConceptHead { Id = id, Town = "Musterstadt", Title = "Integriertes Stadtentwicklungskonzept Musterstadt 2035+", ShortTitle = "INSEK Musterstadt" },
            Areas = [.. _areas.Select((name, index) => new AreaDocument { Id = Invariant($"pg-{index + 1}"), Code = Invariant($"PG {index + 1}"), Name = name })],
            Sectors = [.. Enumerable.Range(0, sectors).Select(index => new SectorDocument { Key = Sector(index), Name = SectorName(index) })],
            Goals = [.. Enumerable.Range(0, goals).Select(index => new GoalDocument { Id = Goal(index), Sector = Sector(index % sectors), Number = (index / sectors) + 1, Title = text.Title(index) })],
            Measures = [.. Enumerable.Range(0, measures).Select(index => Measure(index, index % goals, sectors, text))],
        };
    }

    /// <summary>The key of a sector concept, from 0.</summary>
    public static string Sector(int index) => Invariant($"sektor-{index + 1}");

    /// <summary>What an import of the document into nothing is planned to be.</summary>
    public static ImportPlan Plan(ConceptDocument document, out ImportRequest request)
    {
        request = new ImportRequest(new ConceptId(document.Concept.Id!), Present: null, ImportMode.Atomic, DryRun: false, new MemberId("anna"), _at, CultureInfo.GetCultureInfo("de-DE"));
        return ImportPlanner.Plan(request, document).TryGet(out var plan, out var refusal) && !plan.IsRefused
            ? plan
            : throw new InvalidOperationException($"The generated town is refused: {refusal?.Message ?? plan?.Report.Problems[0].ToString()}");
    }

    /// <summary>The concept as it is held in memory.</summary>
    public static ConceptSnapshot Snapshot(int measures, int sectors) => Snapshot(Document("musterstadt", measures, sectors));

    /// <summary>A concept as it is held in memory.</summary>
    public static ConceptSnapshot Snapshot(ConceptDocument document)
    {
        var plan = Plan(document, out _);
        return new ConceptSnapshot(plan.Head!, version: 1, plan.Sectors, plan.Areas, plan.Goals.Select(goal => goal.Item), plan.Measures.Select(measure => measure.Item));
    }

    private static MeasureDocument Measure(int index, int goal, int sectors, GermanText text) => new()
    {
        Id = Invariant($"m-{index + 1}"),
        Sector = Sector(goal % sectors),
        Goal = Goal(goal),
        Kind = index % 2 == 0 ? "general" : "areaSpecific",
        Areas = index % 2 == 0 ? [] : [Invariant($"pg-{text.Next(_areas.Length) + 1}")],
        Title = text.Title(index + 1),
        Description = text.Description(),
        Owner = text.Pick(_owners),
        Horizon = text.Pick(_horizons),
        CostEuro = text.Next(500) * 1_000,
        Source = "generated",
    };

    private static string SectorName(int index) => index < _sectors.Length ? _sectors[index] : Invariant($"{_sectors[index % _sectors.Length]} {(index / _sectors.Length) + 1}");

    private static string Goal(int index) => Invariant($"ziel-{index + 1}");

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
