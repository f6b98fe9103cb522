using Insek.Office.Domain;

namespace Insek.Office.Functions.Rounds;

/// <summary>Where a round brings an item: before a group, or to the state that was decided.</summary>
internal sealed record ItemMove
{
    private readonly RoundId? _round;
    private readonly Stage _stage;
    private readonly ItemState _target;
    private readonly string? _reason;

    private ItemMove(RoundId? round, Stage stage, ItemState target, string? reason) => (_round, _stage, _target, _reason) = (round, stage, target, reason);

    public static ItemMove Before(RoundId round, Stage stage) => new(round, stage, default, reason: null);

    public static ItemMove To(ItemState target, string reason) => new(round: null, default, target, reason);

    public Changed<TItem> Apply<TItem, TContent>(ConceptItem<TItem, TContent> item, MemberId by, DateTimeOffset at)
        where TItem : ConceptItem<TItem, TContent>
        where TContent : class, IItemContent, IEquatable<TContent> =>
        (_round is { } round ? item.Present(round, _stage, by, at) : item.MoveTo(_target, Authority.Procedure, by, at, _reason)).TryGet(out var changed, out var refusal)
            ? changed
            : throw new InvalidOperationException($"What a round decided was refused: {refusal.Message}");
}
