using Insek.Office.Contracts;

namespace Insek.Office.Bot.Commands.Opening;

/// <summary>What a form chooses among the drafts there are.</summary>
/// <param name="Items">The chosen drafts, in the concept's order.</param>
/// <param name="Missing">How many of those chosen singly are no drafts of the group any more.</param>
internal sealed record RoundChoice(IReadOnlyList<CandidateItem> Items, int Missing)
{
    public static RoundChoice Of(RoundForm form, CandidatesView candidates)
    {
        var all = candidates.Sectors.SelectMany(sector => sector.Items.Select(item => (Sector: sector.Key, Item: item)));
        if (form.Items.Count == 0)
        {
            return new RoundChoice([.. all.Where(pair => IsTakenWhole(form, pair.Sector, pair.Item)).Select(pair => pair.Item)], Missing: 0);
        }

        var wanted = form.Items.ToHashSet(StringComparer.Ordinal);
        var found = all.Select(pair => pair.Item).Where(item => wanted.Contains(item.Id)).ToList();
        return new RoundChoice(found, wanted.Count - found.Count);
    }

    /// <summary>What can be chosen singly: within the goals and sector concepts already chosen, or everything where none are.</summary>
    public static IReadOnlyList<CandidateItem> Scope(RoundForm form, CandidatesView candidates) =>
    [
        .. candidates.Sectors.SelectMany(sector => sector.Items.Select(item => (Sector: sector.Key, Item: item)))
            .Where(pair => (form.Sectors.Count == 0 && form.Goals.Count == 0) || IsTakenWhole(form, pair.Sector, pair.Item))
            .Select(pair => pair.Item),
    ];

    private static bool IsTakenWhole(RoundForm form, string sector, CandidateItem item) =>
        form.Sectors.Contains(sector) || form.Goals.Contains(item.Kind == "goal" ? item.Id : item.Goal ?? string.Empty);
}
