using Azure.Core;

namespace Azure.Data.Tables.Wire;

/// <summary>Where the next page begins. As text it is the two keys, separated by a space; either may be missing.</summary>
internal readonly record struct Continuation(string? PartitionKey, string? RowKey)
{
    public static string? After(Response response)
    {
        _ = response.Headers.TryGetValue("x-ms-continuation-NextPartitionKey", out var partitionKey);
        _ = response.Headers.TryGetValue("x-ms-continuation-NextRowKey", out var rowKey);

        return partitionKey is null && rowKey is null ? null : $"{partitionKey} {rowKey}";
    }

    public static Continuation Parse(string? token)
    {
        if (string.IsNullOrEmpty(token))
        {
            return default;
        }

        var space = token.IndexOf(' ', StringComparison.Ordinal);

        return space < 0 ? new(token, RowKey: null) : new(NullIfEmpty(token[..space]), NullIfEmpty(token[(space + 1)..]));
    }

    public void AddTo(RequestUriBuilder uri)
    {
        if (PartitionKey is not null)
        {
            uri.AppendQuery("NextPartitionKey", PartitionKey, escapeValue: true);
        }

        if (RowKey is not null)
        {
            uri.AppendQuery("NextRowKey", RowKey, escapeValue: true);
        }
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
