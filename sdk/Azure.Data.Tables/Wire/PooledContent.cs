using Azure.Core;

namespace Azure.Data.Tables.Wire;

/// <summary>A request body in pooled memory. A retry sends the same bytes again.</summary>
internal sealed class PooledContent(PooledBufferWriter body) : RequestContent
{
    private readonly Lock _gate = new();
    private int _sending;
    private bool _disposed;

    public override async Task WriteToAsync(Stream stream, CancellationToken cancellation)
    {
        await stream.WriteAsync(Begin(), cancellation);
        End();
    }

    public override void WriteTo(Stream stream, CancellationToken cancellation)
    {
        stream.Write(Begin().Span);
        End();
    }

    public override bool TryComputeLength(out long length)
    {
        length = body.Length;

        return true;
    }

    public override void Dispose()
    {
        lock (_gate)
        {
            // A request given up in mid-send (timeout, cancellation) may still have a reader on the array: returned
            // to the pool now, it would carry another request's bytes onto that connection. A send that failed is
            // never counted down, for the same reason.
            if (_sending == 0)
            {
                body.Dispose();
            }
            else
            {
                body.Abandon();
            }

            _disposed = true;
        }
    }

    private ReadOnlyMemory<byte> Begin()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            _sending++;

            return body.Written;
        }
    }

    private void End()
    {
        lock (_gate)
        {
            _sending--;
        }
    }
}
