namespace Insek.Office.Contracts;

/// <summary>A deadline to be kept, or as it is to be: <c>POST /api/concepts/{concept}/deadlines</c>, <c>PUT …/{id}</c> (If-Match). Fields left out become empty.</summary>
/// <remarks>Deadlines of measures, rounds and steps of the process follow their source and are not written here.</remarks>
public sealed record DeadlineWrite
{
    /// <summary>milestone or fundingApplication.</summary>
    public string? Kind { get; init; }

    /// <summary>What is due; 1 to 500 characters.</summary>
    public string? Title { get; init; }

    /// <summary>The day by which it is due, in Europe/Berlin; either this or <see cref="DueAt"/>. A new one may not lie in the past.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>The last instant that is in time.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Ids of the members whose it is, up to 50; where nobody is named, it concerns the administrators.</summary>
    public IReadOnlyList<string> Owners { get; init => field = value ?? []; } = [];

    /// <summary>Whether nobody can opt out of its reminders; only administrators can say so.</summary>
    public bool Mandatory { get; init; }
}

/// <summary>"Erledigt": <c>POST …/deadlines/{id}/done</c> (If-Match, Insek-Operation).</summary>
/// <param name="Note">For the log; up to 2,000 characters.</param>
public sealed record DeadlineDone(string? Note = null);

/// <summary>"Verschieben…": <c>POST …/deadlines/{id}/move</c> (If-Match, Insek-Operation). Exactly one of <see cref="Due"/> and <see cref="DueAt"/>, not in the past and within ten years.</summary>
/// <remarks>Moves the reminders, not what the concept says; of a round it extends the round (its end is an instant: a day means the end of that day).</remarks>
/// <param name="Due">The new day, in Europe/Berlin.</param>
/// <param name="DueAt">The new instant.</param>
/// <param name="Reason">Needed where the deadline is somebody else's; up to 2,000 characters.</param>
public sealed record MoveDeadline(DateOnly? Due = null, DateTimeOffset? DueAt = null, string? Reason = null);

/// <summary>"Abgeben an…": <c>POST …/deadlines/{id}/hand-over</c> (If-Match, Insek-Operation).</summary>
/// <param name="To">The member who owns it from now on; must be able to see the concept.</param>
/// <param name="Reason">For the log; up to 2,000 characters.</param>
public sealed record HandOverDeadline(string? To = null, string? Reason = null);

/// <summary>"Aussetzen…": <c>POST …/deadlines/{id}/waive</c> (If-Match, Insek-Operation); administrators.</summary>
/// <param name="Reason">1 to 2,000 characters.</param>
public sealed record WaiveDeadline(string? Reason = null);

/// <summary>"Wieder öffnen": <c>POST …/deadlines/{id}/reopen</c> (If-Match, Insek-Operation).</summary>
/// <param name="Reason">For the log; up to 2,000 characters.</param>
public sealed record ReopenDeadline(string? Reason = null);

/// <summary>Whether an administrator wants everybody reminded: <c>POST …/deadlines/{id}/mandatory</c> (If-Match, Insek-Operation).</summary>
/// <param name="Mandatory">Whether nobody can opt out of its reminders.</param>
public sealed record MarkDeadline(bool Mandatory);
