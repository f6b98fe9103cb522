using Insek.Office.Contracts;
using Insek.Office.Domain;

namespace Insek.Office.Functions.Import;

/// <summary>What an import writes, and what it answers. Of a refused import everything to write is empty.</summary>
internal sealed record ImportPlan
{
    /// <summary>What the caller is told.</summary>
    public required ImportReport Report { get; init; }

    /// <summary>Whether errors keep everything from being written.</summary>
    public required bool IsRefused { get; init; }

    /// <summary>Whether nothing but questions that nobody has answered keeps everything from being written.</summary>
    public bool HasOpenQuestions { get; init; }

    /// <summary>The head where it is new or changed.</summary>
    public Concept? Head { get; init; }

    /// <summary>Planning areas that are new or changed.</summary>
    public IReadOnlyList<PlanningArea> Areas { get; init; } = [];

    /// <summary>Sector concepts that are new or changed.</summary>
    public IReadOnlyList<SectorConcept> Sectors { get; init; } = [];

    /// <summary>Goals that are new or changed.</summary>
    public IReadOnlyList<PlannedItem<Goal>> Goals { get; init; } = [];

    /// <summary>Measures that are new or changed.</summary>
    public IReadOnlyList<PlannedItem<Measure>> Measures { get; init; } = [];

    /// <summary>Whether there is nothing to write.</summary>
    public bool IsEmpty => Head is null && Areas.Count + Sectors.Count + Goals.Count + Measures.Count == 0;
}

/// <summary>A goal or measure as it will be, with everything that was done to it, in order.</summary>
/// <typeparam name="T">Goal or measure.</typeparam>
/// <param name="Item">The item afterwards.</param>
/// <param name="Before">The item as it stands; null for a new one.</param>
/// <param name="Changes">What was done; at least one. At most one of them began a revision, and that is the item's.</param>
internal sealed record PlannedItem<T>(T Item, T? Before, IReadOnlyList<Change> Changes)
    where T : class;
