using System.Globalization;

namespace Insek.Office.Domain;

/// <summary>What can be due.</summary>
public enum DeadlineKind
{
    /// <summary>A round takes votes until then (Abstimmung).</summary>
    RoundDue,

    /// <summary>A measure is to be carried out by then (Maßnahme).</summary>
    MeasureDue,

    /// <summary>A step of the process: participation event, council date, draft to print (Meilenstein).</summary>
    Milestone,

    /// <summary>An application for funding (Förderantrag).</summary>
    FundingApplication,
}

/// <summary>How far a deadline has come.</summary>
public enum DeadlineState
{
    /// <summary>Still to be met (offen).</summary>
    Open,

    /// <summary>Met (erledigt).</summary>
    Done,

    /// <summary>Nobody needs to meet it (ausgesetzt), with a reason.</summary>
    Waived,
}

/// <summary>A deadline (Frist): an immutable value. Every method answers the deadline as it is afterwards; this one stays.</summary>
/// <remarks>
/// What follows a source takes title, day and office from it. A measure's or step's deadline can be moved away from what its source says,
/// until the source says something else: the concept's content is agreed, and moving a reminder does not change it.
/// </remarks>
public sealed record Deadline
{
    /// <summary>The longest title, in UTF-16 code units.</summary>
    public const int MaxTitle = FieldRules.MaxTitle;

    /// <summary>The longest reason, in UTF-16 code units.</summary>
    public const int MaxReason = 2_000;

    /// <summary>The most owners.</summary>
    public const int MaxOwners = 50;

    /// <summary>How far ahead something can be due, in years.</summary>
    public const int MaxYearsAhead = 50;

    private const int OperationsKept = 8;

    /// <summary>Its id within the concept.</summary>
    public required DeadlineId Id { get; init; }

    /// <summary>What is due.</summary>
    public required DeadlineKind Kind { get; init; }

    /// <summary>What is due, as people read it; 1 to 500 characters.</summary>
    public required string Title { get; init; }

    /// <summary>When it is due, as its source says or as it was written.</summary>
    public required Due Stated { get; init; }

    /// <summary>Where it was moved to; null where it was not.</summary>
    public Due? MovedTo { get; init; }

    /// <summary>When it is due.</summary>
    public Due Due => MovedTo ?? Stated;

    /// <summary>What it comes from.</summary>
    public required DeadlineSource Source { get; init; }

    /// <summary>Who was named as its owners; empty where nobody was.</summary>
    public ValueList<MemberId> Owners { get; init => field = value ?? []; } = [];

    /// <summary>The office a measure names as its owner.</summary>
    public string? Office { get; init; }

    /// <summary>How far it has come.</summary>
    public DeadlineState State { get; init; }

    /// <summary>Why it was last waived, moved, handed over or opened again.</summary>
    public string? Reason { get; init; }

    /// <summary>Who closed it; null while it is open, and where its source did.</summary>
    public MemberId? ClosedBy { get; init; }

    /// <summary>When it was closed, in UTC; null while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Whether nobody can opt out of its reminders.</summary>
    public bool IsMandatory { get; init; }

    /// <summary>Counts every change by people, from 1, and every change of its source on top. The entity tag of the API.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The operations that changed it last, oldest first, so that a repeated click is known.</summary>
    public ValueList<string> Operations { get; init => field = value ?? []; } = [];

    /// <summary>Whether it is open and too late.</summary>
    public bool IsOverdue(DateTimeOffset at) => State is DeadlineState.Open && Due.HasPassed(at);

    /// <summary>Whether the operation has changed it already.</summary>
    public bool Knows(string operation) => Operations.Contains(operation);

    /// <summary>Whose it is: whoever was named, else, of a measure, everybody of its office. Members who left the directory do not count.</summary>
    /// <returns>Nobody where nobody was named or is left; of a round always, because it concerns those who have not voted.</returns>
    public IReadOnlyList<MemberId> OwnersIn(TenantDirectory directory)
    {
        var named = Owners.Where(owner => directory.Find(owner) is not null).ToArray();
        return named.Length > 0 || Kind is DeadlineKind.RoundDue || Office is null ? named : directory.MembersOf(Office);
    }

    /// <summary>Who is reminded: the owners; where there are none, the administrators, except of a measure, which is listed for them once a week.</summary>
    public IReadOnlyList<MemberId> RemindedIn(TenantDirectory directory)
    {
        var owners = OwnersIn(directory);
        return owners.Count > 0 || Kind is DeadlineKind.MeasureDue or DeadlineKind.RoundDue ? owners : [.. directory.Administrators.OrderBy(member => member.Value, StringComparer.Ordinal)];
    }

    /// <summary>Marks it as met.</summary>
    /// <returns>The deadline afterwards; or why not: a round ends by its votes, and what is closed is closed.</returns>
    public Result<Deadline> Complete(MemberId by, DateTimeOffset at, string operation, string? note = null) =>
        (CheckOpen() ?? CheckText(note)) is { } refusal ? refusal : Change(operation) with { State = DeadlineState.Done, ClosedBy = by, ClosedAt = at.ToUniversalTime(), Reason = note };

    /// <summary>Says that nobody needs to meet it.</summary>
    /// <returns>The deadline afterwards; or why not.</returns>
    public Result<Deadline> Waive(MemberId by, DateTimeOffset at, string operation, string? reason) =>
        (CheckOpen() ?? CheckReason(reason)) is { } refusal ? refusal : Change(operation) with { State = DeadlineState.Waived, ClosedBy = by, ClosedAt = at.ToUniversalTime(), Reason = reason };

    /// <summary>Opens it again.</summary>
    /// <returns>The deadline afterwards; or why not.</returns>
    public Result<Deadline> Reopen(string operation, string? reason = null)
    {
        if (State is DeadlineState.Open)
        {
            return new DeadlineNotClosed(Id);
        }

        return ((Refusal?)CheckSource() ?? CheckText(reason)) is { } refusal ? refusal : Change(operation) with { State = DeadlineState.Open, ClosedBy = null, ClosedAt = null, Reason = reason };
    }

    /// <summary>Moves it.</summary>
    /// <param name="to">When it is due from now on; not past, and within fifty years.</param>
    /// <param name="at">Now.</param>
    /// <param name="operation">Names the click.</param>
    /// <param name="reason">Why.</param>
    /// <returns>The deadline afterwards; or why not.</returns>
    public Result<Deadline> Move(Due to, DateTimeOffset at, string operation, string? reason = null)
    {
        if ((CheckOpen() ?? CheckText(reason) ?? CheckDue(to, at)) is { } refusal)
        {
            return refusal;
        }

        var moved = Change(operation) with { Reason = reason };
        return Source.Kind is DeadlineSourceKind.None ? moved with { Stated = to } : moved with { MovedTo = to == Stated ? null : to };
    }

    /// <summary>Gives it to somebody else.</summary>
    /// <returns>The deadline afterwards; or why not.</returns>
    public Result<Deadline> HandOver(MemberId to, string operation, string? reason = null) =>
        (CheckOpen() ?? CheckText(reason)) is { } refusal ? refusal : Change(operation) with { Owners = [to], Reason = reason };

    /// <summary>Says whether people can opt out of its reminders.</summary>
    public Deadline Mark(bool isMandatory, string operation) => isMandatory == IsMandatory ? this : Change(operation) with { IsMandatory = isMandatory };

    /// <summary>Rewrites what comes from no source.</summary>
    /// <returns>The deadline afterwards; or why not.</returns>
    public Result<Deadline> Rewrite(DeadlineKind kind, string title, Due due, ValueList<MemberId> owners, bool isMandatory, DateTimeOffset at, string operation)
    {
        if (Source.Kind is not DeadlineSourceKind.None)
        {
            return new FollowsItsSource(Id);
        }

        var problems = Check(kind, title, owners).ToValueList();
        return problems.Count > 0
            ? new InvalidContent(problems)
            : due != Stated && CheckDue(due, at) is { } refusal
                ? refusal
                : Change(operation) with { Kind = kind, Title = title, Stated = due, Owners = owners, IsMandatory = isMandatory };
    }

    /// <summary>Everything that cannot be accepted of what somebody writes.</summary>
    public static IEnumerable<ContentProblem> Check(DeadlineKind kind, string title, IReadOnlyList<MemberId> owners) =>
    [
        .. kind is DeadlineKind.Milestone or DeadlineKind.FundingApplication ? [] : new[] { new ContentProblem("kind", "follows-source", ParameterValue.Of(kind)) },
        .. FieldRules.Required("title", title, MaxTitle),
        .. owners.Count > MaxOwners ? [new ContentProblem("owners", "too-many", FormattableString.Invariant($"{owners.Count}"))] : Array.Empty<ContentProblem>(),
    ];

    /// <summary>Why something cannot be due then; null where it can.</summary>
    public static Refusal? CheckDue(Due due, DateTimeOffset at) => (due.HasPassed(at), due.Day > CivilTime.DayOf(at).AddYears(MaxYearsAhead)) switch
    {
        (true, _) => new InvalidContent([new ContentProblem("due", "in-the-past", due.Day.ToString("O", CultureInfo.InvariantCulture))]),
        (_, true) => new InvalidContent([new ContentProblem("due", "out-of-range", due.Day.ToString("O", CultureInfo.InvariantCulture))]),
        _ => null,
    };

    private Deadline Change(string operation) => this with { Version = Version + 1, Operations = Operations.Append(operation).TakeLast(OperationsKept).ToValueList() };

    private Refusal? CheckOpen() => (Refusal?)CheckSource() ?? (State is DeadlineState.Open ? null : new DeadlineClosed(Id, State));

    private FollowsItsSource? CheckSource() => Source.Kind is DeadlineSourceKind.Round ? new FollowsItsSource(Id) : null;

    private static InvalidContent? CheckText(string? text) => FieldRules.Text("reason", text, MaxReason).ToValueList() is { Count: > 0 } problems ? new InvalidContent(problems) : null;

    private static InvalidContent? CheckReason(string? reason) => FieldRules.Required("reason", reason, MaxReason).ToValueList() is { Count: > 0 } problems ? new InvalidContent(problems) : null;
}

/// <summary>A deadline that is met or waived already.</summary>
public sealed record DeadlineClosed(DeadlineId Id, DeadlineState State) : Refusal(RefusalKind.Conflict, "deadline-closed", $"Deadline {Id} is {State}.");

/// <summary>A deadline that is open anyway.</summary>
public sealed record DeadlineNotClosed(DeadlineId Id) : Refusal(RefusalKind.Conflict, "deadline-open", $"Deadline {Id} is open.");

/// <summary>A deadline whose source alone decides that.</summary>
public sealed record FollowsItsSource(DeadlineId Id) : Refusal(RefusalKind.Conflict, "follows-source", $"Deadline {Id} follows its source in this.");
