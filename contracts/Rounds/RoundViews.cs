namespace Insek.Office.Contracts;

/// <summary>A round in a list.</summary>
public record RoundSummary
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>What it is about.</summary>
    public required string Title { get; init; }

    /// <summary>workingGroup or steeringGroup.</summary>
    public required string Stage { get; init; }

    /// <summary>The id of the group that decides.</summary>
    public required string Group { get; init; }

    /// <summary>The group's name when the round opened.</summary>
    public required string GroupName { get; init; }

    /// <summary>opening, open, paused, closing, closed, cancelling or cancelled.</summary>
    public required string State { get; init; }

    /// <summary>unanimous, majority or chairDecides.</summary>
    public required string Rule { get; init; }

    /// <summary>Quorum in percent of those entitled, 1 to 100.</summary>
    public required int QuorumPercent { get; init; }

    /// <summary>Whether names are shown beside votes while the round is open.</summary>
    public bool OpenVoting { get; init; }

    /// <summary>When it opened, in UTC.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>The last instant at which a vote counts, in UTC.</summary>
    public required DateTimeOffset Due { get; init; }

    /// <summary>How many items it asks about.</summary>
    public required int ItemCount { get; init; }

    /// <summary>How many may vote.</summary>
    public required int ElectorateCount { get; init; }
}

/// <summary>A round with its items, its progress and, once closed, what was decided.</summary>
public sealed record RoundView : RoundSummary
{
    /// <summary>The concept.</summary>
    public required string Concept { get; init; }

    /// <summary>The concept's name.</summary>
    public required string ConceptName { get; init; }

    /// <summary>Counts every change of the round itself, from 1. Its entity tag.</summary>
    public required int Version { get; init; }

    /// <summary>Who opened it.</summary>
    public required MemberView OpenedBy { get; init; }

    /// <summary>The group's chair.</summary>
    public MemberView? Chair { get; init; }

    /// <summary>Changes with every change of what is asked: a card made for another stamp is out of date.</summary>
    public required string Stamp { get; init; }

    /// <summary>What it asks about, in the concept's order.</summary>
    public required IReadOnlyList<BallotItemView> Items { get; init; }

    /// <summary>Who may vote.</summary>
    public required IReadOnlyList<MemberView> Electorate { get; init; }

    /// <summary>How many have voted.</summary>
    public required int VotedCount { get; init; }

    /// <summary>Who has voted: while the round is open only where voting is open, or for chair and administrators (who must be able to remind); after it has closed for everybody.</summary>
    public IReadOnlyList<MemberView>? Voted { get; init; }

    /// <summary>Whether the person who asks may close, extend and cancel it.</summary>
    public bool MayManage { get; init; }

    /// <summary>The working group's round it follows.</summary>
    public string? Follows { get; init; }

    /// <summary>The steering group's round that followed.</summary>
    public string? FollowedBy { get; init; }

    /// <summary>complete, byChair or due.</summary>
    public string? ClosedFor { get; init; }

    /// <summary>Who closed or cancelled it; absent where it closed by itself.</summary>
    public MemberView? EndedBy { get; init; }

    /// <summary>When it stopped taking votes, in UTC.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Why it was cancelled.</summary>
    public string? Reason { get; init; }

    /// <summary>What it waits for: groupEmpty or groupGone while it is paused, noSteeringGroup while it is closing; absent where it goes on.</summary>
    public string? PausedFor { get; init; }

    /// <summary>Since when it waits, in UTC.</summary>
    public DateTimeOffset? PausedAt { get; init; }

    /// <summary>What was decided, in the order of the items; empty before it has closed.</summary>
    public IReadOnlyList<OutcomeView> Outcomes { get; init => field = value ?? []; } = [];
}

/// <summary>An item on a ballot, as it reads now.</summary>
public sealed record BallotItemView
{
    /// <summary>goal or measure.</summary>
    public required string Kind { get; init; }

    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>The number people know it by: external id, goal number or id.</summary>
    public required string Number { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>Its description; for a goal its focus areas, one to a line.</summary>
    public string? Description { get; init; }

    /// <summary>The sector concept's name.</summary>
    public required string Sector { get; init; }

    /// <summary>For a measure: its goal's title.</summary>
    public string? Goal { get; init; }

    /// <summary>The names of its planning areas.</summary>
    public IReadOnlyList<string> Areas { get; init => field = value ?? []; } = [];

    /// <summary>The revision to vote on, from 1.</summary>
    public required int Revision { get; init; }

    /// <summary>Whether it was edited while the round was open, so that nothing is decided on it.</summary>
    public bool Withdrawn { get; init; }

    /// <summary>The revision that a round last asked about, where it reads differently now.</summary>
    public int? ChangedSinceRevision { get; init; }

    /// <summary>When the present revision began, in UTC.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>What has changed since then, field by field.</summary>
    public IReadOnlyList<FieldDiff> Changes { get; init => field = value ?? []; } = [];
}

/// <summary>What was decided on an item.</summary>
public sealed record OutcomeView
{
    /// <summary>The item's id.</summary>
    public required string Item { get; init; }

    /// <summary>The revision decided on.</summary>
    public required int Revision { get; init; }

    /// <summary>passed, passedWithChange, failed, undecided or withdrawn.</summary>
    public required string Decision { get; init; }

    /// <summary>The electorate without the recused.</summary>
    public required int Entitled { get; init; }

    /// <summary>Approvals.</summary>
    public required int Approve { get; init; }

    /// <summary>Approvals with a wanted change.</summary>
    public required int ApproveWithChange { get; init; }

    /// <summary>Rejections.</summary>
    public required int Reject { get; init; }

    /// <summary>Abstentions.</summary>
    public required int Abstain { get; init; }

    /// <summary>Recusals.</summary>
    public required int Recused { get; init; }

    /// <summary>Reasons and wanted changes.</summary>
    public IReadOnlyList<StatementView> Statements { get; init => field = value ?? []; } = [];
}

/// <summary>What somebody said to an item.</summary>
/// <param name="For">Whose vote it is.</param>
/// <param name="By">Who cast it.</param>
/// <param name="Choice">approve, approveWithChange, reject, abstain or recused.</param>
/// <param name="Text">Reason or wanted change.</param>
public sealed record StatementView(MemberView For, MemberView By, string Choice, string Text);

/// <summary>One vote.</summary>
/// <param name="Item">The item's id.</param>
/// <param name="Revision">The revision voted on.</param>
/// <param name="Choice">approve, approveWithChange, reject, abstain or recused.</param>
/// <param name="Text">Reason (needed for reject) or wanted change (needed for approveWithChange); up to 2,000 characters.</param>
public sealed record VoteView(string Item, int Revision, string Choice, string? Text = null);

/// <summary>A member's ballot.</summary>
public sealed record BallotView
{
    /// <summary>The round.</summary>
    public required string Round { get; init; }

    /// <summary>Whose it is.</summary>
    public required MemberView For { get; init; }

    /// <summary>Who cast it; absent while nobody has.</summary>
    public MemberView? By { get; init; }

    /// <summary>When it was cast last, in UTC; absent while nobody has.</summary>
    public DateTimeOffset? CastAt { get; init; }

    /// <summary>Counts every casting, from 0. Its entity tag.</summary>
    public required int Version { get; init; }

    /// <summary>Whether the member has left the electorate.</summary>
    public bool Removed { get; init; }

    /// <summary>Whether the person who asks may cast it now.</summary>
    public bool MayCast { get; init; }

    /// <summary>What was cast; empty while nothing was.</summary>
    public IReadOnlyList<VoteView> Votes { get; init => field = value ?? []; } = [];

    /// <summary>Choices on the way; only for the person who asks for the own ballot.</summary>
    public BallotDraft? Draft { get; init; }
}

/// <summary>A ballot with the round it belongs to, after it was cast.</summary>
/// <param name="Ballot">The ballot.</param>
/// <param name="Round">The round.</param>
public sealed record BallotReceipt(BallotView Ballot, RoundView Round);
