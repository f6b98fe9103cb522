namespace Insek.Office.Domain;

/// <summary>What a goal's or measure's content must offer.</summary>
public interface IItemContent
{
    /// <summary>The sector concept it belongs to.</summary>
    SectorKey Sector { get; }

    /// <summary>The title.</summary>
    string Title { get; }

    /// <summary>Everything in it that cannot be accepted, as far as the content alone tells.</summary>
    IEnumerable<ContentProblem> Check();
}

/// <summary>A goal or measure: an immutable value with a revision and a state. Every method answers the item as it is afterwards; this one stays.</summary>
/// <remarks>
/// <para>Content makes revisions: a change begins a new one, which no group has agreed yet, so the item returns to Draft.</para>
/// <para>An editorial correction also begins a revision, but the approval stands; the reason is logged.</para>
/// </remarks>
/// <typeparam name="TSelf">Goal or measure.</typeparam>
/// <typeparam name="TContent">Its content.</typeparam>
public abstract record ConceptItem<TSelf, TContent>
    where TSelf : ConceptItem<TSelf, TContent>
    where TContent : class, IItemContent, IEquatable<TContent>
{
    /// <summary>The longest external id, in UTF-16 code units.</summary>
    public const int MaxExternalId = 200;

    /// <summary>Recreates an item as it was stored.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The revision or version is below 1.</exception>
    private protected ConceptItem(ItemId id, TContent content, MemberId changedBy, DateTimeOffset changedAt, int revision, int version, ItemState state)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(revision, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 1);
        (Id, Content, ChangedBy, ChangedAt, Revision, Version, State) = (id, content, changedBy, changedAt.ToUniversalTime(), revision, version, state);
    }

    /// <summary>Goal or measure.</summary>
    public abstract ItemKind Kind { get; }

    /// <summary>Its id within the concept.</summary>
    public ItemId Id { get; }

    /// <summary>The number or key that another system or list uses for it; up to 200 characters.</summary>
    public string? ExternalId { get; init; }

    /// <summary>The current content.</summary>
    public TContent Content { get; private init; }

    /// <summary>The number of the current content, from 1.</summary>
    public int Revision { get; private init; }

    /// <summary>Counts every stored change, of content, tracking or state, from 1. The entity tag of the API.</summary>
    public int Version { get; private protected init; }

    /// <summary>How far it has come.</summary>
    public ItemState State { get; private protected init; }

    /// <summary>The approval round it is before; null where it is before none.</summary>
    public RoundId? Round { get; init; }

    /// <summary>The revision that a round last asked about, so that the next one can show what has changed since; null where none did.</summary>
    public int? PresentedRevision { get; init; }

    /// <summary>When it last changed, in UTC.</summary>
    public DateTimeOffset ChangedAt { get; private protected init; }

    /// <summary>Who changed it last.</summary>
    public MemberId ChangedBy { get; private protected init; }

    /// <summary>The change that recorded the item for the first time.</summary>
    public Changed<TSelf> AsCreated() => new((TSelf)this, new Change(ChangeKind.Created, Kind, Id, Revision, null, State, ChangedBy, ChangedAt));

    /// <summary>Gives the item new content. It returns to Draft, because no group has agreed the new revision.</summary>
    /// <returns>The item after the edit; or a refusal when the content is invalid or the same.</returns>
    public Result<Changed<TSelf>> Edit(TContent content, MemberId by, DateTimeOffset at) =>
        Revise(content, ItemStates.AfterEdit(State), ChangeKind.Edited, by, at, reason: null);

    /// <summary>Corrects the content without touching what was agreed. For administrators; who may call it is decided at the edge.</summary>
    /// <param name="content">The corrected content.</param>
    /// <param name="reason">Why this is a matter of wording only; 1 to 2,000 characters.</param>
    /// <param name="by">The acting person.</param>
    /// <param name="at">The instant.</param>
    /// <returns>The item after the correction; or a refusal when the content is invalid or the same, or the reason is missing.</returns>
    public Result<Changed<TSelf>> CorrectEditorially(TContent content, string reason, MemberId by, DateTimeOffset at)
    {
        var problems = FieldRules.Required("editorialReason", reason, 2_000).ToValueList();
        return problems.Count > 0 ? new InvalidContent(problems) : Revise(content, State, ChangeKind.Corrected, by, at, reason);
    }

    /// <summary>Moves the item to another state.</summary>
    /// <returns>The item after the move; or <see cref="TransitionNotAllowed"/>.</returns>
    public Result<Changed<TSelf>> MoveTo(ItemState target, Authority authority, MemberId by, DateTimeOffset at, string? reason = null)
    {
        if (!ItemStates.Allows(State, target, authority))
        {
            return new TransitionNotAllowed(Id, State, target);
        }

        var moved = (TSelf)(this with { State = target, Round = null, Version = Version + 1, ChangedBy = by, ChangedAt = at.ToUniversalTime() });
        return new Changed<TSelf>(moved, new Change(ChangeKind.Moved, Kind, Id, Revision, State, target, by, moved.ChangedAt, reason));
    }

    /// <summary>Brings the item before a group.</summary>
    /// <param name="round">The round in which the group decides.</param>
    /// <param name="stage">Which group.</param>
    /// <param name="by">The acting person.</param>
    /// <param name="at">The instant.</param>
    /// <returns>The item before the group; or <see cref="TransitionNotAllowed"/>.</returns>
    public Result<Changed<TSelf>> Present(RoundId round, Stage stage, MemberId by, DateTimeOffset at) =>
        MoveTo(stage is Stage.WorkingGroup ? ItemState.InWorkingGroup : ItemState.InSteeringGroup, Authority.Procedure, by, at).TryGet(out var moved, out var refusal)
            ? moved with { Item = moved.Item with { Round = round, PresentedRevision = Revision } }
            : refusal;

    /// <summary>Changes the number or key that another list uses for the item.</summary>
    /// <returns>The item afterwards; or a refusal when the key is too long or the same.</returns>
    public Result<Changed<TSelf>> Relabel(string? externalId, MemberId by, DateTimeOffset at)
    {
        var problems = FieldRules.Text("externalId", externalId, MaxExternalId).ToValueList();
        if (problems.Count > 0)
        {
            return new InvalidContent(problems);
        }

        if (externalId == ExternalId)
        {
            return new NothingChanged(Id);
        }

        var relabelled = (TSelf)(this with { ExternalId = externalId, Version = Version + 1, ChangedBy = by, ChangedAt = at.ToUniversalTime() });
        return new Changed<TSelf>(relabelled, new Change(ChangeKind.Relabelled, Kind, Id, Revision, State, State, by, relabelled.ChangedAt));
    }

    private Result<Changed<TSelf>> Revise(TContent content, ItemState state, ChangeKind kind, MemberId by, DateTimeOffset at, string? reason)
    {
        var problems = content.Check().ToValueList();
        if (problems.Count > 0)
        {
            return new InvalidContent(problems);
        }

        if (content.Equals(Content))
        {
            return new NothingChanged(Id);
        }

        var revised = (TSelf)(this with
        {
            Content = content,
            Revision = Revision + 1,
            Version = Version + 1,
            State = state,
            Round = state == State ? Round : null,
            ChangedBy = by,
            ChangedAt = at.ToUniversalTime(),
        });
        return new Changed<TSelf>(revised, new Change(kind, Kind, Id, revised.Revision, State, state, by, revised.ChangedAt, reason));
    }
}

/// <summary>A change of state that does not exist, or not for this authority.</summary>
public sealed record TransitionNotAllowed(ItemId Item, ItemState From, ItemState To)
    : Refusal(RefusalKind.Conflict, "transition-not-allowed", $"{Item} cannot go from {From} to {To} this way.");

/// <summary>A change that changes nothing.</summary>
public sealed record NothingChanged(ItemId Item)
    : Refusal(RefusalKind.Conflict, "nothing-changed", $"{Item} already reads like this.");
