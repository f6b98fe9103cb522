namespace Insek.Office.Domain;

/// <summary>How much a finding matters.</summary>
public enum FindingSeverity
{
    /// <summary>Somebody should look.</summary>
    Warning,

    /// <summary>Noticed.</summary>
    Info,
}

/// <summary>Which part of a concept a finding is about.</summary>
public enum FindingPart
{
    /// <summary>The head.</summary>
    Concept,

    /// <summary>A planning area.</summary>
    Areas,

    /// <summary>A sector concept.</summary>
    Sectors,

    /// <summary>A goal.</summary>
    Goals,

    /// <summary>A measure.</summary>
    Measures,
}

/// <summary>Something in a concept as a whole that is not wrong by itself but worth a look.</summary>
/// <param name="Severity">How much it matters.</param>
/// <param name="Code">Stable and machine-readable.</param>
/// <param name="Part">The part of the concept.</param>
/// <param name="Key">The area, sector concept, goal or measure; null for the head.</param>
/// <param name="Field">The field, in camel case.</param>
/// <param name="Value">What stands there.</param>
/// <param name="Details">What the sentence about it names besides, in the order of its text.</param>
public sealed record Finding(FindingSeverity Severity, string Code, FindingPart Part, string? Key, string? Field, string? Value, ValueList<string> Details);
