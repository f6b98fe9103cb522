using System.Text;

namespace Insek.Office.EndToEnd.Tests.Lists;

/// <summary>A list as a town hall keeps it: a title above, Handlungsfelder between, a sum below, and cells that say more than one thing.</summary>
internal static class TownHallList
{
    public const string FileName = "Maßnahmen Stadtumbau 2024.csv";

    private static readonly Encoding _windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>The rows; what is asked about them: the direction of the priorities, the Handlungsfeld "Digitale Stadt", and what "6/7/26" is.</summary>
    private const string Rows = """
        Maßnahmenliste Stadtumbau;;;;;;;
        Stand: 01.03.2024, Amt für Stadtentwicklung;;;;;;;
        ;;;;;;;
        Nr.;Maßnahme;Beschreibung;Priorität;Zuständigkeit;Kosten in EUR;Fertigstellung;Anmerkung der Kämmerei
        Verkehr;;;;;;;
        1;Radweg an der Elbstraße verbreitern;Beidseitig, vom Brückenkopf bis zum Hafen;1;Tiefbauamt;"1.250.000,00 €";30.06.2026;Haushalt 2025
        2;Bushaltestelle Bahnhof barrierefrei umbauen;;2;Tiefbauamt;250 bis 300 Tsd. €;6/7/26;
        3;Parkleitsystem Innenstadt;entfällt;3;Ordnungsamt;;;
        4;Querungshilfe Leipziger Straße;Mittelinsel;1;Tiefbauamt;85.000 €;31.12.2025;
        ;;;;;;;
        Digitale Stadt;;;;;;;
        5;Offenes WLAN am Markt;Zwölf Zugangspunkte;3;Hauptamt;< 20.000 €;5/6/26;
        6;Digitales Bauamt;;2;Bauamt;120.000 €;Daueraufgabe;
        7;entspricht Maßnahme 1;;;;;;
        Summe;;;;;1.455.000 €;;
        """;

    /// <summary>As Excel saves it on a German Windows.</summary>
    public static byte[] Csv => _windows.GetBytes(Rows.ReplaceLineEndings("\r\n"));

    /// <summary>The same after a program took UTF-8 for Windows-1252.</summary>
    public static byte[] BrokenCsv => Encoding.UTF8.GetBytes(_windows.GetString(Encoding.UTF8.GetBytes(Rows)));
}
