namespace Insek.Office.Contracts;

/// <summary>A deadline (Frist) as the person who asks sees it.</summary>
public sealed record DeadlineView
{
    /// <summary>Its id within the concept.</summary>
    public required string Id { get; init; }

    /// <summary>The concept.</summary>
    public required string Concept { get; init; }

    /// <summary>The concept's name.</summary>
    public required string ConceptName { get; init; }

    /// <summary>roundDue, measureDue, milestone or fundingApplication.</summary>
    public required string Kind { get; init; }

    /// <summary>What is due, as people read it.</summary>
    public required string Title { get; init; }

    /// <summary>The day by which it is due, in Europe/Berlin.</summary>
    public required DateOnly Due { get; init; }

    /// <summary>The last instant that is in time, in UTC: the end of <see cref="Due"/>, or an instant within it where <see cref="HasTime"/> is true.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>Whether it is due at an instant rather than by the end of a day.</summary>
    public bool HasTime { get; init; }

    /// <summary>From today to <see cref="Due"/>, in days of Europe/Berlin: 0 is today, below 0 is past.</summary>
    public required int DaysLeft { get; init; }

    /// <summary>Whether it is open and <see cref="DueAt"/> has passed.</summary>
    public bool Overdue { get; init; }

    /// <summary>open, done or waived.</summary>
    public required string State { get; init; }

    /// <summary>Why it was waived, moved, handed over or opened again last.</summary>
    public string? Reason { get; init; }

    /// <summary>Who closed it; absent while it is open, and where its source did.</summary>
    public MemberView? ClosedBy { get; init; }

    /// <summary>When it was closed, in UTC.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Whose it is. Of a measure: who was named, else everybody whose office is <see cref="Office"/>. Of a round: empty, it concerns those who have not voted.</summary>
    public IReadOnlyList<MemberView> Owners { get; init => field = value ?? []; } = [];

    /// <summary>The office (Federführung) a measure names; it may resolve to nobody.</summary>
    public string? Office { get; init; }

    /// <summary>Where it comes from: what "Öffnen" opens.</summary>
    public required DeadlineSourceView Source { get; init; }

    /// <summary>Whether an administrator decided that nobody can opt out of its reminders.</summary>
    public bool Mandatory { get; init; }

    /// <summary>Where it was moved away from what its source says: the day the source says.</summary>
    public DateOnly? MovedFrom { get; init; }

    /// <summary>Of a round that is open: how many have voted.</summary>
    public RoundStanding? Round { get; init; }

    /// <summary>When somebody is reminded next, in UTC; absent where nobody will be.</summary>
    public DateTimeOffset? NextReminder { get; init; }

    /// <summary>Counts every change, from 1. Its entity tag: send it in If-Match with every action.</summary>
    public required int Version { get; init; }

    /// <summary>What the person who asks may do now.</summary>
    public required DeadlineActions Actions { get; init; }
}

/// <summary>What a deadline comes from.</summary>
/// <param name="Kind">round, measure, step (of the concept's process) or none.</param>
/// <param name="Id">The round's, measure's or step's id; absent where it comes from nothing.</param>
public sealed record DeadlineSourceView(string Kind, string? Id = null);

/// <summary>What the person who asks may do with a deadline now. What is false would be refused.</summary>
public sealed record DeadlineActions
{
    /// <summary>"Erledigt": <c>POST …/done</c>.</summary>
    public bool Done { get; init; }

    /// <summary>"Verschieben…": <c>POST …/move</c>. Of a round: extends it.</summary>
    public bool Move { get; init; }

    /// <summary>Whether moving it needs a reason, because it is somebody else's.</summary>
    public bool MoveNeedsReason { get; init; }

    /// <summary>"Abgeben an…": <c>POST …/hand-over</c>.</summary>
    public bool HandOver { get; init; }

    /// <summary>"Aussetzen…": <c>POST …/waive</c>; administrators, with a reason.</summary>
    public bool Waive { get; init; }

    /// <summary>"Wieder öffnen": <c>POST …/reopen</c>.</summary>
    public bool Reopen { get; init; }

    /// <summary>Whether it can be rewritten: <c>PUT</c>; editors and administrators, and only what comes from no source.</summary>
    public bool Edit { get; init; }
}

/// <summary>How far a round has come.</summary>
/// <param name="Voted">How many have voted.</param>
/// <param name="Electorate">How many may vote.</param>
/// <param name="QuorumPercent">How many of those entitled must have voted, in percent.</param>
/// <param name="HasQuorum">Whether enough have, counting every ballot that was cast.</param>
public sealed record RoundStanding(int Voted, int Electorate, int QuorumPercent, bool HasQuorum);
