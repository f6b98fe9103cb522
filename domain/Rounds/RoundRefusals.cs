namespace Insek.Office.Domain;

/// <summary>The round takes no votes and no changes: not yet, or not any more.</summary>
public sealed record RoundNotOpen(RoundId Round, RoundState State)
    : Refusal(RefusalKind.Conflict, "round-not-open", $"Round {Round} is not open but {State}.");

/// <summary>The person may not vote in the round.</summary>
public sealed record NotEntitled(RoundId Round, MemberId Member)
    : Refusal(RefusalKind.Forbidden, "not-entitled", $"{Member} does not vote in round {Round}.");

/// <summary>The ballot was cast meanwhile, from another card or device.</summary>
public sealed record BallotChanged(RoundId Round, int Version)
    : Refusal(RefusalKind.PreconditionFailed, "ballot-changed", $"The ballot in round {Round} has been cast meanwhile; it is at version {Version}.");

/// <summary>The member has declared bias: nobody lifts that but the member.</summary>
public sealed record MemberRecused(RoundId Round, MemberId Member, ItemId Item)
    : Refusal(RefusalKind.Conflict, "member-recused", $"{Member} is recused from {Item} in round {Round}; only {Member} can change that.");

/// <summary>The deputy has declared bias in the own ballot, and so does not decide for others either.</summary>
public sealed record DeputyRecused(RoundId Round, MemberId Deputy, ItemId Item)
    : Refusal(RefusalKind.Conflict, "deputy-recused", $"{Deputy} is recused from {Item} in round {Round} and cannot vote on it for anybody.");

/// <summary>An item was edited or withdrawn after the caller had read it.</summary>
public sealed record OutdatedRevision(RoundId Round, ItemId Item, int Revision)
    : Refusal(RefusalKind.Conflict, "outdated-revision", $"Revision {Revision} of {Item} is not before the group in round {Round} any more.");

/// <summary>The round does not ask about the item.</summary>
public sealed record NotOnBallot(RoundId Round, ItemId Item)
    : Refusal(RefusalKind.Invalid, "not-on-ballot", $"Round {Round} does not ask about {Item}.");

/// <summary>A ballot answers each item exactly once.</summary>
public sealed record IncompleteBallot(RoundId Round, int Items, int Votes)
    : Refusal(RefusalKind.Invalid, "incomplete-ballot", $"Round {Round} asks about {Items} items, each needs one vote; {Votes} came.");

/// <summary>The due instant has not passed.</summary>
public sealed record NotDue(RoundId Round, DateTimeOffset Due)
    : Refusal(RefusalKind.Conflict, "round-not-due", $"Round {Round} takes votes until {Due:O}.");

/// <summary>Nobody, or more people than one round can hold.</summary>
public sealed record ElectorateSize(RoundId Round, int Count)
    : Refusal(RefusalKind.Invalid, "electorate-size", $"Round {Round} would have {Count} voters; 1 to {ApprovalRound.MaxElectorate} can vote.");

/// <summary>A change of the electorate that changes nothing.</summary>
public sealed record ElectorateUnchanged(RoundId Round)
    : Refusal(RefusalKind.Conflict, "electorate-unchanged", $"Round {Round} already has these voters.");

/// <summary>A due instant in the past, or too far away.</summary>
public sealed record DueOutOfRange(DateTimeOffset Due)
    : Refusal(RefusalKind.Invalid, "due-out-of-range", $"A round is due after now and within a year, not at {Due:O}.");

/// <summary>No item that could be decided.</summary>
public sealed record NothingToDecide(GroupId Group)
    : Refusal(RefusalKind.Invalid, "nothing-to-decide", $"None of the chosen goals and measures is a draft of group {Group}.");

/// <summary>More items than a ballot holds.</summary>
public sealed record BallotTooLarge(int Count)
    : Refusal(RefusalKind.Invalid, "ballot-too-large", $"A ballot holds up to {ApprovalRound.MaxItems} items, not {Count}.");

/// <summary>An item that is not a draft, so no round can take it up.</summary>
public sealed record NotDraft(ItemId Item, ItemState State)
    : Refusal(RefusalKind.Conflict, "not-draft", $"{Item} is {State}; only drafts come before a working group.");

/// <summary>An item of a sector concept that another group looks after.</summary>
public sealed record NotOwned(ItemId Item, GroupId Group)
    : Refusal(RefusalKind.Invalid, "not-owned", $"{Item} belongs to a sector concept that group {Group} does not look after.");
