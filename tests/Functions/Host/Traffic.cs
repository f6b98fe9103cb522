using Azure.Core;
using Azure.Core.Pipeline;

namespace Insek.Office.Functions.Tests.Host;

/// <summary>Counts what goes to storage, lets others in between, and cuts the line where a test wants a process to die.</summary>
internal sealed class Traffic : HttpPipelinePolicy
{
    private int _requests;
    private int _transactions;

    public int Requests => _requests;

    public int Transactions => _transactions;

    /// <summary>How many transactions still go through; without end where null.</summary>
    public int? TransactionsLeft { get; set; }

    /// <summary>Done once, before the next write leaves: what was read for it is old by then.</summary>
    public Func<Task>? BeforeNextWrite { get; set; }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException("The functions never block on storage.");

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        Interlocked.Increment(ref _requests);
        if (message.Request.Method != RequestMethod.Get && BeforeNextWrite is { } others)
        {
            BeforeNextWrite = null;
            await others();
        }

        if (message.Request.Uri.ToString().Contains("$batch", StringComparison.Ordinal))
        {
            if (TransactionsLeft is 0)
            {
                throw new IOException("The test has cut the line.");
            }

            TransactionsLeft--;
            Interlocked.Increment(ref _transactions);
        }

        await ProcessNextAsync(message, pipeline);
    }
}
