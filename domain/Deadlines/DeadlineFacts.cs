namespace Insek.Office.Domain;

/// <summary>What a source says about its deadline. Where it says the same as before, the deadline is left alone.</summary>
public sealed record DeadlineFacts
{
    private const int FirstYear = 1900;
    private const int LastYear = 2200;

    /// <summary>What it comes from.</summary>
    public required DeadlineSource Source { get; init; }

    /// <summary>What is due.</summary>
    public required DeadlineKind Kind { get; init; }

    /// <summary>What is due, as people read it.</summary>
    public required string Title { get; init; }

    /// <summary>When.</summary>
    public required Due Due { get; init; }

    /// <summary>The office a measure names as its owner.</summary>
    public string? Office { get; init; }

    /// <summary>What the source itself makes of it: Open, or why it needs nobody any more.</summary>
    public DeadlineState State { get; init; }

    /// <summary>What a measure says.</summary>
    /// <returns>Null where it has no due day, or one of another age: a slip of the pen in a list is nothing to be reminded of.</returns>
    public static DeadlineFacts? Of(Measure measure) => measure.Content.Due is not { Year: >= FirstYear and <= LastYear } due ? null : new DeadlineFacts
    {
        Source = DeadlineSource.OfMeasure(measure.Id),
        Kind = DeadlineKind.MeasureDue,
        Title = measure.Content.Title,
        Due = Due.On(due),
        Office = string.IsNullOrWhiteSpace(measure.Content.Owner) ? null : measure.Content.Owner,
        State = measure.State switch
        {
            ItemState.Done => DeadlineState.Done,
            ItemState.Rejected or ItemState.Deferred => DeadlineState.Waived,
            _ => DeadlineState.Open,
        },
    };

    /// <summary>What a round says: open until it has ended.</summary>
    public static DeadlineFacts Of(ApprovalRound round) => new()
    {
        Source = DeadlineSource.Of(round.Id),
        Kind = DeadlineKind.RoundDue,
        Title = round.Title,
        Due = Due.At(round.Due),
        State = round.State switch
        {
            RoundState.Closed => DeadlineState.Done,
            RoundState.Cancelled => DeadlineState.Waived,
            _ => DeadlineState.Open,
        },
    };

    /// <summary>What a step of the process says. A step takes place by itself: what lies in the past when it is written down asks nothing of anybody.</summary>
    /// <param name="step">The step.</param>
    /// <param name="at">When it is written down.</param>
    /// <returns>Null where its day is one of another age.</returns>
    public static DeadlineFacts? Of(ProcessEvent step, DateTimeOffset at) => step.Date is not { Year: >= FirstYear and <= LastYear } ? null : new DeadlineFacts
    {
        Source = DeadlineSource.OfStep(step.Id),
        Kind = DeadlineKind.Milestone,
        Title = step.Title.Length <= Deadline.MaxTitle ? step.Title : string.Concat(step.Title.AsSpan(0, Deadline.MaxTitle - 1), "…"),
        Due = Due.On(step.Date),
        State = Due.On(step.Date).HasPassed(at) ? DeadlineState.Done : DeadlineState.Open,
    };
}
