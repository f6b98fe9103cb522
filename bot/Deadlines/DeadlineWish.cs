using System.Collections.Frozen;
using Insek.Office.Bot.Search;

namespace Insek.Office.Bot.Deadlines;

/// <summary>Which deadlines somebody asks for with <c>fristen</c>: words that mean a filter, and words to look for.</summary>
/// <param name="State">States as the API takes them, joined by commas; empty for the open ones.</param>
/// <param name="Kinds">Kinds, joined by commas; empty for all.</param>
/// <param name="Owner">A member's id, me or none; empty for all.</param>
/// <param name="DueWithin">Days from today; empty for any time.</param>
/// <param name="Overdue">true, or empty.</param>
/// <param name="Words">What title, office or an owner's name are to contain.</param>
internal sealed record DeadlineWish(string State, string Kinds, string Owner, string DueWithin, string Overdue, IReadOnlyList<string> Words)
{
    private const string Ignored = "all";

    /// <summary>Words people use, folded when they are compared.</summary>
    private static readonly FrozenDictionary<string, (string Field, string Value)> _meanings = new (string[] Words, string Field, string Value)[]
    {
        (["alle", "alles", "all", "offen", "offene", "open", "frist", "fristen", "deadlines", "von", "für", "of", "for", "diese", "dieser", "diesem", "diesen", "this", "in", "der", "die", "den", "the"], Ignored, string.Empty),
        (["ich", "mich", "meine", "mir", "me", "my", "mine"], "owner", "me"),
        (["ohne", "niemand", "none", "nobody", "unowned"], "owner", "none"),
        (["überfällig", "überfällige", "verspätet", "overdue", "late"], "overdue", "true"),
        (["heute", "today"], "due", "0"),
        (["morgen", "tomorrow"], "due", "1"),
        (["woche", "week"], "due", "7"),
        (["monat", "month"], "due", "31"),
        (["runde", "runden", "abstimmung", "abstimmungen", "rounds", "votes"], "kind", "roundDue"),
        (["maßnahme", "maßnahmen", "measure", "measures"], "kind", "measureDue"),
        (["meilenstein", "meilensteine", "termin", "termine", "milestone", "milestones"], "kind", "milestone"),
        (["förderung", "förderantrag", "förderanträge", "fördermittel", "antrag", "anträge", "funding", "application", "applications"], "kind", "fundingApplication"),
        (["erledigt", "erledigte", "done"], "state", "done"),
        (["ausgesetzt", "ausgesetzte", "waived"], "state", "waived"),
    }.SelectMany(meaning => meaning.Words.Select(word => (Word: Folding.Fold(word), Meaning: (meaning.Field, meaning.Value)))).DistinctBy(pair => pair.Word).ToFrozenDictionary(pair => pair.Word, pair => pair.Meaning, StringComparer.Ordinal);

    /// <summary>Reads what was typed. Never fails: what means nothing is looked for.</summary>
    public static DeadlineWish Read(string typed)
    {
        var (fields, words) = (new Dictionary<string, List<string>>(StringComparer.Ordinal), new List<string>());
        foreach (var word in typed.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!_meanings.TryGetValue(Folding.Fold(word), out var meaning))
            {
                words.Add(word);
            }
            else if (meaning.Field != Ignored)
            {
                (fields.TryGetValue(meaning.Field, out var values) ? values : fields[meaning.Field] = []).Add(meaning.Value);
            }
        }

        string Value(string field) => fields.TryGetValue(field, out var values) ? string.Join(',', values.Distinct()) : string.Empty;
        return new DeadlineWish(Value("state"), Value("kind"), fields.GetValueOrDefault("owner")?[^1] ?? string.Empty, fields.GetValueOrDefault("due")?[^1] ?? string.Empty, Value("overdue"), words);
    }
}
