using System.Globalization;
using Insek.Office.Domain;

namespace Insek.Office.Functions.Import;

/// <summary>What becomes of the good rows beside bad ones.</summary>
internal enum ImportMode
{
    /// <summary>All rows or none.</summary>
    Atomic,

    /// <summary>The good rows.</summary>
    Partial,
}

/// <summary>What an import is planned against.</summary>
/// <param name="Concept">The concept of the address.</param>
/// <param name="Present">The concept as it stands; null where it does not exist yet.</param>
/// <param name="Mode">What becomes of the good rows beside bad ones.</param>
/// <param name="DryRun">Whether nothing is to be written.</param>
/// <param name="By">The acting person.</param>
/// <param name="At">The instant of every change.</param>
/// <param name="Culture">The language of the report.</param>
internal sealed record ImportRequest(ConceptId Concept, ConceptSnapshot? Present, ImportMode Mode, bool DryRun, MemberId By, DateTimeOffset At, CultureInfo Culture);
