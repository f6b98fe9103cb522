namespace Insek.Office.Contracts;

/// <summary>A document to be registered, or registered anew under the same id.</summary>
public sealed record RegisterDocument
{
    /// <summary>The longest name, in UTF-16 code units.</summary>
    public const int MaxName = 255;

    /// <summary>The longest link, in UTF-16 code units.</summary>
    public const int MaxLink = 2_048;

    /// <summary>The most tables of a document.</summary>
    public const int MaxTables = 200;

    /// <summary>What people call it, 1 to 255 characters. Name and link together name the document: the same again replaces the entry.</summary>
    public required string Name { get; init; }

    /// <summary>Where it lies: https, up to 2,048 characters.</summary>
    public string? Link { get; init; }

    /// <summary>Its tables, up to 200.</summary>
    public required IReadOnlyList<RegisteredTable> Tables { get; init; }
}

/// <summary>A table as a document holds it.</summary>
public sealed record RegisteredTable
{
    /// <summary>Names it in the document.</summary>
    public required string Instance { get; init; }

    /// <summary>The tag of its content control.</summary>
    public required string Tag { get; init; }

    /// <summary>The concept.</summary>
    public required string Concept { get; init; }

    /// <summary>The definition's id.</summary>
    public required string Definition { get; init; }

    /// <summary>The parameters in canonical form.</summary>
    public required string Parameters { get; init; }

    /// <summary>The hash of what the document holds.</summary>
    public required string Hash { get; init; }

    /// <summary>"Stand" of what the document holds, in UTC.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>The goals and measures it shows, each with the revision.</summary>
    public IReadOnlyList<HeldRevision> Items { get; init => field = value ?? []; } = [];
}

/// <summary>A revision that a document holds.</summary>
/// <param name="Key">The goal's or measure's id.</param>
/// <param name="Revision">The revision, from 1.</param>
public sealed record HeldRevision(string Key, int Revision);

/// <summary>A registered document.</summary>
public sealed record RegisteredDocumentView
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>Where it lies.</summary>
    public string? Link { get; init; }

    /// <summary>Counts its registrations, from 1. Its entity tag.</summary>
    public required int Version { get; init; }

    /// <summary>Who registered it last.</summary>
    public required MemberView By { get; init; }

    /// <summary>The last check: when the document itself was last looked at, in UTC.</summary>
    public required DateTimeOffset CheckedAt { get; init; }

    /// <summary>outdated where one of its tables is; else unknown where one is; else current.</summary>
    public required string State { get; init; }

    /// <summary>Its tables, as far as the caller may see their concepts.</summary>
    public required IReadOnlyList<RegisteredTableView> Tables { get; init; }
}

/// <summary>A table of a registered document, compared with the concept as it is now.</summary>
public sealed record RegisteredTableView
{
    /// <summary>Names it in the document.</summary>
    public required string Instance { get; init; }

    /// <summary>The concept.</summary>
    public required string Concept { get; init; }

    /// <summary>The definition's id.</summary>
    public required string Definition { get; init; }

    /// <summary>The parameters in canonical form.</summary>
    public required string Parameters { get; init; }

    /// <summary>The caption as it is now, in German; absent where the table cannot be made any more.</summary>
    public string? Title { get; init; }

    /// <summary>current, outdated or unknown.</summary>
    public required string State { get; init; }

    /// <summary>Why the state is unknown: a code.</summary>
    public string? Reason { get; init; }

    /// <summary>"Stand" of what the document holds, in UTC.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>"Stand" as it is now, in UTC.</summary>
    public DateTimeOffset? CurrentAsOf { get; init; }

    /// <summary>The goals and measures of which the document holds another revision than is shown now.</summary>
    public required IReadOnlyList<OutdatedItemView> Outdated { get; init; }
}

/// <summary>A goal or measure of which a document holds another revision.</summary>
public sealed record OutdatedItemView
{
    /// <summary>The goal's or measure's id.</summary>
    public required string Item { get; init; }

    /// <summary>Its title now; absent where the concept does not have it any more.</summary>
    public string? Title { get; init; }

    /// <summary>The revision the document holds; absent where the document does not show it.</summary>
    public int? Revision { get; init; }

    /// <summary>The revision the table shows now; absent where it does not show it any more.</summary>
    public int? CurrentRevision { get; init; }
}
