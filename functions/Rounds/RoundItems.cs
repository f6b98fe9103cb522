using Insek.Office.Domain;

namespace Insek.Office.Functions.Rounds;

/// <summary>The items of a round as the concept has them now.</summary>
internal static class RoundItems
{
    /// <summary>The items that are still before the group: an edit has taken the others away, a correction has only moved their revision on.</summary>
    public static IReadOnlyList<LiveItem> Live(ApprovalRound round, ConceptSnapshot concept) =>
        [.. round.Items.Select(item => Live(round, item, concept)).OfType<LiveItem>()];

    /// <summary>Whether an open round has items that are not before the group any more: edited meanwhile, or moved by an end of the round that this reading of it does not show yet.</summary>
    public static bool AreGone(ApprovalRound round, ConceptSnapshot concept) => round.State is RoundState.Open or RoundState.Paused && Live(round, concept).Count < round.Items.Count;

    private static LiveItem? Live(ApprovalRound round, BallotItem item, ConceptSnapshot concept) => item.Kind is ItemKind.Goal
        ? Live(round, concept.FindGoal(item.Item))
        : Live(round, concept.FindMeasure(item.Item));

    private static LiveItem? Live<TItem, TContent>(ApprovalRound round, ConceptItem<TItem, TContent>? item)
        where TItem : ConceptItem<TItem, TContent>
        where TContent : class, IItemContent, IEquatable<TContent> =>
        item is not null && item.Round == round.Id ? new LiveItem(item.Id, item.Revision) : null;
}
