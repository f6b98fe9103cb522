namespace Insek.Office.Domain;

/// <summary>What the council can make of an agreed goal or measure.</summary>
public enum CouncilResult
{
    /// <summary>Beschlossen.</summary>
    Adopted,

    /// <summary>Mit Änderung beschlossen: adopted, and the wanted change remains to be made.</summary>
    AdoptedWithAmendment,

    /// <summary>Abgelehnt.</summary>
    Rejected,

    /// <summary>Vertagt.</summary>
    Deferred,
}

/// <summary>What the council decided on one goal or measure.</summary>
/// <param name="Item">Which; goals and measures share one space of ids.</param>
/// <param name="Revision">The revision the council decided on, from 1.</param>
/// <param name="Result">What it decided.</param>
/// <param name="Amendment">What it wants changed; 1 to 2,000 characters with <see cref="CouncilResult.AdoptedWithAmendment"/>, null otherwise.</param>
public sealed record CouncilDecision(ItemId Item, int Revision, CouncilResult Result, string? Amendment = null)
{
    /// <summary>The longest amendment, in UTF-16 code units.</summary>
    public const int MaxAmendment = 2_000;

    /// <summary>The state the item takes.</summary>
    public ItemState Target => Result switch
    {
        CouncilResult.Adopted or CouncilResult.AdoptedWithAmendment => ItemState.Resolved,
        CouncilResult.Rejected => ItemState.Rejected,
        CouncilResult.Deferred => ItemState.Deferred,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Everything in it that cannot be accepted.</summary>
    public IEnumerable<ContentProblem> Check()
    {
        var problems = FieldRules.Range("revision", Revision, 1, int.MaxValue);
        return Result is CouncilResult.AdoptedWithAmendment
            ? problems.Concat(FieldRules.Required("amendment", Amendment, MaxAmendment))
            : Amendment is null ? problems : problems.Append(new ContentProblem("amendment", "without-amendment", Amendment));
    }

    /// <summary>Why the council's decision cannot be recorded as things stand; null where it can.</summary>
    public Refusal? Judge<TItem, TContent>(ConceptItem<TItem, TContent> item)
        where TItem : ConceptItem<TItem, TContent>
        where TContent : class, IItemContent, IEquatable<TContent> =>
        item.Revision != Revision ? new OutdatedDecision(Item, Revision, item.Revision)
        : item.State is not ItemState.Agreed ? new NotAgreed(Item, item.State)
        : null;

    /// <summary>Carries the decision out on an item.</summary>
    /// <remarks>
    /// A resolution of many items is carried out in steps, and somebody may edit an item before its step comes. The decision stood before
    /// that edit, so the outcome is that of decision first, edit afterwards: an edited item is a draft, and stays one.
    /// An editorial correction leaves it agreed, and the decision applies.
    /// </remarks>
    /// <returns>The item afterwards; null where an edit has reopened it since.</returns>
    public Changed<TItem>? Apply<TItem, TContent>(ConceptItem<TItem, TContent> item, CouncilResolution resolution)
        where TItem : ConceptItem<TItem, TContent>
        where TContent : class, IItemContent, IEquatable<TContent> =>
        !(item.PresentedRevision > Revision)
            && item.MoveTo(Target, Authority.Procedure, resolution.RecordedBy, resolution.RecordedAt, resolution.Number).TryGet(out var changed, out _)
            ? changed
            : null;
}

/// <summary>A decision on an item that no group has agreed to, or that has been resolved already.</summary>
public sealed record NotAgreed(ItemId Item, ItemState State)
    : Refusal(RefusalKind.Conflict, "not-agreed", $"{Item} is {State}; the council decides on what is agreed.");

/// <summary>A decision on a revision that is not the present one.</summary>
public sealed record OutdatedDecision(ItemId Item, int Revision, int Current)
    : Refusal(RefusalKind.Conflict, "outdated-revision", $"The council decided on revision {Revision} of {Item}; it is at {Current}.");

/// <summary>A decision on something the concept does not have.</summary>
public sealed record UnknownDecisionItem(ItemId Item)
    : Refusal(RefusalKind.Invalid, "unknown-item", $"The concept has no goal or measure '{Item}'.");
