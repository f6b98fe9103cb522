using System.Buffers;
using System.Text.RegularExpressions;

namespace Insek.Office.Domain.Lists;

/// <summary>Words by which rows that are no measures are told. All patterns read folded text.</summary>
public static partial class RowWords
{
    /// <summary>No shorter text says that a measure is given up than "entfällt".</summary>
    public const int MinCancelled = 8;

    private const int MaxRemark = 200;
    private const int MaxNotice = 80;

    // Milliseconds; the texts are short, so nothing comes near.
    private const int MatchLimit = 1_000;

    // What a reference begins with: siehe, entspricht, vgl., identisch, zusammengefasst, in, aufgegangen, enthalten, wie; and what a number has.
    private static readonly SearchValues<char> _beginnings = SearchValues.Create("sevizawSEVIZAW(→-\"");
    private static readonly SearchValues<char> _marks = SearchValues.Create("0123456789IVX");

    // What a sum begins with: Zwischensumme, Gesamt, Summe, Übertrag, insgesamt, Total.
    private static readonly SearchValues<char> _summing = SearchValues.Create("zgsuit");
    private static readonly SearchValues<char> _testing = SearchValues.Create("txadmblpf");
    private static readonly SearchValues<string> _given = SearchValues.Create(["entf", "gestrichen", "aufgegeben", "storniert", "zurueckgezogen", "verfolgt", "hinfaellig", "geloescht", "nicht belegt", "nicht vergeben"], StringComparison.Ordinal);

    // Rows are many and such words few: most texts are told apart without a pattern.
    private static readonly SearchValues<string> _cancelled = SearchValues.Create(["entfa", "gestrichen", "aufgegeben"], StringComparison.Ordinal);

    /// <summary>Whether a row that begins so adds up the rows above.</summary>
    public static bool IsSum(ReadOnlySpan<char> folded) => !folded.IsEmpty && _summing.Contains(folded[0]) && Sum().IsMatch(folded);

    /// <summary>Whether a row that begins so says something about the list: its date, its sources, the page.</summary>
    public static bool IsRemark(ReadOnlySpan<char> folded) => folded.Length <= MaxRemark && Remark().IsMatch(folded);

    /// <summary>Whether a title is somebody's test.</summary>
    public static bool IsTest(ReadOnlySpan<char> folded) => folded.Length is > 0 and <= MaxNotice && _testing.Contains(folded[0]) && Test().IsMatch(folded);

    /// <summary>Whether a cell says that the measure is given up.</summary>
    public static bool IsCancelled(ReadOnlySpan<char> folded) => folded.Length is > 0 and <= MaxNotice && folded.ContainsAny(_given) && Cancelled().IsMatch(folded);

    /// <summary>Whether a title ends with the word that it is given up: "Radweg Elbe (entfällt)".</summary>
    public static bool EndsCancelled(ReadOnlySpan<char> folded) => folded.ContainsAny(_cancelled) && CancelledBehind().IsMatch(folded);

    /// <summary>Whether it is worth cleaning a cell to look for a reference.</summary>
    public static bool MayRefer(string written) =>
        written.Length is > 0 and <= MaxNotice && (_beginnings.Contains(written[0]) || !char.IsBetween(written[0], '!', '~')) && written.AsSpan().ContainsAny(_marks);

    /// <summary>Whether it is worth folding a cell to see whether it begins a sum.</summary>
    public static bool MaySum(string written) => written.Length > 0 && (!char.IsBetween(written[0], '!', '~') || _summing.Contains((char)(written[0] | 0x20)));

    /// <summary>The number of the measure that a cell refers to and says nothing else; null where it refers to none.</summary>
    public static MeasureNumber? Reference(string clean) =>
        clean.Length is > 3 and <= MaxNotice && clean.AsSpan().ContainsAny(_marks) && _beginnings.Contains(clean[0]) && RowReference.Read(clean) is [var first, ..] ? first : null;

    /// <summary>The Handlungsfeld that a text names after that word: "Handlungsfeld 2: Verkehr" and "A. Verkehr" name "Verkehr".</summary>
    public static string BareGroup(string clean)
    {
        var match = GroupName().Match(clean);
        return match.Success && match.Groups["name"].Length > 1 ? match.Groups["name"].Value.Trim() : clean;
    }

    /// <summary>Whether a text says that it is a Handlungsfeld.</summary>
    public static bool SaysGroup(ReadOnlySpan<char> folded) => GroupWord().IsMatch(folded);

    [GeneratedRegex(@"^(zwischen|gesamt)?(summe|uebertrag)\b|^(insgesamt|gesamt|total|gesamtkosten|summen)\s*($|[:=(]|kosten|aller?\b|der\b|handlungsfeld|brutto|netto|in\b)", RegexOptions.ExplicitCapture, MatchLimit)]
    private static partial Regex Sum();

    [GeneratedRegex(@"^(stand\s*(:|\d)|stand der bearbeitung|legende|quellen?\s*:|anmerkung(en)?\b|hinweise?\s*:|erlaeuterung(en)?\s*:|fussnoten?|seite\s*\d|druckdatum|erstellt (am|von)|\*+\)?\s|\d\)\s|n\. ?n\.\s*=|abkuerzung|k\. ?a\.\s*=|aktualisiert am|ende der liste|bearbeiter(in)?\s*:)", RegexOptions.ExplicitCapture, MatchLimit)]
    private static partial Regex Remark();

    [GeneratedRegex(@"^(test(zeile|massnahme|eintrag|projekt|datensatz)?[\s\d.!?]*|te?st te?st.*|x{2,}|asdf.*|dummy.*|muster(massnahme|projekt|zeile)?|beispiel(massnahme|projekt|zeile)?|bitte (nicht )?(loeschen|ueberschreiben).*|lorem ipsum.*|platzhalter|abc|foo|bla( ?bla)*)$", RegexOptions.ExplicitCapture, MatchLimit)]
    private static partial Regex Test();

    [GeneratedRegex(@"^\W*(entfaellt|entfallen|ist entfallen|massnahme (entfaellt|entfallen|gestrichen|aufgegeben)|(ersatzlos )?gestrichen|aufgegeben|storniert|zurueckgezogen|hinfaellig|geloescht|nicht belegt|nicht vergeben|wird nicht (weiter )?verfolgt|nicht weiter verfolgt|nicht mehr verfolgt)\b", RegexOptions.ExplicitCapture, MatchLimit)]
    private static partial Regex Cancelled();

    [GeneratedRegex(@"(\(|-\s*|:\s*)(entfaellt|entfallen|gestrichen|aufgegeben)\)?\W*$", RegexOptions.ExplicitCapture, MatchLimit)]
    private static partial Regex CancelledBehind();

    [GeneratedRegex(@"^(handlungsfeld|themenfeld|themenbereich|fachkonzept|schwerpunkt|bereich|kapitel|teil|hf|cluster)\b", RegexOptions.ExplicitCapture, MatchLimit)]
    private static partial Regex GroupWord();

    [GeneratedRegex(@"^((Handlungsfeld|Themenfeld|Themenbereich|Fachkonzept|Schwerpunkt|Bereich|Kapitel|Teil|HF|Cluster)\b\s*)?(([A-Z]|[IVXL]+|\d+(\.\d+)*)\s*[.:)–-]?\s+|[:.–-]\s*)?[:–-]?\s*[""„“]?(?<name>[^""„“]*)[""“”]?$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, MatchLimit)]
    private static partial Regex GroupName();
}
