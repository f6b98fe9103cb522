namespace Insek.Office.Domain;

/// <summary>A sector concept (Fachkonzept): one field of the concept, looked after by one working group.</summary>
public sealed record SectorConcept
{
    /// <summary>Its key.</summary>
    public required SectorKey Key { get; init; }

    /// <summary>Its place among the sector concepts, from 1.</summary>
    public required int Order { get; init; }

    /// <summary>The name tables use, for example "Verkehr/Technische Infrastruktur".</summary>
    public required string Name { get; init; }

    /// <summary>The name in full, where it differs.</summary>
    public string? LongName { get; init; }

    /// <summary>The heading under which the source prints it.</summary>
    public string? SourceTitle { get; init; }

    /// <summary>Its place in the source's own order, from 1.</summary>
    public int? PresentationOrder { get; init; }

    /// <summary>What a slide or council paper says of its size, beside what is recorded.</summary>
    public ReportedCounts Reported { get; init => field = value ?? ReportedCounts.None; } = ReportedCounts.None;
}
