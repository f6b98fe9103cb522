namespace Insek.Office.Contracts;

/// <summary>A person.</summary>
/// <param name="Id">The object id in the directory.</param>
/// <param name="Name">The name people read; the id where the directory does not know the person any more.</param>
/// <param name="Gone">True where the directory does not know the person any more ("nicht mehr im Verzeichnis"); absent otherwise.</param>
/// <param name="Guest">True for a guest of the tenant; absent otherwise.</param>
public sealed record MemberView(string Id, string Name, bool? Gone = null, bool? Guest = null);

/// <summary>A working group or the steering group.</summary>
public sealed record GroupView
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>The name people read.</summary>
    public required string Name { get; init; }

    /// <summary>workingGroup or steeringGroup.</summary>
    public required string Kind { get; init; }

    /// <summary>The concept it decides on.</summary>
    public required string Concept { get; init; }

    /// <summary>The keys of the sector concepts it looks after.</summary>
    public IReadOnlyList<string> Sectors { get; init => field = value ?? []; } = [];

    /// <summary>Who leads it.</summary>
    public MemberView? Chair { get; init; }

    /// <summary>Who belongs to it, the chair included.</summary>
    public IReadOnlyList<MemberView> Members { get; init => field = value ?? []; } = [];

    /// <summary>When the directory was last read ("Stand"), in UTC; absent where it is never old.</summary>
    public DateTimeOffset? AsOf { get; init; }
}

/// <summary>Who asks, and what concerns that person.</summary>
public sealed record MeView
{
    /// <summary>The object id.</summary>
    public required string Id { get; init; }

    /// <summary>The name people read.</summary>
    public required string Name { get; init; }

    /// <summary>Whether the person administers the tenant's concepts.</summary>
    public required bool IsAdministrator { get; init; }

    /// <summary>The groups the person belongs to; an administrator's own ones only.</summary>
    public required IReadOnlyList<GroupView> Groups { get; init; }

    /// <summary>The concepts the person can see: those of the groups, for an administrator all.</summary>
    public required IReadOnlyList<ConceptSummary> Concepts { get; init; }

    /// <summary>When the directory was last read ("Stand"), in UTC; absent where it is never old.</summary>
    public DateTimeOffset? AsOf { get; init; }
}

/// <summary>A round in which the person, or somebody the person stands in for, can vote now.</summary>
public sealed record OwedView
{
    /// <summary>The concept.</summary>
    public required string Concept { get; init; }

    /// <summary>The concept's name.</summary>
    public required string ConceptName { get; init; }

    /// <summary>The round.</summary>
    public required RoundSummary Round { get; init; }

    /// <summary>Whose ballot it is.</summary>
    public required MemberView For { get; init; }

    /// <summary>When it was cast, in UTC; absent while it is owed.</summary>
    public DateTimeOffset? CastAt { get; init; }
}

/// <summary>What a group could decide on: the drafts of its sector concepts.</summary>
/// <param name="Group">The group.</param>
/// <param name="Sectors">Its sector concepts.</param>
public sealed record CandidatesView(GroupView Group, IReadOnlyList<CandidateSector> Sectors);

/// <summary>The drafts of a sector concept.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Name">Its name.</param>
/// <param name="Items">Goals, each followed by its measures; measures without a goal last.</param>
public sealed record CandidateSector(string Key, string Name, IReadOnlyList<CandidateItem> Items);

/// <summary>A draft.</summary>
/// <param name="Kind">goal or measure.</param>
/// <param name="Id">Its id.</param>
/// <param name="Number">The number people know it by.</param>
/// <param name="Title">Its title.</param>
/// <param name="Goal">For a measure: its goal's id.</param>
/// <param name="Revision">Its revision.</param>
public sealed record CandidateItem(string Kind, string Id, string Number, string Title, string? Goal, int Revision);
