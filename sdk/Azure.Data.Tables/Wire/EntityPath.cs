namespace Azure.Data.Tables.Wire;

/// <summary>Paths below the account's endpoint, escaped.</summary>
internal static class EntityPath
{
    public static string Table(string table) => $"/{table}";

    public static string Query(string table) => $"/{table}()";

    public static string Of(string table, string partitionKey, string rowKey) =>
        $"/{table}{Key(partitionKey, rowKey)}";

    public static string Key(string partitionKey, string rowKey) =>
        $"(PartitionKey='{Escape(partitionKey)}',RowKey='{Escape(rowKey)}')";

    // Within the quotes of an OData key a quote is doubled; most keys have none.
    private static string Escape(string key) => Uri.EscapeDataString(key.Replace("'", "''", StringComparison.Ordinal));
}
