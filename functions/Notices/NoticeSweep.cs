using Azure.Data.Tables;
using Insek.Office.Functions.Storage;

namespace Insek.Office.Functions.Notices;

/// <summary>Finds what a lost hint would leave lying: raises hints for concepts that have notices, or failures, and none.</summary>
internal sealed class NoticeSweep(ConceptTable table, NoticeHints hints, TimeProvider clock)
{
    private static readonly string[] _keyOnly = [nameof(ITableEntity.RowKey)];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var notices = (await hints.ListAsync(HintRow.NoticePrefix, cancellationToken)).Select(hint => hint.RowKey).ToHashSet();
        var failures = (await hints.ListAsync(HintRow.FailedPrefix, cancellationToken)).Select(hint => hint.RowKey).ToHashSet();
        await foreach (var row in table.ByPrefixAsync<ConceptIndexRow>(Tenant.Partition, ConceptIndexRow.Prefix, cancellationToken: cancellationToken))
        {
            var concept = row.ReadConcept().Value;
            await RaiseWhereAnyAsync(concept, notices, HintRow.NoticePrefix, NoticeRow.Prefix, cancellationToken);
            await RaiseWhereAnyAsync(concept, failures, HintRow.FailedPrefix, DeliveryRow.FailedPrefix, cancellationToken);
        }

        await RaiseWhereAnyAsync(Tenant.Partition, notices, HintRow.NoticePrefix, NoticeRow.Prefix, cancellationToken);
        await RaiseWhereAnyAsync(Tenant.Partition, failures, HintRow.FailedPrefix, DeliveryRow.FailedPrefix, cancellationToken);
    }

    private async Task RaiseWhereAnyAsync(string concept, HashSet<string> known, string hintPrefix, string rowPrefix, CancellationToken cancellationToken)
    {
        var hint = HintRow.For(hintPrefix, concept, clock.GetUtcNow());
        if (known.Contains(hint.RowKey))
        {
            return;
        }

        await foreach (var _ in table.ByPrefixAsync<HintRow>(concept, rowPrefix, _keyOnly, cancellationToken))
        {
            var client = await table.OpenAsync(cancellationToken);
            await client.UpsertEntityAsync(hint, TableUpdateMode.Replace, cancellationToken);
            return;
        }
    }
}
