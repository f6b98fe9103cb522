namespace Insek.Office.Contracts;

/// <summary>A round to be opened. At least one item, goal or sector concept is needed.</summary>
public sealed record OpenRound
{
    /// <summary>The working group's id.</summary>
    public string? Group { get; init; }

    /// <summary>What it is about; up to 200 characters; the group's name where absent.</summary>
    public string? Title { get; init; }

    /// <summary>Ids of single goals and measures; each must be a draft of the group.</summary>
    public IReadOnlyList<string> Items { get; init => field = value ?? []; } = [];

    /// <summary>Ids of whole goals: with their measures, as far as they are drafts.</summary>
    public IReadOnlyList<string> Goals { get; init => field = value ?? []; } = [];

    /// <summary>Keys of whole sector concepts: with goals and measures, as far as they are drafts.</summary>
    public IReadOnlyList<string> Sectors { get; init => field = value ?? []; } = [];

    /// <summary>unanimous, majority or chairDecides; unanimous where absent.</summary>
    public string? Rule { get; init; }

    /// <summary>Quorum in percent of those entitled, 1 to 100; 50 where absent.</summary>
    public int? QuorumPercent { get; init; }

    /// <summary>Whether names are shown beside votes while the round is open.</summary>
    public bool OpenVoting { get; init; }

    /// <summary>The last instant at which a vote counts; after now and within a year.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>The steering group's rule; the working group's where absent.</summary>
    public string? SteeringRule { get; init; }

    /// <summary>The steering group's quorum in percent, 1 to 100; the working group's where absent.</summary>
    public int? SteeringQuorumPercent { get; init; }

    /// <summary>How long the steering group will have, in days, 1 to 365; 14 where absent.</summary>
    public int? SteeringDays { get; init; }
}

/// <summary>A ballot as it is to be. Needs If-Match with the ballot version the voter has seen.</summary>
public sealed record CastBallot
{
    /// <summary>Exactly one vote for each item that is still before the group.</summary>
    public IReadOnlyList<VoteView> Votes { get; init => field = value ?? []; } = [];
}

/// <summary>Choices on the way to a ballot. Kept for the voter, never counted.</summary>
public sealed record BallotDraft
{
    /// <summary>The items the voter objects to or wants to say something about.</summary>
    public IReadOnlyList<string> Picked { get; init => field = value ?? []; } = [];

    /// <summary>What the voter has said so far to the picked items; choice and text may still be missing.</summary>
    public IReadOnlyList<DraftVote> Votes { get; init => field = value ?? []; } = [];

    /// <summary>The page the voter was on, from 0.</summary>
    public int Page { get; init; }

    /// <summary>The step the voter was on: items, details or confirm.</summary>
    public string? Step { get; init; }
}

/// <summary>A choice on the way.</summary>
/// <param name="Item">The item's id.</param>
/// <param name="Choice">approve, approveWithChange, reject, abstain or recused; absent while not chosen.</param>
/// <param name="Text">Reason or wanted change, up to 2,000 characters.</param>
public sealed record DraftVote(string Item, string? Choice = null, string? Text = null);

/// <summary>Why a round is closed before everybody has voted.</summary>
/// <param name="Reason">For the log; up to 2,000 characters.</param>
public sealed record CloseRound(string? Reason = null);

/// <summary>Why a round is called off.</summary>
/// <param name="Reason">1 to 2,000 characters.</param>
public sealed record CancelRound(string? Reason = null);

/// <summary>A new due instant.</summary>
/// <param name="Due">After now and within a year.</param>
/// <param name="Reason">For the log; up to 2,000 characters.</param>
public sealed record ExtendRound(DateTimeOffset? Due = null, string? Reason = null);

/// <summary>A change of those who may vote.</summary>
public sealed record ChangeElectorate
{
    /// <summary>Ids of members who may vote from now on.</summary>
    public IReadOnlyList<string> Add { get; init => field = value ?? []; } = [];

    /// <summary>Ids of members who may not vote any more; what they have cast is kept and not counted.</summary>
    public IReadOnlyList<string> Remove { get; init => field = value ?? []; } = [];

    /// <summary>Why, for the log; 1 to 2,000 characters.</summary>
    public string? Reason { get; init; }
}
