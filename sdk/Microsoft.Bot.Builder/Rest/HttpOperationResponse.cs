namespace Microsoft.Rest;

/// <summary>An answer with the messages that carried it.</summary>
public class HttpOperationResponse : IDisposable
{
    private bool _disposed;

    public HttpRequestMessage Request { get; set; }

    public HttpResponseMessage Response { get; set; }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (!_disposed && disposing)
        {
            Request?.Dispose();
            Response?.Dispose();
        }

        _disposed = true;
    }
}

/// <summary>An answer with a body; <c>null</c> where the service sent none.</summary>
public class HttpOperationResponse<T> : HttpOperationResponse
{
    public T Body { get; set; }
}
