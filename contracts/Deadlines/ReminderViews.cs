namespace Insek.Office.Contracts;

/// <summary>What a person was reminded of on one day: <c>GET /api/digests/{date}</c> for the acting member.</summary>
/// <remarks>The entries are those the digest was made with, each as it stands now: a card made from it again shows what has been done since.</remarks>
public sealed record DigestView
{
    /// <summary>The day, in Europe/Berlin.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Whose it is.</summary>
    public required MemberView Member { get; init; }

    /// <summary>The concepts with something to say, by name.</summary>
    public required IReadOnlyList<DigestConcept> Concepts { get; init; }

    /// <summary>How many entries all concepts have together.</summary>
    public required int Count { get; init; }

    /// <summary>How many of them are still open.</summary>
    public required int OpenCount { get; init; }
}

/// <summary>A concept in a digest.</summary>
/// <param name="Concept">The concept.</param>
/// <param name="ConceptName">Its name.</param>
/// <param name="Entries">What is due, first due first; those that are gone (a withdrawn step) are left out.</param>
public sealed record DigestConcept(string Concept, string ConceptName, IReadOnlyList<DigestEntry> Entries);

/// <summary>An entry of a digest.</summary>
/// <param name="Deadline">The deadline as it stands now.</param>
/// <param name="Settled">Whether it asks nothing of this person any more: closed, handed over to somebody else, moved, or, of a round, voted.</param>
public sealed record DigestEntry(DeadlineView Deadline, bool Settled);

/// <summary>What administrators read on Monday: <c>GET /api/overviews/{week}</c>. Computed when it is read.</summary>
public sealed record OverviewView
{
    /// <summary>The week, as ISO 8601 writes it: 2024-W12.</summary>
    public required string Week { get; init; }

    /// <summary>Its Monday.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Its Sunday.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>The concepts, by name; those without anything to say are left out.</summary>
    public required IReadOnlyList<OverviewConcept> Concepts { get; init; }

    /// <summary>Notices that could not be delivered, newest first, up to 50.</summary>
    public required IReadOnlyList<FailedNotice> FailedNotices { get; init; }

    /// <summary>How many there are.</summary>
    public required int FailedNoticesCount { get; init; }

    /// <summary>Members of groups whom the bot cannot reach, by name, up to 50.</summary>
    public required IReadOnlyList<UnreachableMember> Unreachable { get; init; }

    /// <summary>How many there are.</summary>
    public required int UnreachableCount { get; init; }
}

/// <summary>A concept in an overview. Lists hold up to 50 entries; the counts say how many there are.</summary>
public sealed record OverviewConcept
{
    /// <summary>The concept.</summary>
    public required string Concept { get; init; }

    /// <summary>Its name.</summary>
    public required string ConceptName { get; init; }

    /// <summary>What is overdue, longest first.</summary>
    public required IReadOnlyList<DeadlineView> Overdue { get; init; }

    /// <summary>How many there are.</summary>
    public required int OverdueCount { get; init; }

    /// <summary>What is due this week and not overdue, first due first.</summary>
    public required IReadOnlyList<DeadlineView> DueThisWeek { get; init; }

    /// <summary>How many there are.</summary>
    public required int DueThisWeekCount { get; init; }

    /// <summary>Open rounds without a quorum so far, first due first.</summary>
    public required IReadOnlyList<RoundWithoutQuorum> WithoutQuorum { get; init; }

    /// <summary>Measures with a due date whose owner resolves to nobody ("Maßnahmen ohne Zuständige"), first due first.</summary>
    public required IReadOnlyList<DeadlineView> WithoutOwner { get; init; }

    /// <summary>How many there are.</summary>
    public required int WithoutOwnerCount { get; init; }
}

/// <summary>An open round in which too few have voted so far.</summary>
/// <param name="Id">The round.</param>
/// <param name="Title">What it is about.</param>
/// <param name="GroupName">The group.</param>
/// <param name="Due">The last instant at which a vote counts, in UTC.</param>
/// <param name="Standing">How far it has come.</param>
public sealed record RoundWithoutQuorum(string Id, string Title, string GroupName, DateTimeOffset Due, RoundStanding Standing);

/// <summary>A member whom the bot cannot reach.</summary>
/// <param name="Member">The member.</param>
/// <param name="Why">guest, notInstalled or failed.</param>
/// <param name="Detail">What the channel said, where it failed.</param>
public sealed record UnreachableMember(MemberView Member, string Why, string? Detail = null);

/// <summary>A round that needs its chair or an administrator: <c>GET /api/concepts/{concept}/rounds/{id}/escalation</c>.</summary>
public sealed record EscalationView
{
    /// <summary>The concept.</summary>
    public required string Concept { get; init; }

    /// <summary>Its name.</summary>
    public required string ConceptName { get; init; }

    /// <summary>The round.</summary>
    public required RoundSummary Round { get; init; }

    /// <summary>noQuorum, overdue, or settled where it needs nobody any more.</summary>
    public required string Why { get; init; }

    /// <summary>How far it has come.</summary>
    public required RoundStanding Standing { get; init; }

    /// <summary>Who has not voted.</summary>
    public required IReadOnlyList<MemberView> Missing { get; init; }

    /// <summary>The group's chair.</summary>
    public MemberView? Chair { get; init; }

    /// <summary>Whether the person who asks may extend the round ("Verlängern": <c>POST …/rounds/{id}/extend</c>), remind ("Erinnern": <c>POST …/rounds/{id}/remind</c>) and name deputies ("Stellvertretung").</summary>
    public bool MayManage { get; init; }

    /// <summary>A new due instant to propose, in UTC: a week later, at the same time of day.</summary>
    public required DateTimeOffset ProposedDue { get; init; }
}

/// <summary>Whom a chair has just reminded: answer of <c>POST …/rounds/{id}/remind</c>.</summary>
/// <param name="Reminded">Those who have not voted; each is told at most once a day.</param>
public sealed record RoundReminded(IReadOnlyList<MemberView> Reminded);

/// <summary>How a person wants to be reminded: <c>GET/PUT /api/me/preferences</c>.</summary>
public sealed record ReminderPreferences
{
    /// <summary>Whether reminders are wanted; mandatory ones come all the same. Absent in a PUT: true. The answer always says.</summary>
    public bool? Reminders { get; init; }

    /// <summary>Whether the quarterly question about measures is wanted. Absent in a PUT: true. The answer always says.</summary>
    public bool? Progress { get; init; }

    /// <summary>From when on not to be disturbed, Europe/Berlin, as "HH:mm"; together with <see cref="QuietUntil"/>. May be later than it: over midnight.</summary>
    public string? QuietFrom { get; init; }

    /// <summary>Until when. The civil hours (07:00 to 20:00) must leave at least one hour.</summary>
    public string? QuietUntil { get; init; }
}

/// <summary>A person's secret address of calendar feeds: <c>GET/POST/DELETE /api/me/calendar-link</c>.</summary>
public sealed record CalendarLinkView
{
    /// <summary>When it was made, in UTC; absent where there is none.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The feeds, one for each concept the person can see. Only the answer to POST holds them: the key is stored as a digest and cannot be shown again.</summary>
    public IReadOnlyList<CalendarFeed> Feeds { get; init => field = value ?? []; } = [];
}

/// <summary>A concept's calendar feed.</summary>
/// <param name="Concept">The concept.</param>
/// <param name="ConceptName">Its name.</param>
/// <param name="Path">Path and query on the API's host, with the key: a secret.</param>
public sealed record CalendarFeed(string Concept, string ConceptName, string Path);
