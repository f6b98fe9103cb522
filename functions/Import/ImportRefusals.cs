using Insek.Office.Domain;

namespace Insek.Office.Functions.Import;

/// <summary>A sheet without a column that its rows cannot do without.</summary>
internal sealed record MissingColumn(ValueList<string> Columns)
    : Refusal(RefusalKind.Invalid, "missing-column", $"The sheet has no column {string.Join(", ", Columns.Select(column => $"'{column}'"))}.");

/// <summary>A sheet with two columns of one meaning.</summary>
internal sealed record DuplicateColumn(string Column)
    : Refusal(RefusalKind.Invalid, "duplicate-column", $"The sheet has more than one column '{Column}'.");

/// <summary>A file that is not the JSON it should be.</summary>
/// <param name="Path">Where in the document, for example $.goals[3].title; null where unknown.</param>
/// <param name="Line">The line, from 1; 0 where unknown.</param>
internal sealed record InvalidJson(string? Path, long Line)
    : Refusal(RefusalKind.Invalid, "invalid-json", $"The file is no concept as JSON: something is wrong at {Path ?? "$"}, line {Line}.");

/// <summary>A file in a version of the format that is not known here.</summary>
internal sealed record UnsupportedSchemaVersion(int Version)
    : Refusal(RefusalKind.Invalid, "unsupported-schema-version", $"Schema version {Version} is not supported.");

/// <summary>A file that belongs to another concept than the address.</summary>
internal sealed record ConceptIdMismatch(string Stated, ConceptId Expected)
    : Refusal(RefusalKind.Invalid, "concept-id-mismatch", $"The file belongs to concept '{Stated}', not to '{Expected}'.");

/// <summary>An import of what was seen, into a concept that has changed since.</summary>
internal sealed record ConceptChanged()
    : Refusal(RefusalKind.PreconditionFailed, "concept-changed", "Nothing was imported: the concept has changed since the file was looked at. Look again, then import.");
