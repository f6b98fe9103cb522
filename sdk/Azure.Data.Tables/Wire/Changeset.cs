using Azure.Data.Tables.Mapping;

namespace Azure.Data.Tables.Wire;

/// <summary>
/// Writes a transaction as one multipart body:
/// https://learn.microsoft.com/rest/api/storageservices/performing-entity-group-transactions
/// </summary>
internal static class Changeset
{
    // The boundaries can be fixed: within a part a line never begins with them, since JSON has no bare line break.
    public const string ContentType = "multipart/mixed; boundary=batch_insek";

    private const int BytesPerAction = 2 * 1024;

    private static ReadOnlySpan<byte> Opening =>
        "--batch_insek\r\nContent-Type: multipart/mixed; boundary=changeset_insek\r\n\r\n"u8;

    private static ReadOnlySpan<byte> PartOpening =>
        "--changeset_insek\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n"u8;

    private static ReadOnlySpan<byte> PartHeaders =>
        " HTTP/1.1\r\nAccept: application/json;odata=minimalmetadata\r\nPrefer: return-no-content\r\nDataServiceVersion: 3.0;\r\n"u8;

    private static ReadOnlySpan<byte> Closing => "--changeset_insek--\r\n--batch_insek--\r\n"u8;

    /// <exception cref="TableTransactionFailedException">The service would refuse the transaction.</exception>
    public static PooledContent Write(string table, List<TableTransactionAction> actions)
    {
        var body = new PooledBufferWriter(Math.Min(actions.Count, Limits.TransactionActions) * BytesPerAction);

        try
        {
            body.Append(Opening);
            var rowKeys = new HashSet<string>(StringComparer.Ordinal);

            for (var index = 0; index < actions.Count; index++)
            {
                WriteOrRefuse(body, table, actions, index, rowKeys);
            }

            body.Append(Closing);

            return body.Length <= Limits.TransactionBytes ? new PooledContent(body) : throw Limits.TransactionTooLarge();
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    private static void WriteOrRefuse(PooledBufferWriter body, string table, List<TableTransactionAction> actions, int index, HashSet<string> rowKeys)
    {
        try
        {
            Check(actions, index, rowKeys);
            WriteAction(body, table, actions[index]);
        }
        catch (RequestFailedException refusal)
        {
            throw Limits.At(index, refusal);
        }
    }

    private static void Check(List<TableTransactionAction> actions, int index, HashSet<string> rowKeys)
    {
        if (index >= Limits.TransactionActions)
        {
            throw Limits.TooManyActions();
        }

        var entity = actions[index].Entity;
        Limits.CheckKey(entity.PartitionKey);
        Limits.CheckKey(entity.RowKey);

        if (entity.PartitionKey != actions[0].Entity.PartitionKey)
        {
            throw Limits.OtherPartition();
        }

        if (!rowKeys.Add(entity.RowKey))
        {
            throw Limits.DuplicateRow(entity.RowKey);
        }
    }

    private static void WriteAction(PooledBufferWriter body, string table, TableTransactionAction action)
    {
        var entity = action.Entity;
        body.Append(PartOpening);
        body.Append(Verb(action.ActionType));
        body.Append(table);

        if (action.ActionType != TableTransactionActionType.Add)
        {
            body.Append(EntityPath.Key(entity.PartitionKey, entity.RowKey));
        }

        body.Append(PartHeaders);

        if (action.ActionType is TableTransactionActionType.UpdateMerge or TableTransactionActionType.UpdateReplace or TableTransactionActionType.Delete)
        {
            body.Append("If-Match: "u8);
            body.Append((action.ETag == default ? ETag.All : action.ETag).ToString());
            body.Append("\r\n"u8);
        }

        if (action.ActionType != TableTransactionActionType.Delete)
        {
            body.Append("Content-Type: application/json\r\n\r\n"u8);
            EntityWriter.Write(body, entity);
        }

        body.Append("\r\n"u8);
    }

    private static ReadOnlySpan<byte> Verb(TableTransactionActionType type) => type switch
    {
        TableTransactionActionType.Add => "POST "u8,
        TableTransactionActionType.UpdateMerge or TableTransactionActionType.UpsertMerge => "PATCH "u8,
        TableTransactionActionType.UpdateReplace or TableTransactionActionType.UpsertReplace => "PUT "u8,
        TableTransactionActionType.Delete => "DELETE "u8,
        _ => throw new InvalidOperationException($"Unknown action type {type}."),
    };
}
