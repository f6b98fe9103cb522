using System.Collections.Frozen;
using System.Runtime.InteropServices;

namespace Insek.Office.Domain.Lists;

/// <summary>What town halls call their columns.</summary>
internal static class HeadingWords
{
    // In each line the words that name a field best come first: where two columns want one field, the earlier word wins.
    private static readonly (ListField Field, string[][] Ranks)[] _words =
    [
        (ListField.Number,
        [
            ["nr", "nummer", "id", "maßnahmen-nr", "maßnahmennummer", "maßnahme-nr", "maßnahmenr", "maßn.-nr", "mn-nr", "m-nr", "projekt-nr", "projektnummer", "projektnr", "kennziffer", "ordnungsnummer", "externe nummer", "maßnahmen-id", "maßnahmenkürzel", "kürzel", "code"],
            ["lfd. nr", "lfd-nr", "laufende nummer", "lfd", "ziffer", "position", "pos", "no", "#"],
        ]),
        (ListField.NumberAndTitle, [["nr./maßnahme", "nr. und maßnahme", "nr. maßnahme", "nummer und titel", "nr. / titel", "maßnahme (nr. und titel)", "nr./bezeichnung"]]),
        (ListField.Title,
        [
            ["maßnahme", "maßnahmen", "titel", "maßnahmentitel", "maßnahmenbezeichnung", "maßnahmenname", "title", "name der maßnahme", "titel der maßnahme", "bezeichnung der maßnahme", "maßnahme/projekt"],
            ["projekt", "projekte", "projekttitel", "projektname", "vorhaben", "bezeichnung", "projektbezeichnung", "name", "maßnahmenvorschlag", "einzelmaßnahme", "schlüsselprojekt"],
            ["kurzbeschreibung", "kurztitel", "kurzbezeichnung", "gegenstand", "was"],
        ]),
        (ListField.Description,
        [
            ["beschreibung", "maßnahmenbeschreibung", "projektbeschreibung", "beschreibung der maßnahme", "inhalt", "inhalte", "erläuterung", "erläuterungen", "description", "kurzbeschreibung"],
            ["problem", "problembeschreibung", "problem/mangel", "mangel", "ausgangslage", "begründung", "details", "beschreibung/problem"],
        ]),
        (ListField.Sector,
        [
            ["handlungsfeld", "handlungsfelder", "themenbereich", "fachkonzept", "themenfeld", "sektor", "fachbereich"],
            ["thema", "bereich", "kategorie", "schwerpunkt", "handlungsschwerpunkt", "cluster", "rubrik", "hf", "teilkonzept"],
        ]),
        (ListField.Areas,
        [
            ["plangebiet", "plangebiete", "gebiet", "gebiete", "planungsraum", "teilraum", "fördergebiet", "gebietskulisse", "schwerpunktraum"],
            ["ortsteil", "ortsteile", "stadtteil", "stadtteile", "kommune", "gemeinde", "ortschaft", "quartier", "bezirk"],
            ["ort", "lage", "standort", "verortung", "räumlicher bezug", "straße", "wo", "adresse", "örtlichkeit"],
        ]),
        (ListField.Owner,
        [
            ["federführung", "zuständigkeit", "zuständig", "verantwortung", "verantwortlich", "verantwortlichkeit", "verantwortliche", "verantwortlicher", "zuständige stelle", "zuständiges amt", "federführendes amt", "federführende stelle", "federführend", "owner", "verantwortliche stelle"],
            ["projektträger", "träger", "maßnahmenträger", "vorhabenträger", "umsetzung durch", "amt", "fachamt", "durch wen", "wer"],
            ["baulastträger", "straßenbaulastträger", "bauherr", "eigentümer", "initiator"],
        ]),
        (ListField.Partners, [["akteure", "beteiligte", "partner", "weitere akteure", "beteiligte akteure", "kooperationspartner", "mitwirkende", "mitwirkung", "weitere beteiligte", "beteiligung", "akteure/partner", "zu beteiligen", "projektbeteiligte"], ["zielgruppe und akteure"]]),
        (ListField.Priority, [["priorität", "prioritätsstufe", "priorität/rang", "dringlichkeit", "prio", "prioritäten", "priorisierung", "rang", "prioritätsklasse", "priority"], ["wichtigkeit", "bedeutung", "wertung"]]),
        (ListField.Horizon,
        [
            ["zeithorizont", "umsetzungshorizont", "realisierungshorizont", "fristigkeit", "umsetzungszeitraum", "horizon"],
            ["zeitrahmen", "laufzeit", "zeitraum", "umsetzungszeit", "realisierungszeitraum", "zeitplan", "zeitplanung", "zeitliche einordnung", "umsetzung", "realisierung", "wann", "zeitschiene", "durchführungszeitraum"],
        ]),
        (ListField.Cost,
        [
            ["gesamtkosten", "kosten gesamt", "gesamtkosten brutto", "investitionskosten gesamt", "kosten", "kostenschätzung", "geschätzte kosten", "kostenrahmen", "geplante kosten", "voraussichtliche kosten", "kosten/finanzierung", "cost", "kosten (euro)", "grobkosten", "kostenannahme"],
            ["investitionskosten", "investitionssumme", "investition", "finanzbedarf", "finanzieller aufwand", "aufwand", "kostenumfang", "budget", "baukosten", "mittelbedarf"],
            ["kostenklasse", "kostenkategorie", "kostengruppe", "kostenstufe"],
        ]),
        (ListField.ActualCost, [["tatsächliche kosten", "ist-kosten", "istkosten", "abgerechnete kosten", "kosten ist", "verausgabt", "bisherige kosten", "schlussgerechnet"]]),
        (ListField.Funding,
        [
            ["förderung", "förderprogramm", "fördermittel", "förderprogramme", "fördermöglichkeit", "fördermöglichkeiten", "fördermittelprogramm", "förderkulisse", "funding", "finanzierung/förderung", "förderung/finanzierung"],
            ["finanzierung", "finanzierungsquelle", "finanzierungsmöglichkeit", "finanzierungsmöglichkeiten", "mittelherkunft", "finanzierung durch"],
            ["förderquote", "fördersatz", "förderanteil"],
        ]),
        (ListField.State, [["status", "umsetzungsstand", "umsetzungsstatus", "bearbeitungsstand", "projektstatus", "maßnahmenstatus", "stand der umsetzung", "realisierungsstand", "state"], ["sachstand", "stand", "aktueller stand", "projektstand", "planungsstand"]]),
        (ListField.Progress, [["fortschritt", "fortschritt in prozent", "umsetzungsgrad", "fertigstellungsgrad", "erfüllungsstand", "progress", "realisierungsgrad"]]),
        (ListField.Due,
        [
            ["frist", "zieltermin", "geplantes ende", "fertigstellung", "termin", "fällig", "fällig am", "fällig bis", "fertigstellungstermin", "umsetzung bis", "realisierung bis", "abschluss", "projektende", "deadline", "due", "umsetzungsfrist", "zu erledigen bis", "geplante fertigstellung", "bauende", "enddatum", "ende", "geplanter abschluss"],
            ["jahr", "zieljahr", "umsetzungsjahr", "realisierungsjahr"],
        ]),
        (ListField.Begin, [["beginn", "start", "baubeginn", "projektbeginn", "geplanter beginn", "maßnahmenbeginn", "umsetzungsbeginn", "startdatum", "projektstart", "geplanter start", "begin", "umsetzung ab"]]),
        (ListField.NextStep, [["nächster schritt", "nächste schritte", "weiteres vorgehen", "weitere schritte", "next step", "nächste arbeitsschritte", "arbeitsschritte"]]),
        (ListField.Deputy, [["vertretung", "stellvertretung", "stellvertreter", "deputy"]]),
        (ListField.KeyMeasure, [["schlüsselmaßnahme", "leitprojekt", "leuchtturmprojekt", "leuchtturm", "schlüsselprojekt ja/nein"]]),
    ];

    private static readonly string[] _units =
    [
        "eur", "euro", "teur", "tseur", "tsdeur", "tsdeuro", "tausendeur", "tausendeuro", "mioeur", "mioeuro", "millionen", "millioneneuro", "keur", "meur", "tsd", "mio", "ineur", "ineuro", "inteur",
        "intsdeur", "intsdeuro", "inmioeur", "inmioeuro", "prozent", "inprozent", "jahr", "jahre", "injahren", "datum", "monatjahr", "mmjjjj", "ttmmjjjj", "ttmmjj", "janein", "jn", "abc", "1bis3", "1bis5", "13", "15",
        "hochmittelgering", "hochmittelniedrig", "kurzmittellang", "km", "m", "m2", "qm", "ha", "stueck", "stk", "brutto", "netto", "eurbrutto", "eurnetto", "tco2a", "tco2", "bitteauswaehlen", "auswahl", "freitext", "text", "zahl",
    ];

    /// <summary>Keys of units.</summary>
    public static FrozenSet<string> Units { get; } = _units.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Each key with the fields it may name, the best first, and how well it names them (0 is best).</summary>
    public static FrozenDictionary<string, HeadingWord[]> Exact { get; } = Read();

    /// <summary>Keys that also tell a heading when they are only a part of it, the longest first.</summary>
    public static IReadOnlyList<KeyValuePair<string, HeadingWord[]>> Parts { get; } = [.. Exact.Where(word => word.Key.Length >= 5).OrderByDescending(word => word.Key.Length).ThenBy(word => word.Key, StringComparer.Ordinal)];

    private static FrozenDictionary<string, HeadingWord[]> Read() => _words
        .SelectMany(words => words.Ranks.SelectMany((rank, index) => rank.Select(word => (Key: HeadingText.KeyOf(word == "#" ? "lfdnr" : word), Word: new HeadingWord(words.Field, index)))))
        .GroupBy(pair => pair.Key, pair => pair.Word, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.DistinctBy(word => word.Field).ToArray(), StringComparer.Ordinal);
}

/// <summary>A field that a heading may name.</summary>
/// <param name="Field">The field.</param>
/// <param name="Rank">How well it names it; 0 is best.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct HeadingWord(ListField Field, int Rank);
