namespace Insek.Office.Domain;

/// <summary>Goal or measure.</summary>
public enum ItemKind
{
    /// <summary>Handlungsorientiertes Ziel.</summary>
    Goal,

    /// <summary>Maßnahme.</summary>
    Measure,
}

/// <summary>What was done to an item.</summary>
public enum ChangeKind
{
    /// <summary>It was recorded for the first time.</summary>
    Created,

    /// <summary>Its content changed; a new revision began.</summary>
    Edited,

    /// <summary>Its content was corrected editorially; a new revision began and the approval stands.</summary>
    Corrected,

    /// <summary>Progress, next step, cost or deputy changed.</summary>
    Tracked,

    /// <summary>Its state changed.</summary>
    Moved,

    /// <summary>The number or key another list uses for it, or what that list says besides, changed; nobody agrees on that, so no revision began.</summary>
    Relabelled,
}

/// <summary>What was done to an item, by whom and when: the stuff of the log.</summary>
/// <param name="Kind">What was done.</param>
/// <param name="ItemKind">To a goal or a measure.</param>
/// <param name="Item">Which.</param>
/// <param name="Revision">The revision after the change, from 1.</param>
/// <param name="From">The state before; null for a new item.</param>
/// <param name="To">The state after.</param>
/// <param name="By">The acting person.</param>
/// <param name="At">The instant, in UTC.</param>
/// <param name="Reason">Why, where a reason is owed.</param>
public sealed record Change(
    ChangeKind Kind, ItemKind ItemKind, ItemId Item, int Revision, ItemState? From, ItemState To, MemberId By, DateTimeOffset At, string? Reason = null)
{
    /// <summary>Whether a new revision began.</summary>
    public bool BeganRevision => Kind is ChangeKind.Created or ChangeKind.Edited or ChangeKind.Corrected;
}

/// <summary>An item after a change, with the change.</summary>
/// <typeparam name="TItem">Goal or measure.</typeparam>
public sealed record Changed<TItem>(TItem Item, Change Change);
