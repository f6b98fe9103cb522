using Azure;
using Azure.Data.Tables;
using Insek.Office.Domain;

namespace Insek.Office.Functions.Storage;

/// <summary>An approval round: row <c>round_{id}</c> in the concept's partition. Every change of the round itself updates it under its entity tag.</summary>
internal sealed class RoundRow : ITableEntity
{
    public const string Prefix = "round_";

    /// <summary>Sorts right behind every row of <see cref="Prefix"/>: '`' follows '_'.</summary>
    public const string End = "round`";

    private const int Parts = 12;

    public string PartitionKey { get; set; } = "";

    public string RowKey { get; set; } = "";

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    public string State { get; set; } = "";

    public string Stage { get; set; } = "";

    public string Group { get; set; } = "";

    public DateTimeOffset Due { get; set; }

    public int Version { get; set; }

    /// <summary>How many items, then ballots, the running sequence has dealt with; 0 where none runs.</summary>
    public int Progress { get; set; }

    public string Round0 { get; set; } = "";

    public string? Round1 { get; set; }

    public string? Round2 { get; set; }

    public string? Round3 { get; set; }

    public string? Round4 { get; set; }

    public string? Round5 { get; set; }

    public string? Round6 { get; set; }

    public string? Round7 { get; set; }

    public string? Round8 { get; set; }

    public string? Round9 { get; set; }

    public string? Round10 { get; set; }

    public string? Round11 { get; set; }

    public static string Key(RoundId round) => Prefix + round.Value;

    public static RoundRow From(ConceptId concept, ApprovalRound round, int progress = 0)
    {
        var parts = new string?[Parts];
        LongText.Spread(StoredJson.Write(round, StoredRoundJson.Default.ApprovalRound), parts);
        return new RoundRow
        {
            PartitionKey = concept.Value,
            RowKey = Key(round.Id),
            State = round.State.ToString(),
            Stage = round.Stage.ToString(),
            Group = round.Group.Value,
            Due = round.Due,
            Version = round.Version,
            Progress = progress,
            Round0 = parts[0] ?? "",
            Round1 = parts[1],
            Round2 = parts[2],
            Round3 = parts[3],
            Round4 = parts[4],
            Round5 = parts[5],
            Round6 = parts[6],
            Round7 = parts[7],
            Round8 = parts[8],
            Round9 = parts[9],
            Round10 = parts[10],
            Round11 = parts[11],
        };
    }

    public StoredRound Read() => new(
        StoredJson.Read(
            string.Concat([Round0, Round1, Round2, Round3, Round4, Round5, Round6, Round7, Round8, Round9, Round10, Round11]),
            StoredRoundJson.Default.ApprovalRound),
        Progress,
        ETag,
        Timestamp ?? DateTimeOffset.MinValue);
}

/// <summary>A round as it was read.</summary>
/// <param name="Round">The round.</param>
/// <param name="Progress">How far the running sequence has come.</param>
/// <param name="ETag">Guards every change of it.</param>
/// <param name="TouchedAt">When its row was last written.</param>
internal sealed record StoredRound(ApprovalRound Round, int Progress, ETag ETag, DateTimeOffset TouchedAt);

/// <summary>Records how far a round's sequence has come, and nothing else, by a merge.</summary>
internal sealed class RoundProgressRow : ITableEntity
{
    public string PartitionKey { get; set; } = "";

    public string RowKey { get; set; } = "";

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    public int Progress { get; set; }
}
