using System.Text.Json.Serialization;

namespace Insek.Office.Contracts;

/// <summary>A goal as the API answers it.</summary>
public sealed record GoalView : GoalDocument
{
    /// <summary>For deserialisation.</summary>
    [JsonConstructor]
    public GoalView()
    {
    }

    /// <summary>Adds what the API knows to a goal's document.</summary>
    public GoalView(GoalDocument document)
        : base(document)
    {
    }

    /// <summary>The number of the current content, from 1.</summary>
    public int Revision { get; init; }

    /// <summary>When it last changed, in UTC.</summary>
    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>Who changed it last.</summary>
    public string? ChangedBy { get; init; }

    /// <summary>The approval round it is before.</summary>
    public string? Round { get; init; }
}

/// <summary>A measure as the API answers it.</summary>
public sealed record MeasureView : MeasureDocument
{
    /// <summary>For deserialisation.</summary>
    [JsonConstructor]
    public MeasureView()
    {
    }

    /// <summary>Adds what the API knows to a measure's document.</summary>
    public MeasureView(MeasureDocument document)
        : base(document)
    {
    }

    /// <summary>The number of the current content, from 1.</summary>
    public int Revision { get; init; }

    /// <summary>When it last changed, in UTC.</summary>
    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>Who changed it last.</summary>
    public string? ChangedBy { get; init; }

    /// <summary>The approval round it is before.</summary>
    public string? Round { get; init; }
}

/// <summary>A measure as it is to be. Fields left out become empty.</summary>
public sealed record MeasureWrite : MeasureDocument
{
    /// <summary>Why the change of content is a matter of wording only: the approval stands. Administrators only; 1 to 2,000 characters.</summary>
    public string? EditorialReason { get; init; }

    /// <summary>Why the state changes, for the log; up to 2,000 characters.</summary>
    public string? StateReason { get; init; }
}

/// <summary>One revision of a goal or measure.</summary>
public sealed record RevisionView
{
    /// <summary>Its number, from 1.</summary>
    public required int Revision { get; init; }

    /// <summary>created, edited or corrected.</summary>
    public required string Change { get; init; }

    /// <summary>When it began, in UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who began it.</summary>
    public required string By { get; init; }

    /// <summary>Why, for a correction.</summary>
    public string? Reason { get; init; }

    /// <summary>What caused it, for example "import:…".</summary>
    public string? Cause { get; init; }

    /// <summary>The title at that revision.</summary>
    public required string Title { get; init; }
}

/// <summary>What changed between two revisions.</summary>
public sealed record DiffView
{
    /// <summary>The goal's or measure's id.</summary>
    public required string Id { get; init; }

    /// <summary>The earlier revision.</summary>
    public required int From { get; init; }

    /// <summary>The later revision.</summary>
    public required int To { get; init; }

    /// <summary>The fields that differ.</summary>
    public required IReadOnlyList<FieldDiff> Fields { get; init; }
}

/// <summary>A field that differs.</summary>
public sealed record FieldDiff
{
    /// <summary>The field's name, as in the document.</summary>
    public required string Field { get; init; }

    /// <summary>What stood there; lists joined by line feeds.</summary>
    public string? Before { get; init; }

    /// <summary>What stands there; lists joined by line feeds.</summary>
    public string? After { get; init; }

    /// <summary>For texts: the difference word by word.</summary>
    public IReadOnlyList<TextPart>? Words { get; init; }
}

/// <summary>A piece of text and what became of it.</summary>
/// <param name="Kind">same, removed or added.</param>
/// <param name="Text">The text.</param>
public sealed record TextPart(string Kind, string Text);
