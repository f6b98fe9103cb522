using Azure.Data.Tables;
using Insek.Office.Domain;
using Insek.Office.Functions.Storage;
using Insek.Office.Functions.Tests.Host;

namespace Insek.Office.Functions.Tests.Resolutions;

/// <summary>A town whose groups have agreed on everything.</summary>
internal static class AgreedTown
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Imports the town and answers its id.</summary>
    public static async Task<string> AgreedTownAsync(this TestOffice office, int measures = 4)
    {
        var concept = TestOffice.NewConcept();
        await office.As("Administrator").ImportAsync(concept, Given.Town(concept, measures));
        await AgreeAsync(new TableClient(office.Storage.ConnectionString, "concepts"), concept);
        return concept;
    }

    /// <summary>Puts every goal and measure into the state that two rounds end in.</summary>
    public static async Task AgreeAsync(TableClient table, string concept)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {concept}"), select: ["PartitionKey", "RowKey"], cancellationToken: Cancellation))
        {
            if (row.RowKey.StartsWith(ItemRow.GoalPrefix, StringComparison.Ordinal) || row.RowKey.StartsWith(ItemRow.MeasurePrefix, StringComparison.Ordinal))
            {
                rows.Add(new TableEntity(concept, row.RowKey) { ["State"] = nameof(ItemState.Agreed), ["PresentedRevision"] = 1 });
            }
        }

        foreach (var chunk in rows.Chunk(99))
        {
            var head = await table.GetEntityAsync<TableEntity>(concept, ConceptRow.Key, ["ContentVersion"], Cancellation);
            await table.SubmitTransactionAsync(
                [
                    new TableTransactionAction(TableTransactionActionType.UpsertMerge, new TableEntity(concept, ConceptRow.Key) { ["ContentVersion"] = head.Value.GetInt64("ContentVersion") + 1 }),
                    .. chunk.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertMerge, row)),
                ],
                Cancellation);
        }
    }
}
