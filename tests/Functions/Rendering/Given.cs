using Insek.Office.Domain;

namespace Insek.Office.Functions.Tests.Rendering;

/// <summary>Tables and concepts to render.</summary>
internal static class Given
{
    public const string Hostile = "<b>\"Ä&ö'\"</b> 🏛️\tSpalte\r\nZeile\nEnde ]]> {0} \u0007 é";

    public static readonly DateTimeOffset Stand = new(2026, 11, 21, 23, 30, 0, TimeSpan.Zero);

    private static readonly MemberId _editor = new("11111111-1111-1111-1111-111111111111");

    /// <summary>Two goals with items, an empty cell, a count, a total.</summary>
    public static Table Table(string title = "Ziele und Maßnahmen: Verkehr", string text = "Radweg an der B 87 ausbauen", string concept = "insek-torgau") => new()
    {
        Definition = "sector-measures",
        Concept = new ConceptId(concept),
        Parameters = new TableParameters { Sector = new SectorKey("verkehr") },
        Title = title,
        AsOf = Stand,
        Columns = [new("goal", "Ziel", 30), new("generalMeasures", "Allgemeine Maßnahmen", 55), new("count", "Anzahl", 15, Numeric: true)],
        Rows =
        [
            Row("verkehr-1", [new("verkehr-1", 2, "1. Straßen erhalten")], [new("m-1", 3, text), new("m-2", 1, "Brücke sanieren")], [new("count", 0, "2")]),
            Row("verkehr-2", [new("verkehr-2", 1, "2. Bus & Bahn stärken")], [], [new("count", 0, "0")]),
            Row("total", [new("name", 0, "Gesamt")], [], [new("count", 0, "2")]) with { Kind = TableRowKind.Total },
        ],
    };

    public static Table EmptyTable() => Table() with { Rows = [], AsOf = null };

    /// <summary>A concept like a town's: 8 sector concepts, planning areas, goals with focus areas, measures of both kinds.</summary>
    public static ConceptSnapshot Concept(int sectors = 8, int goalsPerSector = 6, int measuresPerGoal = 10)
    {
        string[] names = ["Städtebau/Denkmalpflege", "Wohnen", "Wirtschaft/Handel/Tourismus", "Verkehr/Technische Infrastruktur", "Umwelt/Klima", "Kultur/Sport", "Bildung/Soziales", "Finanzen/Verwaltung"];
        var keys = Enumerable.Range(0, sectors).Select(i => new SectorKey($"sektor-{i + 1}")).ToArray();
        var goals = keys.SelectMany((key, s) => Enumerable.Range(1, goalsPerSector).Select(n => Goal(key, n))).ToArray();
        return new ConceptSnapshot(
            new Concept { Id = new ConceptId("insek-torgau"), Town = "Große Kreisstadt Torgau", Title = "Integriertes Stadtentwicklungskonzept Torgau 2035+", ShortTitle = "INSEK Torgau" },
            version: 1,
            keys.Select((key, i) => new SectorConcept { Key = key, Order = i + 1, Name = names[i % names.Length] }),
            [new PlanningArea(new AreaId("pg-1"), 1, "PG I", "Altstadt", AreaScope.PlanningArea), new PlanningArea(new AreaId("pg-2"), 2, "PG II", "Nordwest", AreaScope.PlanningArea)],
            goals,
            goals.SelectMany(goal => Enumerable.Range(1, measuresPerGoal).Select(n => Measure(goal, n))));
    }

    private static Goal Goal(SectorKey sector, int number) => new(
        new ItemId($"{sector}-ziel-{number}"),
        new GoalContent
        {
            Sector = sector,
            Number = number,
            Title = $"Die Innenstadt als lebendigen Mittelpunkt stärken und ihre Erreichbarkeit für alle Generationen sichern ({number})",
            FocusAreas = ["Leerstand abbauen", "Barrierefreie Wege zwischen Bahnhof, Markt und Schloss Hartenfels", "Grünflächen vernetzen"],
            SpatialFocus = [new SpatialFocus("Altstadt", new AreaId("pg-1")) { Places = ["Markt", "Breite Straße"], PlacesQualifier = "v. a." }, new SpatialFocus("Gesamtstadt")],
        },
        _editor,
        Stand.AddDays(-number));

    private static Measure Measure(Goal goal, int number) => new(
        new ItemId($"{goal.Id}-m-{number}"),
        new MeasureContent
        {
            Sector = goal.Content.Sector,
            Goal = goal.Id,
            Title = number % 3 == 0 ? $"Konzept für die Nachnutzung leerstehender Gebäude erarbeiten und mit den Eigentümern abstimmen ({number})" : $"Fahrradabstellanlagen errichten ({number})",
            Kind = number % 2 == 0 ? MeasureKind.AreaSpecific : MeasureKind.General,
            Areas = number % 2 == 0 ? [new AreaId("pg-1"), new AreaId("pg-2")] : [],
        },
        _editor,
        Stand.AddMinutes(-number));

    private static TableRow Row(string key, params ReadOnlySpan<CellItem[]> cells)
    {
        var made = new List<TableCell>();
        foreach (var items in cells)
        {
            made.Add(new TableCell([.. items]));
        }

        return new TableRow(key, [.. made]);
    }
}
