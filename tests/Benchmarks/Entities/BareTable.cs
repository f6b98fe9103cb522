using System.Buffers;
using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;

namespace Insek.Office.Benchmarks.Entities;

/// <summary>What one would write by hand for one entity type: HttpClient, a signature, Utf8JsonReader. No retries, no checks, no diagnostics.</summary>
internal sealed class BareTable(HttpClient client, TableClient table, string connectionString) : IDisposable
{
    private const string Boundary = "batch_bare";

    private readonly string _account = table.AccountName;
    private readonly byte[] _key = Convert.FromBase64String(connectionString.Split(';').First(part => part.StartsWith("AccountKey=", StringComparison.Ordinal))["AccountKey=".Length..]);
    private readonly string _service = table.Uri.AbsoluteUri[..table.Uri.AbsoluteUri.LastIndexOf('/')];
    private readonly string _table = table.Uri.AbsoluteUri;

    public async Task<List<MeasureEntity>> QueryAsync(string filter)
    {
        var rows = new List<MeasureEntity>();
        var next = "";
        do
        {
            using var response = await SendAsync(HttpMethod.Get, new Uri($"{_table}()?$filter={Uri.EscapeDataString(filter)}{next}"), content: null);
            var (buffer, length) = await ReadAsync(response);
            BareJson.ReadPage(buffer.AsSpan(0, length), rows);
            ArrayPool<byte>.Shared.Return(buffer);
            next = Continuation(response);
        }
        while (next.Length > 0);

        return rows;
    }

    public async Task<MeasureEntity> GetAsync(string partitionKey, string rowKey)
    {
        using var response = await SendAsync(HttpMethod.Get, new Uri($"{_table}(PartitionKey='{partitionKey}',RowKey='{rowKey}')"), content: null);
        var (buffer, length) = await ReadAsync(response);
        var entity = BareJson.ReadEntity(buffer.AsSpan(0, length));
        ArrayPool<byte>.Shared.Return(buffer);
        return entity;
    }

    public async Task InsertAsync(MeasureEntity entity)
    {
        var body = new ArrayBufferWriter<byte>(2_048);
        BareJson.Write(body, entity);
        using var content = new ReadOnlyMemoryContent(body.WrittenMemory);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await SendAsync(HttpMethod.Post, table.Uri, content);
    }

    /// <summary>Inserts up to 100 entities of one partition together.</summary>
    public async Task InsertAsync(IReadOnlyList<MeasureEntity> entities)
    {
        var body = new ArrayBufferWriter<byte>(entities.Count * 2_048);
        Encoding.UTF8.GetBytes($"--{Boundary}\r\nContent-Type: multipart/mixed; boundary=changeset_bare\r\n\r\n", body);
        foreach (var entity in entities)
        {
            Encoding.UTF8.GetBytes($"--changeset_bare\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\nPOST {_table} HTTP/1.1\r\nAccept: application/json;odata=minimalmetadata\r\nPrefer: return-no-content\r\nDataServiceVersion: 3.0;\r\nContent-Type: application/json\r\n\r\n", body);
            BareJson.Write(body, entity);
            body.Write("\r\n"u8);
        }

        Encoding.UTF8.GetBytes($"--changeset_bare--\r\n--{Boundary}--\r\n", body);
        using var content = new ReadOnlyMemoryContent(body.WrittenMemory);
        content.Headers.TryAddWithoutValidation("Content-Type", $"multipart/mixed; boundary={Boundary}");
        using var response = await SendAsync(HttpMethod.Post, new Uri($"{_service}/$batch"), content);
        var (buffer, length) = await ReadAsync(response);
        var failed = buffer.AsSpan(0, length).IndexOf("HTTP/1.1 4"u8) >= 0;
        ArrayPool<byte>.Shared.Return(buffer);
        if (failed)
        {
            throw new InvalidOperationException("The transaction was refused.");
        }
    }

    public void Dispose() => client.Dispose();

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, Uri uri, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, uri) { Content = content };
        var date = TimeProvider.System.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
        var signature = HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{date}\n/{_account}{uri.AbsolutePath}"));
        request.Headers.TryAddWithoutValidation("x-ms-date", date);
        request.Headers.TryAddWithoutValidation("x-ms-version", "2020-12-06");
        request.Headers.TryAddWithoutValidation("DataServiceVersion", "3.0");
        request.Headers.TryAddWithoutValidation("Accept", "application/json;odata=minimalmetadata");
        request.Headers.TryAddWithoutValidation("Prefer", "return-no-content");
        request.Headers.TryAddWithoutValidation("Authorization", $"SharedKeyLite {_account}:{Convert.ToBase64String(signature)}");
        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return response.EnsureSuccessStatusCode();
    }

    private static async Task<(byte[] Buffer, int Length)> ReadAsync(HttpResponseMessage response)
    {
        await using var body = await response.Content.ReadAsStreamAsync();
        var buffer = ArrayPool<byte>.Shared.Rent((int)(response.Content.Headers.ContentLength ?? 64 * 1024));
        var length = 0;
        while (await body.ReadAsync(buffer.AsMemory(length)) is var read and > 0)
        {
            length += read;
            if (length == buffer.Length)
            {
                var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
                buffer.CopyTo(larger, 0);
                ArrayPool<byte>.Shared.Return(buffer);
                buffer = larger;
            }
        }

        return (buffer, length);
    }

    private static string Continuation(HttpResponseMessage response) =>
        Header(response, "x-ms-continuation-NextPartitionKey") is { } partition
            ? $"&NextPartitionKey={Uri.EscapeDataString(partition)}&NextRowKey={Uri.EscapeDataString(Header(response, "x-ms-continuation-NextRowKey") ?? "")}"
            : "";

    private static string? Header(HttpResponseMessage response, string name) => response.Headers.TryGetValues(name, out var values) ? values.First() : null;
}
