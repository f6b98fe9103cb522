using Azure;
using Azure.Data.Tables;
using Insek.Office.Domain;

namespace Insek.Office.Functions.Storage;

/// <summary>One member's ballot: row <c>ballot_{round}_{member}</c> in the concept's partition. A vote updates it under its own entity tag, so no voter waits for another.</summary>
internal sealed class BallotRow : ITableEntity
{
    public const string Prefix = "ballot_";

    /// <summary>How much the votes of one ballot can take as JSON, in UTF-16 code units. What is longer is refused and never cut.</summary>
    public const int Capacity = Parts * LongText.PropertyLength;

    /// <summary>What is needed to know who has voted.</summary>
    public static readonly string[] ProgressColumns =
        [nameof(PartitionKey), nameof(RowKey), nameof(Timestamp), nameof(For), nameof(By), nameof(CastAt), nameof(Version), nameof(Sealed), nameof(Removed)];

    private const int Parts = 13;

    public string PartitionKey { get; set; } = "";

    public string RowKey { get; set; } = "";

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    public string For { get; set; } = "";

    public string? By { get; set; }

    public DateTimeOffset? CastAt { get; set; }

    public int Version { get; set; }

    public bool Sealed { get; set; }

    public bool Removed { get; set; }

    /// <summary>The operations that cast it, newest last, joined by spaces.</summary>
    public string? Operations { get; set; }

    public string? Votes0 { get; set; }

    public string? Votes1 { get; set; }

    public string? Votes2 { get; set; }

    public string? Votes3 { get; set; }

    public string? Votes4 { get; set; }

    public string? Votes5 { get; set; }

    public string? Votes6 { get; set; }

    public string? Votes7 { get; set; }

    public string? Votes8 { get; set; }

    public string? Votes9 { get; set; }

    public string? Votes10 { get; set; }

    public string? Votes11 { get; set; }

    public string? Votes12 { get; set; }

    public static string Key(RoundId round, MemberId member) => KeyPrefix(round) + member.Value;

    public static string KeyPrefix(RoundId round) => $"{Prefix}{round.Value}_";

    /// <summary>Whether the votes fit into a row.</summary>
    public static bool Holds(Ballot ballot) => WriteVotes(ballot).Length <= Capacity;

    public static BallotRow From(ConceptId concept, RoundId round, Ballot ballot)
    {
        var parts = new string?[Parts];
        LongText.Spread(ballot.Votes.Count == 0 ? "" : WriteVotes(ballot), parts);
        return new BallotRow
        {
            PartitionKey = concept.Value,
            RowKey = Key(round, ballot.For),
            For = ballot.For.Value,
            By = ballot.By?.Value,
            CastAt = ballot.CastAt,
            Version = ballot.Version,
            Sealed = ballot.IsSealed,
            Removed = ballot.IsRemoved,
            Operations = ballot.Operations.Count == 0 ? null : string.Join(' ', ballot.Operations),
            Votes0 = parts[0],
            Votes1 = parts[1],
            Votes2 = parts[2],
            Votes3 = parts[3],
            Votes4 = parts[4],
            Votes5 = parts[5],
            Votes6 = parts[6],
            Votes7 = parts[7],
            Votes8 = parts[8],
            Votes9 = parts[9],
            Votes10 = parts[10],
            Votes11 = parts[11],
            Votes12 = parts[12],
        };
    }

    /// <summary>The ballot, as far as it was read: without votes where only <see cref="ProgressColumns"/> were.</summary>
    public StoredBallot Read()
    {
        var votes = string.Concat([Votes0, Votes1, Votes2, Votes3, Votes4, Votes5, Votes6, Votes7, Votes8, Votes9, Votes10, Votes11, Votes12]);
        return new StoredBallot(
            new Ballot
            {
                For = new MemberId(For),
                By = By is { } by ? new MemberId(by) : null,
                CastAt = CastAt,
                Version = Version,
                IsSealed = Sealed,
                IsRemoved = Removed,
                Operations = Operations?.Split(' ').ToValueList() ?? [],
                Votes = votes.Length == 0 ? [] : StoredJson.Read(votes, StoredRoundJson.Default.ValueListVote),
            },
            ETag);
    }

    private static string WriteVotes(Ballot ballot) => StoredJson.Write(ballot.Votes, StoredRoundJson.Default.ValueListVote);
}

/// <summary>A ballot as it was read.</summary>
/// <param name="Ballot">The ballot.</param>
/// <param name="ETag">Guards every change of it.</param>
internal sealed record StoredBallot(Ballot Ballot, ETag ETag);

/// <summary>Seals a ballot, and nothing else, by a merge.</summary>
internal sealed class BallotSealRow : ITableEntity
{
    public string PartitionKey { get; set; } = "";

    public string RowKey { get; set; } = "";

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    public bool Sealed { get; set; } = true;
}

/// <summary>Says whether a ballot's member has left the electorate, and nothing else, by a merge.</summary>
internal sealed class BallotRemovalRow : ITableEntity
{
    public string PartitionKey { get; set; } = "";

    public string RowKey { get; set; } = "";

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    public bool Removed { get; set; }
}
