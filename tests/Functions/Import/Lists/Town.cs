using System.Globalization;

namespace Insek.Office.Functions.Tests.Import.Lists;

/// <summary>A measure as a generated town keeps it: what its cells say, and what they mean by construction.</summary>
internal sealed record TownMeasure(string Number, string Title, string Sector)
{
    public string? Description { get; init; }

    public (string Written, string? Means) Priority { get; init; }

    public (string Written, string? Means) Horizon { get; init; }

    public (string Written, decimal? Means, bool IsNote) Cost { get; init; }

    public string Owner { get; init; } = "";

    public (string Written, string[] Means) Partners { get; init; } = ("", []);

    public (string Written, DateOnly? Means) Due { get; init; }

    public string Remark { get; init; } = "";
}

/// <summary>A row of a generated list: its cells, and what it is by construction.</summary>
/// <param name="Kind">The kind a report must give it.</param>
/// <param name="Cells">Its cells.</param>
/// <param name="Measure">The measure; null for other rows.</param>
internal sealed record TownRow(string Kind, string[] Cells, TownMeasure? Measure = null);

/// <summary>A town's list in one of several styles, disordered by a seed, with the expected result known by construction.</summary>
internal sealed class Town
{
    private static readonly string[] _verbs = ["Ausbau", "Sanierung", "Neubau", "Aufwertung", "Erneuerung", "Umgestaltung", "Barrierefreier Umbau", "Instandsetzung"];
    private static readonly string[] _things = ["Radweg Elbstraße", "Grundschule Nord", "Marktplatz", "Brücke Mühlgraben", "Stadtpark", "Feuerwehrgerätehaus", "Gehweg Leipziger Straße", "Kita „Sonnenschein“", "Bahnhofsvorplatz", "Sportplatz Süd", "Bibliothek", "Parkplatz Schloss"];
    private static readonly string[] _owners = ["Bauamt", "Ordnungsamt", "Stadtwerke", "Amt für Bildung, Jugend und Soziales", "Stabsstelle Klimaschutz", "Landratsamt"];
    private static readonly (string, string?)[] _priorities = [("hoch", "high"), ("mittel", "medium"), ("gering", "low"), ("Hoch", "high"), ("niedrig", "low"), ("", null), ("-", null)];
    private static readonly (string, string?)[] _horizons = [("kurzfristig", "shortTerm"), ("mittelfristig", "mediumTerm"), ("langfristig", "longTerm"), ("Daueraufgabe", "continuous"), ("", null)];
    private static readonly string[] _tests = ["Test", "xxx", "Testmaßnahme", "Dummy"];

    private readonly Random random;
    private readonly int style;
    private readonly HashSet<string> titles = [];
    private int next;

    public Town(int seed)
    {
        random = new Random(seed);
        style = random.Next(4);
        Measures = [.. Enumerable.Range(0, random.Next(8, 30)).Select(_ => NewMeasure()).OrderBy(measure => HasGroups ? measure.Sector : "", StringComparer.Ordinal)];
    }

    /// <summary>The measures in the order of the list.</summary>
    public List<TownMeasure> Measures { get; }

    /// <summary>Measures that the edition calls off, by their numbers.</summary>
    public HashSet<string> Cancelled { get; } = [];

    /// <summary>Whether rows above the measures carry the Handlungsfeld.</summary>
    public bool HasGroups => style is 1 or 2;

    /// <summary>Whether number and title stand in one cell.</summary>
    public bool HasNumbersInTitles => style == 2;

    /// <summary>Another measure, with the next number.</summary>
    public TownMeasure NewMeasure(string? sector = null, string? number = null)
    {
        string title;
        do
        {
            title = $"{Pick(_verbs)} {Pick(_things)} {(random.Next(3) == 0 ? $"Abschnitt {random.Next(2, 90)}" : $"Bereich {(char)('K' + random.Next(12))}{random.Next(9)}")}";
        }
        while (!titles.Add(title));

        next++;
        var euro = random.Next(1, 4_000) * 1_000m;
        var day = new DateOnly(2024, 1, 1).AddDays(random.Next(3_000));
        var partners = Enumerable.Range(0, random.Next(3)).Select(_ => Pick(["Verein Altstadt e. V.", "Bürgerinitiative", "IHK Leipzig", "Wohnstätten GmbH"])).Distinct().ToArray();
        return new TownMeasure(number ?? NumberOf(next), title, sector ?? Pick(["Verkehr", "Bildung"]))
        {
            Description = random.Next(2) == 0 ? null : $"Der Zustand ist schlecht; {title} hilft.\nMit zweiter Zeile.",
            Priority = Pick(_priorities),
            Horizon = Pick(_horizons),
            Cost = random.Next(5) switch
            {
                0 => ("", null, false),
                1 => ($"{(euro / 1_000).ToString(CultureInfo.InvariantCulture)} bis {(euro / 500).ToString(CultureInfo.InvariantCulture)} Tsd. €", null, true),
                2 => ("< 20.000 €", null, true),
                _ => ($"{euro.ToString("#,0", CultureInfo.GetCultureInfo("de-DE"))} €", euro, false),
            },
            Owner = Pick(_owners),
            Partners = (string.Join("\n", partners), partners),
            Due = random.Next(3) == 0 ? ("", null) : (day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture), day),
            Remark = random.Next(4) == 0 ? $"siehe Protokoll vom {random.Next(1, 28)}. Mai; offen" : "",
        };
    }

    /// <summary>The rows of the file from its first, with disorder between them.</summary>
    public List<TownRow> Rows()
    {
        var rows = new List<TownRow>();
        var headings = Headings();
        for (var i = random.Next(3); i > 0; i--)
        {
            rows.Add(new TownRow("title", Cells(headings.Length, i == 1 ? "Maßnahmen des Stadtentwicklungskonzepts der Stadt Probstadt" : "Entwurf, beschlossen ist nichts")));
        }

        if (style == 3)
        {
            rows.Add(new TownRow("technical", [.. headings.Select((_, index) => string.Create(CultureInfo.InvariantCulture, $"MN_FELD_{index}"))]));
        }

        rows.Add(new TownRow("heading", headings));
        if (style == 1)
        {
            rows.Add(new TownRow("unit", Cells(headings.Length, "", "", "", "", "", "in €", "TT.MM.JJJJ")));
        }

        var sector = "";
        var sincePage = 0;
        foreach (var measure in Measures)
        {
            if (HasGroups && measure.Sector != sector)
            {
                sector = measure.Sector;
                rows.Add(new TownRow("group", Cells(headings.Length, random.Next(2) == 0 ? $"Handlungsfeld: {sector}" : sector)));
            }

            AddDisorder(rows, headings, ref sincePage);
            rows.Add(Cancelled.Contains(measure.Number) ? new TownRow("cancelled", Row(measure with { Title = $"{measure.Title} (entfällt)" }), measure) : new TownRow("measure", Row(measure), measure));
        }

        rows.Add(new TownRow("footer", Cells(headings.Length, "Summe", "", "", "", "", "12.345 €")));
        return rows;
    }

    private void AddDisorder(List<TownRow> rows, string[] headings, ref int sincePage)
    {
        switch (random.Next(14))
        {
            case 0:
                rows.Add(new TownRow("blank", Cells(headings.Length)));
                break;
            case 1 when sincePage > 4:
                rows.Add(new TownRow("heading", headings));
                sincePage = 0;
                break;
            case 2:
                rows.Add(new TownRow("test", TitleOnly(headings, Pick(_tests))));
                break;
            case 3:
                rows.Add(new TownRow("reference", TitleOnly(headings, $"entspricht Maßnahme {random.Next(300, 400)}", NumberOf(500 + ++next))));
                break;
        }

        sincePage++;
    }

    private string[] Headings() => style switch
    {
        0 => ["Nr.", "Maß-\nnahme *", "Handlungsfeld", "Priorität", "Zeithorizont", "Kosten in EUR ", "Zuständigkeit", "Fertigstellung", "Bemerkung"],
        1 => ["Maßnahmen-\nNr.", "Titel", "Beschreibung ", "Federführung", "Beteiligte*", "Kosten", "Frist", "Dringlichkeit", "Notiz"],
        2 => ["Priorität", "Nr./Maßnahme", "Problem", "Verantwortung", "Gesamtkosten", "Zieltermin", "Anmerkungen intern"],
        _ => ["ID", "Maßnahme", "Themenbereich", "Prioritätsstufe", "Zeitrahmen", "Gesamtkosten", "Projektträger", "Akteure", "Geplantes Ende", "Interne Notiz"],
    };

    private string[] Row(TownMeasure measure) => style switch
    {
        0 => [measure.Number, measure.Title, measure.Sector, measure.Priority.Written, measure.Horizon.Written, measure.Cost.Written, measure.Owner, measure.Due.Written, measure.Remark],
        1 => [measure.Number, measure.Title, measure.Description ?? "", measure.Owner, measure.Partners.Written, measure.Cost.Written, measure.Due.Written, measure.Priority.Written, measure.Remark],
        2 => [measure.Priority.Written, $"{measure.Number}: {measure.Title}", measure.Description ?? "", measure.Owner, measure.Cost.Written, measure.Due.Written, measure.Remark],
        _ => [measure.Number, measure.Title, measure.Sector, measure.Priority.Written, measure.Horizon.Written, measure.Cost.Written, measure.Owner, measure.Partners.Written, measure.Due.Written, measure.Remark],
    };

    /// <summary>Whether the style has a column for a field.</summary>
    public bool Has(string field) => field switch
    {
        "horizon" => style is 0 or 3,
        "partners" => style is 1 or 3,
        "description" => style is 1 or 2,
        _ => true,
    };

    private string[] TitleOnly(string[] headings, string title, string number = "") =>
        HasNumbersInTitles ? Cells(headings.Length, "", title) : Cells(headings.Length, number, title);

    private static string[] Cells(int width, params string[] cells) => [.. cells, .. Enumerable.Repeat("", width - cells.Length)];

    private string NumberOf(int number) => style switch
    {
        0 => number.ToString(CultureInfo.InvariantCulture),
        1 => string.Create(CultureInfo.InvariantCulture, $"M{number}"),
        2 => string.Create(CultureInfo.InvariantCulture, $"III.{number}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{number / 10 + 1}.{number % 10 + 1}.1"),
    };

    private T Pick<T>(T[] values) => values[random.Next(values.Length)];
}
