using System.Collections.Frozen;

namespace Insek.Office.Domain.Lists;

/// <summary>What an office's name tells by itself.</summary>
internal static class OfficeNames
{
    private static readonly string[] _headsOfSeveral =
    [
        "amt fuer ", "fachbereich ", "fb ", "fachdienst ", "fd ", "abteilung ", "abt. ", "referat ", "sachgebiet ", "sg ", "dezernat ", "stabsstelle ", "stabstelle ", "ministerium fuer ",
        "staatsministerium fuer ", "landesamt fuer ", "bundesamt fuer ", "geschaeftsbereich ", "eigenbetrieb ", "ausschuss fuer ", "zweckverband ", "institut fuer ", "fachgebiet ",
    ];

    private static readonly string[] _ends =
    [
        "amt", "verwaltung", "gmbh", "e.v.", "ev", "ag", "werke", "betrieb", "verband", "verein", "kammer", "agentur", "ministerium", "gesellschaft", "direktion", "dezernat", "behoerde", "stiftung", "genossenschaft", "eg", "bauhof", "buergermeister", "buergermeisterin", "polizei", "feuerwehr",
    ];

    private static readonly FrozenSet<string> _containers = new[]
    {
        "landratsamt", "lra", "stadtverwaltung", "landkreis", "stadt", "kreisverwaltung", "gemeindeverwaltung", "rathaus", "kreis", "land", "bund", "freistaat", "landesdirektion", "gemeinde", "verwaltungsgemeinschaft", "bezirksregierung", "regierungspraesidium",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[] _actors =
    [
        "buerger", "verein", "eigentuemer", "investor", "schulen", "kitas", "privat", "dritte", "freistaat", "bund", "traeger", "betreiber", "unternehmen", "haendler", "initiative", "kirche", "partner",
    ];

    private static readonly string[] _leads = ["(ff)", "(federführung)", "(federführend)", "(f)", "(federf.)", "[ff]"];
    private static readonly string[] _partnerLabels = ["beteiligt:", "beteiligte:", "mitwirkung:", "mitwirkend:", "partner:"];
    private static readonly string[] _leadLabels = ["ff:", "federführung:", "federführend:", "verantwortlich:"];

    /// <summary>Whether the folded name begins with words that a list of fields follows: "Amt für Wirtschaft, Verkehr und Umwelt".</summary>
    public static bool NamesSeveralFields(string office)
    {
        var folded = CellText.Fold(office);
        return Array.Exists(_headsOfSeveral, head => folded.StartsWith(head, StringComparison.Ordinal));
    }

    /// <summary>Whether the text looks like an office of its own: it ends like one, begins like one, or is an abbreviation in capitals.</summary>
    public static bool LooksWhole(string office)
    {
        var folded = CellText.Fold(office);
        var bracket = folded.IndexOf('(', StringComparison.Ordinal);
        folded = bracket > 0 ? folded[..bracket].TrimEnd() : folded;
        return NamesSeveralFields(office) || IsContainer(office) || Array.Exists(_ends, end => EndsWith(folded, end)) || IsAbbreviation(office);
    }

    /// <summary>Whether further offices belong to it: "Landratsamt, Straßenbauamt" may be one place.</summary>
    public static bool IsContainer(string office)
    {
        var folded = CellText.Fold(office);
        var blank = folded.IndexOf(' ', StringComparison.Ordinal);
        return _containers.Contains(blank < 0 ? folded : folded[..blank]);
    }

    /// <summary>Whether the text bears a mark that says the office leads.</summary>
    public static bool Leads(string office) =>
        Array.Exists(_leads, lead => office.EndsWith(lead, StringComparison.OrdinalIgnoreCase)) || Array.Exists(_leadLabels, label => office.StartsWith(label, StringComparison.OrdinalIgnoreCase));

    /// <summary>The office without a mark that says it leads or takes part.</summary>
    public static string WithoutLead(string office)
    {
        foreach (var lead in _leads)
        {
            if (office.EndsWith(lead, StringComparison.OrdinalIgnoreCase))
            {
                return office[..^lead.Length].TrimEnd();
            }
        }

        foreach (var label in (ReadOnlySpan<string>)[.. _leadLabels, .. _partnerLabels])
        {
            if (office.StartsWith(label, StringComparison.OrdinalIgnoreCase))
            {
                return office[label.Length..].TrimStart();
            }
        }

        return office;
    }

    /// <summary>The office behind "1." or "a)"; the text itself where there is none.</summary>
    public static string WithoutOrdinal(string office)
    {
        var end = office.IndexOf(' ', StringComparison.Ordinal);
        var isOrdinal = end is 2 or 3 && office[end - 1] is '.' or ')' && (office.AsSpan(0, end - 1).IndexOfAnyExceptInRange('0', '9') < 0 || (end == 2 && char.IsAsciiLetterLower(office[0]) && office[1] == ')'));
        return isOrdinal ? office[(end + 1)..] : office;
    }

    /// <summary>Whether the text names people or bodies that are no office's field: "Amt für Kultur, Vereine" are two.</summary>
    public static bool NamesActors(string office)
    {
        var folded = CellText.Fold(office);
        return Array.Exists(_actors, actor => folded.Contains(actor, StringComparison.Ordinal));
    }

    // Short endings ("ag", "ev") only as words of their own.
    private static bool EndsWith(string folded, string end) =>
        folded.EndsWith(end, StringComparison.Ordinal) && (end.Length > 2 || folded.Length == end.Length || folded[^(end.Length + 1)] == ' ');

    private static bool IsAbbreviation(string office)
    {
        var capitals = 0;
        foreach (var letter in office)
        {
            if (letter == ' ' || !char.IsLetterOrDigit(letter))
            {
                return false;
            }

            capitals += char.IsUpper(letter) ? 1 : 0;
        }

        return office.Length is >= 2 and <= 8 && capitals * 2 > office.Length;
    }
}
