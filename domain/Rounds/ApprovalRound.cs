namespace Insek.Office.Domain;

/// <summary>An approval round (Abstimmungsrunde): one group decides on one ballot. An immutable value; every method answers the round as it is afterwards.</summary>
public sealed record ApprovalRound
{
    /// <summary>The most items on one ballot.</summary>
    public const int MaxItems = 500;

    /// <summary>The most members of one electorate.</summary>
    public const int MaxElectorate = 500;

    /// <summary>The longest title, in UTF-16 code units.</summary>
    public const int MaxTitle = 200;

    /// <summary>Its id within the concept.</summary>
    public required RoundId Id { get; init; }

    /// <summary>What it is about, as people read it.</summary>
    public required string Title { get; init; }

    /// <summary>Which of the two groups decides.</summary>
    public required Stage Stage { get; init; }

    /// <summary>The group that decides.</summary>
    public required GroupId Group { get; init; }

    /// <summary>The group's name when the round opened.</summary>
    public required string GroupName { get; init; }

    /// <summary>How it decides.</summary>
    public required Procedure Procedure { get; init; }

    /// <summary>How the steering group decides on what passes; null in its own rounds.</summary>
    public Procedure? SteeringProcedure { get; init; }

    /// <summary>How long the steering group has, in days, 1 to 365; null in its own rounds.</summary>
    public int? SteeringDays { get; init; }

    /// <summary>Who opened it; for a steering round, who opened the working group's.</summary>
    public required MemberId OpenedBy { get; init; }

    /// <summary>When it opened, in UTC.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>The last instant at which a vote counts, in UTC.</summary>
    public required DateTimeOffset Due { get; init; }

    /// <summary>The group's chair when the round opened; null where it had none.</summary>
    public MemberId? Chair { get; init; }

    /// <summary>What it asks about.</summary>
    public required ValueList<BallotItem> Items { get; init; }

    /// <summary>Who may vote: fixed at opening, later changes are logged.</summary>
    public required ValueList<MemberId> Electorate { get; init; }

    /// <summary>The working group's round that this one follows; null there.</summary>
    public RoundId? Follows { get; init; }

    /// <summary>How far it has come.</summary>
    public RoundState State { get; init; }

    /// <summary>Counts every change of the round itself (not of its ballots), from 1. The entity tag of the API.</summary>
    public int Version { get; init; } = 1;

    /// <summary>What it waits for; null where it goes on. Only a paused round or a closing one waits.</summary>
    public PauseReason? PausedFor { get; init; }

    /// <summary>Since when it waits, in UTC; null where it goes on.</summary>
    public DateTimeOffset? PausedAt { get; init; }

    /// <summary>Why it was closed; null before.</summary>
    public ClosingCause? ClosedFor { get; init; }

    /// <summary>Who closed or cancelled it; null before, and where it closed by itself.</summary>
    public MemberId? EndedBy { get; init; }

    /// <summary>When it stopped taking votes, in UTC; null before.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Why it was cancelled.</summary>
    public string? Reason { get; init; }

    /// <summary>What was decided, in the order of the items; empty before.</summary>
    public ValueList<ItemOutcome> Outcomes { get; init => field = value ?? []; } = [];

    /// <summary>The round in which the steering group decides on what passes here.</summary>
    public RoundId SteeringRound => new($"{Id.Value}-sg");

    /// <summary>The round's item; null where it does not ask about it.</summary>
    public BallotItem? Find(ItemId item) => Items.FirstOrDefault(entry => entry.Item == item);

    /// <summary>Casts a ballot, or replaces what was cast before. The last one counts.</summary>
    /// <param name="ballot">The member's ballot as it stands.</param>
    /// <param name="basedOn">The ballot version the caller has seen: a second device must not undo the first unseen.</param>
    /// <param name="votes">One vote for each item that is before the group.</param>
    /// <param name="live">The items that are still before the group; the others have been withdrawn by an edit.</param>
    /// <param name="by">The acting person: the member, or the deputy. That a deputy may is decided by the caller, who has the directory.</param>
    /// <param name="at">The instant; a vote exactly at <see cref="Due"/> counts.</param>
    /// <param name="operation">Names the click, so that its repetition changes nothing.</param>
    /// <returns>The ballot afterwards, unchanged where the operation is known; or why nothing changes.</returns>
    public Result<Ballot> Cast(Ballot ballot, int basedOn, IReadOnlyList<Vote> votes, IReadOnlyList<LiveItem> live, MemberId by, DateTimeOffset at, string operation)
    {
        if (ballot.Knows(operation))
        {
            return ballot;
        }

        if (!Electorate.Contains(ballot.For) || ballot.IsRemoved)
        {
            return new NotEntitled(Id, ballot.For);
        }

        if (State is not RoundState.Open || ballot.IsSealed || at > Due)
        {
            return new RoundNotOpen(Id, State is RoundState.Open ? RoundState.Closing : State);
        }

        if (ballot.Version != basedOn)
        {
            return new BallotChanged(Id, ballot.Version);
        }

        if (Judge(votes, live) is { } refusal)
        {
            return refusal;
        }

        return ballot.With(Items.SelectMany(item => votes.Where(vote => vote.Item == item.Item)), by, at, operation);
    }

    /// <summary>Why a deputy may not cast this ballot: the bias of either excludes (Befangenheit).</summary>
    /// <param name="ballot">The member's ballot as it stands.</param>
    /// <param name="own">The deputy's own ballot in this round; null where the deputy has none.</param>
    /// <param name="votes">What the deputy wants to cast for the member.</param>
    /// <returns>The refusal; null where nothing is in the way.</returns>
    public Refusal? RefuseBiased(Ballot ballot, Ballot? own, IEnumerable<Vote> votes)
    {
        foreach (var vote in votes.Where(vote => vote.Choice is not Choice.Recused))
        {
            if (ballot.On(vote.Item)?.Choice is Choice.Recused)
            {
                return new MemberRecused(Id, ballot.For, vote.Item);
            }

            if (own?.On(vote.Item)?.Choice is Choice.Recused)
            {
                return new DeputyRecused(Id, own.For, vote.Item);
            }
        }

        return null;
    }

    /// <summary>Whether everybody has voted on everything that is still before the group, so that waiting would change nothing.</summary>
    /// <remarks>Where every item has been withdrawn there is nothing left to wait for either.</remarks>
    public bool IsComplete(IEnumerable<Ballot> ballots, IReadOnlyCollection<LiveItem> live)
    {
        var cast = ballots.Where(ballot => ballot.IsCast).Select(ballot => ballot.For).ToHashSet();
        return live.Count == 0 || Electorate.All(cast.Contains);
    }

    /// <summary>Takes votes from now on: items and ballots are written.</summary>
    public ApprovalRound Opened() => Step(RoundState.Opening, this with { State = RoundState.Open });

    /// <summary>Keeps what was decided, before it is applied to the items.</summary>
    public ApprovalRound Counted(ValueList<ItemOutcome> outcomes) => Step(RoundState.Closing, this with { Outcomes = outcomes });

    /// <summary>Ends: what was decided is applied, or the items are given back.</summary>
    public ApprovalRound Ended() => State is RoundState.Cancelling
        ? Step(RoundState.Cancelling, this with { State = RoundState.Cancelled })
        : Step(RoundState.Closing, this with { State = RoundState.Closed, PausedFor = null, PausedAt = null });

    /// <summary>Takes no votes until somebody belongs to the group again.</summary>
    public Result<ApprovalRound> Pause(PauseReason reason, DateTimeOffset at) => State is RoundState.Open
        ? this with { State = RoundState.Paused, PausedFor = reason, PausedAt = at.ToUniversalTime(), Version = Version + 1 }
        : new RoundNotOpen(Id, State);

    /// <summary>Takes votes again. The group gets back the time it was without members, and at least a day: nobody comes back to a round that closes in the same minute.</summary>
    public ApprovalRound Resume(DateTimeOffset at)
    {
        var (shifted, soonest) = (Due + (at > PausedAt ? at - PausedAt.Value : TimeSpan.Zero), at.ToUniversalTime().AddDays(1));
        return Step(RoundState.Paused, this with { State = RoundState.Open, Due = shifted > soonest ? shifted : soonest, PausedFor = null, PausedAt = null });
    }

    /// <summary>Stays in closing, because nobody could decide on what has passed.</summary>
    public ApprovalRound Wait(PauseReason reason, DateTimeOffset at) => Step(RoundState.Closing, this with { PausedFor = reason, PausedAt = at.ToUniversalTime() });

    /// <summary>Stops taking votes.</summary>
    public Result<ApprovalRound> BeginClosing(ClosingCause cause, MemberId? by, DateTimeOffset at)
    {
        // A paused round closes only because somebody wants it to.
        if (State is not RoundState.Open && !(State is RoundState.Paused && cause is ClosingCause.ByChair))
        {
            return new RoundNotOpen(Id, State);
        }

        return cause is ClosingCause.Due && at <= Due
            ? new NotDue(Id, Due)
            : this with { State = RoundState.Closing, ClosedFor = cause, EndedBy = by, EndedAt = at.ToUniversalTime(), PausedFor = null, PausedAt = null, Version = Version + 1 };
    }

    /// <summary>Calls the round off.</summary>
    /// <param name="reason">Why; 1 to 2,000 characters.</param>
    /// <param name="by">The acting person.</param>
    /// <param name="at">The instant.</param>
    public Result<ApprovalRound> BeginCancelling(string reason, MemberId by, DateTimeOffset at)
    {
        var problems = FieldRules.Required("reason", reason, Vote.MaxText).ToValueList();
        if (problems.Count > 0)
        {
            return new InvalidContent(problems);
        }

        return State is RoundState.Open or RoundState.Paused
            ? this with { State = RoundState.Cancelling, Reason = reason, EndedBy = by, EndedAt = at.ToUniversalTime(), PausedFor = null, PausedAt = null, Version = Version + 1 }
            : new RoundNotOpen(Id, State);
    }

    /// <summary>Gives the group more time, or less.</summary>
    /// <param name="due">The new due instant; after <paramref name="at"/> and at most a year later.</param>
    /// <param name="at">The instant.</param>
    public Result<ApprovalRound> Extend(DateTimeOffset due, DateTimeOffset at)
    {
        if (State is not RoundState.Open || at > Due)
        {
            return new RoundNotOpen(Id, State is RoundState.Open ? RoundState.Closing : State);
        }

        return RoundOpening.CheckDue(due, at) is { } refusal ? refusal : this with { Due = due.ToUniversalTime(), Version = Version + 1 };
    }

    /// <summary>Changes who may vote while the round is open or paused.</summary>
    /// <returns>The round afterwards; or a refusal where nobody would be left, too many would be, or nothing changes.</returns>
    public Result<ApprovalRound> ChangeElectorate(IReadOnlyCollection<MemberId> add, IReadOnlyCollection<MemberId> remove)
    {
        if (State is not (RoundState.Open or RoundState.Paused))
        {
            return new RoundNotOpen(Id, State);
        }

        var electorate = Electorate.Except(remove).Union(add).ToValueList();
        if (electorate.Count is 0 or > MaxElectorate)
        {
            return new ElectorateSize(Id, electorate.Count);
        }

        return electorate.Equals(Electorate) ? new ElectorateUnchanged(Id) : this with { Electorate = electorate, Version = Version + 1 };
    }

    private ApprovalRound Step(RoundState from, ApprovalRound next) => State == from
        ? next with { Version = Version + 1 }
        : throw new InvalidOperationException($"Round {Id} is {State}, not {from}.");

    private Refusal? Judge(IReadOnlyList<Vote> votes, IReadOnlyList<LiveItem> live)
    {
        var before = live.ToDictionary(item => item.Item, item => item.Revision);
        foreach (var vote in votes)
        {
            if (Find(vote.Item) is null)
            {
                return new NotOnBallot(Id, vote.Item);
            }

            if (!before.TryGetValue(vote.Item, out var revision) || revision != vote.Revision)
            {
                return new OutdatedRevision(Id, vote.Item, vote.Revision);
            }
        }

        if (votes.DistinctBy(vote => vote.Item).Count() != votes.Count || votes.Count != live.Count)
        {
            return new IncompleteBallot(Id, live.Count, votes.Count);
        }

        var problems = votes.SelectMany(vote => vote.Check()).ToValueList();
        return problems.Count > 0 ? new InvalidContent(problems) : null;
    }
}
