using System.Buffers;
using System.Text;

namespace Azure.Data.Tables.Wire;

/// <summary>Bytes being written, in an array borrowed from the pool.</summary>
internal sealed class PooledBufferWriter(int capacity = PooledBufferWriter.OneEntity) : IBufferWriter<byte>, IDisposable
{
    /// <summary>Capacity in bytes that holds most single entities without growing.</summary>
    public const int OneEntity = 4 * 1024;

    private byte[]? _bytes = ArrayPool<byte>.Shared.Rent(capacity);

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Written => Bytes.AsMemory(0, Length);

    private byte[] Bytes => _bytes ?? throw new ObjectDisposedException(nameof(PooledBufferWriter));

    public void Advance(int count) => Length += count;

    public Memory<byte> GetMemory(int sizeHint = 0) => Reserve(sizeHint).AsMemory(Length);

    public Span<byte> GetSpan(int sizeHint = 0) => Reserve(sizeHint).AsSpan(Length);

    public void Append(ReadOnlySpan<byte> utf8)
    {
        utf8.CopyTo(GetSpan(utf8.Length));
        Advance(utf8.Length);
    }

    public void Append(ReadOnlySpan<char> text) =>
        Advance(Encoding.UTF8.GetBytes(text, GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length))));

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _bytes, null) is { } bytes)
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <summary>Leaves the array to the garbage collector: somebody may still be reading it.</summary>
    public void Abandon() => _bytes = null;

    private byte[] Reserve(int sizeHint)
    {
        var bytes = Bytes;
        var needed = Length + Math.Max(sizeHint, 1);

        if (needed <= bytes.Length)
        {
            return bytes;
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, bytes.Length * 2));
        bytes.AsSpan(0, Length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(bytes);

        return _bytes = larger;
    }
}
