using Azure;
using Azure.Data.Tables;
using Insek.Office.Domain;

namespace Insek.Office.Functions.Storage;

/// <summary>Choices on the way to a ballot: row <c>draft_{round}_{member}_{by}</c>. Never counted; the acting person's own, so that a deputy's choices are not the member's.</summary>
internal sealed class DraftRow : ITableEntity
{
    /// <summary>How much one draft can take as JSON, in UTF-16 code units.</summary>
    public const int Capacity = Parts * LongText.PropertyLength;

    private const int Parts = 13;

    public string PartitionKey { get; set; } = "";

    public string RowKey { get; set; } = "";

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    /// <summary>The ballot's version when the choices were kept: casting moves it on, and so ends the draft without a write of its own.</summary>
    public int BallotVersion { get; set; }

    public string Draft0 { get; set; } = "";

    public string? Draft1 { get; set; }

    public string? Draft2 { get; set; }

    public string? Draft3 { get; set; }

    public string? Draft4 { get; set; }

    public string? Draft5 { get; set; }

    public string? Draft6 { get; set; }

    public string? Draft7 { get; set; }

    public string? Draft8 { get; set; }

    public string? Draft9 { get; set; }

    public string? Draft10 { get; set; }

    public string? Draft11 { get; set; }

    public string? Draft12 { get; set; }

    public static string Key(RoundId round, MemberId member, MemberId by) => $"{KeyPrefix(round)}{member.Value}_{by.Value}";

    public static string KeyPrefix(RoundId round) => $"draft_{round.Value}_";

    public static DraftRow From(ConceptId concept, string key, int ballotVersion, string json)
    {
        var parts = new string?[Parts];
        LongText.Spread(json, parts);
        return new DraftRow
        {
            PartitionKey = concept.Value,
            RowKey = key,
            BallotVersion = ballotVersion,
            Draft0 = parts[0] ?? "",
            Draft1 = parts[1],
            Draft2 = parts[2],
            Draft3 = parts[3],
            Draft4 = parts[4],
            Draft5 = parts[5],
            Draft6 = parts[6],
            Draft7 = parts[7],
            Draft8 = parts[8],
            Draft9 = parts[9],
            Draft10 = parts[10],
            Draft11 = parts[11],
            Draft12 = parts[12],
        };
    }

    public string ReadDraft() => string.Concat([Draft0, Draft1, Draft2, Draft3, Draft4, Draft5, Draft6, Draft7, Draft8, Draft9, Draft10, Draft11, Draft12]);
}
