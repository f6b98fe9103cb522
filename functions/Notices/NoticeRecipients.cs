using Azure;
using Azure.Data.Tables;
using Insek.Office.Domain;
using Insek.Office.Functions.Storage;

namespace Insek.Office.Functions.Notices;

/// <summary>Who may vote in a round and who has, as far as notices need it.</summary>
internal sealed class NoticeRecipients(ConceptTable table)
{
    private static readonly string[] _columns = [nameof(VoterRow.RowKey), nameof(VoterRow.Removed), nameof(VoterRow.CastAt)];

    /// <summary>Everybody who may vote.</summary>
    public Task<IReadOnlyList<string>> ElectorateAsync(string concept, string round, CancellationToken cancellationToken) =>
        ReadAsync(concept, round, row => !row.Removed, cancellationToken);

    /// <summary>Everybody who has voted.</summary>
    public Task<IReadOnlyList<string>> VotersAsync(string concept, string round, CancellationToken cancellationToken) =>
        ReadAsync(concept, round, row => !row.Removed && row.CastAt is not null, cancellationToken);

    private async Task<IReadOnlyList<string>> ReadAsync(string concept, string round, Func<VoterRow, bool> counts, CancellationToken cancellationToken)
    {
        var members = new List<string>();
        var prefix = $"ballot_{new RoundId(round)}_";
        await foreach (var row in table.ByPrefixAsync<VoterRow>(concept, prefix, _columns, cancellationToken))
        {
            if (counts(row))
            {
                members.Add(row.RowKey[prefix.Length..]);
            }
        }

        return members;
    }

    /// <summary>What a ballot's row says about its voter, whose id ends its key.</summary>
    private sealed class VoterRow : ITableEntity
    {
        public string PartitionKey { get; set; } = "";

        public string RowKey { get; set; } = "";

        public DateTimeOffset? Timestamp { get; set; }

        public ETag ETag { get; set; }

        public bool Removed { get; set; }

        public DateTimeOffset? CastAt { get; set; }
    }
}
