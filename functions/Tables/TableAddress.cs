using Insek.Office.Contracts;
using Insek.Office.Domain;

namespace Insek.Office.Functions.Tables;

/// <summary>What a table in a document says it is.</summary>
/// <param name="Concept">The concept's id, as written.</param>
/// <param name="Definition">The definition's id, as written.</param>
/// <param name="Parameters">The parameters in canonical form, as written.</param>
internal sealed record TableAddress(string Concept, string Definition, string Parameters)
{
    /// <summary>The parameters by name, to be read by <see cref="TableParameterReader"/>.</summary>
    public KeyValuePair<string, string>[] Pairs() =>
    [
        .. Parameters.Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Split('=', 2))
            .Select(pair => KeyValuePair.Create(pair[0], pair.Length > 1 ? pair[1] : "")),
    ];

    /// <summary>What the document's own record says; null where it does not say it all.</summary>
    public static TableAddress? Of(AskedTable asked) =>
        asked is { Concept: { } concept, Definition: { } definition, Parameters: { } parameters } ? new TableAddress(concept, definition, parameters) : null;
}

/// <summary>A tag nobody can read, and no record that says the same.</summary>
internal sealed record InvalidTag(string Tag) : Refusal(RefusalKind.Invalid, "invalid-tag", $"'{Tag}' is no tag of a table.");

/// <summary>A short id that stands for nothing here.</summary>
internal sealed record UnknownShortId(string Id) : Refusal(RefusalKind.NotFound, "unknown-short-id", $"Nothing is known of the short id '{Id}'.");
