using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Insek.Office.Benchmarks.Deadlines;

/// <summary>Counts the rows that storage hands out, by the partition's kind: of concepts, and of the tenant.</summary>
internal sealed class RowCount : HttpPipelinePolicy
{
    private int _concepts;
    private int _tenant;

    public int Concepts => _concepts;

    public int Tenant => _tenant;

    public int All => _concepts + _tenant;

    /// <summary>What was counted so far.</summary>
    public RowCount Copy() => new() { _concepts = _concepts, _tenant = _tenant };

    public void Reset() => (_concepts, _tenant) = (0, 0);

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException("The functions never block on storage.");

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        await ProcessNextAsync(message, pipeline);
        if (message.Request.Method != RequestMethod.Get || message.Response is not { Status: 200, ContentStream: { } stream })
        {
            return;
        }

        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy, message.CancellationToken);
        copy.Position = 0;
        message.Response.ContentStream = copy.Length == 0 ? copy : new MemoryStream(copy.ToArray());
        using var document = JsonDocument.Parse(copy);
        var rows = document.RootElement.TryGetProperty("value", out var value) && value.ValueKind is JsonValueKind.Array ? value.GetArrayLength() : 1;
        Interlocked.Add(ref Uri.UnescapeDataString(message.Request.Uri.ToString()).Contains("~tenant", StringComparison.Ordinal) ? ref _tenant : ref _concepts, rows);
    }
}
