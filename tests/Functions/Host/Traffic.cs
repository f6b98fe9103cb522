using Azure.Core;
using Azure.Core.Pipeline;

namespace Insek.Office.Functions.Tests.Host;

/// <summary>Counts what goes to storage, and cuts the line where a test wants a process to die.</summary>
internal sealed class Traffic : HttpPipelineSynchronousPolicy
{
    private int _requests;
    private int _transactions;

    public int Requests => _requests;

    public int Transactions => _transactions;

    /// <summary>How many transactions still go through; without end where null.</summary>
    public int? TransactionsLeft { get; set; }

    public override void OnSendingRequest(HttpMessage message)
    {
        Interlocked.Increment(ref _requests);
        if (!message.Request.Uri.ToString().Contains("$batch", StringComparison.Ordinal))
        {
            return;
        }

        if (TransactionsLeft is 0)
        {
            throw new IOException("The test has cut the line.");
        }

        TransactionsLeft--;
        Interlocked.Increment(ref _transactions);
    }
}
