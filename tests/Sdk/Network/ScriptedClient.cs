using Azure.Core;
using Azure.Data.Tables;

namespace Insek.Office.Sdk.Tests.Network;

/// <summary>Clients of a <see cref="ScriptedServer"/> that do not wait long.</summary>
internal static class ScriptedClient
{
    public const string Page = """{"odata.metadata":"x","value":[{"odata.etag":"W/\"1\"","PartitionKey":"p","RowKey":"1","Number":1},{"odata.etag":"W/\"2\"","PartitionKey":"p","RowKey":"2","Text":"two"}]}""";

    public const string Row = """{"odata.metadata":"x","odata.etag":"W/\"1\"","PartitionKey":"p","RowKey":"r","Timestamp":"2026-01-01T00:00:00Z","Text":"there"}""";

    public static TableClient For(ScriptedServer server, int retries = 3, TimeSpan? networkTimeout = null)
    {
        var options = new TableClientOptions();
        options.Retry.MaxRetries = retries;
        options.Retry.Mode = RetryMode.Fixed;
        options.Retry.Delay = TimeSpan.FromMilliseconds(1);
        options.Retry.NetworkTimeout = networkTimeout ?? TimeSpan.FromSeconds(20);

        return new(server.Endpoint, "notes", new TableSharedKeyCredential("account", "a2V5"), options);
    }
}
