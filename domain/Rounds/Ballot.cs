namespace Insek.Office.Domain;

/// <summary>One member's ballot in one round (Stimmzettel): empty at first, replaced as a whole by every vote, final once sealed.</summary>
public sealed record Ballot
{
    /// <summary>How many operations a ballot remembers, so that a late retry of an earlier click is known for what it is.</summary>
    public const int MaxOperations = 32;

    /// <summary>Whose vote it is.</summary>
    public required MemberId For { get; init; }

    /// <summary>Who cast it: the member, or the deputy; null while nobody has.</summary>
    public MemberId? By { get; init; }

    /// <summary>When it was cast last, in UTC; null while nobody has.</summary>
    public DateTimeOffset? CastAt { get; init; }

    /// <summary>One vote for each item that was before the group at that moment; empty while nobody has cast it.</summary>
    public ValueList<Vote> Votes { get; init => field = value ?? []; } = [];

    /// <summary>Counts every casting, from 0 for an empty ballot.</summary>
    public int Version { get; init; }

    /// <summary>Whether the round has been closed over it: nothing changes it any more.</summary>
    public bool IsSealed { get; init; }

    /// <summary>Whether the member has left the electorate: what it holds is kept and not counted.</summary>
    public bool IsRemoved { get; init; }

    /// <summary>The operations that cast it, newest last.</summary>
    public ValueList<string> Operations { get; init => field = value ?? []; } = [];

    /// <summary>Whether it counts.</summary>
    public bool IsCast => CastAt is not null && !IsRemoved;

    /// <summary>The vote on an item; null where there is none.</summary>
    public Vote? On(ItemId item) => Votes.FirstOrDefault(vote => vote.Item == item);

    /// <summary>Whether this operation has cast it already.</summary>
    public bool Knows(string operation) => Operations.Contains(operation);

    /// <summary>The ballot with new votes. Who may cast and what may be voted on is the round's affair.</summary>
    internal Ballot With(IEnumerable<Vote> votes, MemberId by, DateTimeOffset at, string operation) => this with
    {
        By = by,
        CastAt = at.ToUniversalTime(),
        Votes = votes.ToValueList(),
        Version = Version + 1,
        Operations = Operations.Append(operation).TakeLast(MaxOperations).ToValueList(),
    };
}
