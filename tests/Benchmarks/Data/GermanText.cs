using System.Text;

namespace Insek.Office.Benchmarks.Data;

/// <summary>German council prose, the same for the same seed.</summary>
internal sealed class GermanText(int seed)
{
    private static readonly string[] _whats =
    [
        "Die Sanierung der Gehwege", "Der Ausbau des Radwegenetzes", "Die Nachnutzung leerstehender Gebäude", "Die Aufwertung der Grünflächen", "Der barrierefreie Umbau der Haltestellen",
        "Die energetische Ertüchtigung der Grundschule", "Die Stärkung des Einzelhandels", "Die Neuordnung des ruhenden Verkehrs", "Die Erweiterung der Kindertagesstätte", "Der Hochwasserschutz an der Elbe",
    ];

    private static readonly string[] _wheres =
        ["in der Altstadt", "zwischen Bahnhof und Markt", "im Plangebiet Nordwest", "entlang der Äußeren Ringstraße", "rund um Schloss und Brückenkopf", "in den eingemeindeten Ortsteilen", "am Großen Teich", "für das gesamte Stadtgebiet"];

    private static readonly string[] _hows =
    [
        "soll gemeinsam mit den Eigentümerinnen und Eigentümern vorbereitet", "wird im Rahmen der Städtebauförderung umgesetzt", "ist mit dem Landkreis und den Stadtwerken abzustimmen",
        "setzt ein Nutzungskonzept und eine Kostenschätzung voraus", "dient der Daseinsvorsorge und dem Klimaschutz gleichermaßen", "knüpft an den Stadtratsbeschluss aus dem Vorjahr an",
    ];

    private static readonly string[] _whys =
    [
        "damit kurze Wege für alle Generationen erhalten bleiben.", "weil der Bestand den heutigen Anforderungen nicht mehr genügt.", "um Leerstand zu vermeiden und die Innenstadt zu beleben.",
        "sodass Fördermittel („Lebendige Zentren“) rechtzeitig beantragt werden können.", "was die Bürgerbeteiligung 2024 ausdrücklich gewünscht hat.",
    ];

    // Not for secrets: the same numbers in every run are the point.
    private readonly Random _random = new(seed);

    /// <summary>A heading of 40 to 100 characters, ending in its number.</summary>
    public string Title(int number) => FormattableString.Invariant($"{Pick(_whats)} {Pick(_wheres)} ({number})");

    /// <summary>A paragraph of about 300 to 600 characters.</summary>
    public string Description()
    {
        var length = _random.Next(300, 500);
        var text = new StringBuilder(700);
        while (text.Length < length)
        {
            text.Append(text.Length == 0 ? "" : " ").Append(Pick(_whats)).Append(' ').Append(Pick(_wheres)).Append(' ').Append(Pick(_hows)).Append(", ").Append(Pick(_whys));
        }

        return text.ToString();
    }

    public int Next(int below) => _random.Next(below);

    public string Pick(string[] choices) => choices[_random.Next(choices.Length)];
}
