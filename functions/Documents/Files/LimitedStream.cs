using System.IO.Compression;

namespace Insek.Office.Functions.Documents;

/// <summary>Unpacks a part and stops where it grows beyond what anybody writes: sizes are counted, not believed.</summary>
internal sealed class LimitedStream(ZipArchiveEntry entry) : Stream
{
    /// <summary>The most bytes a part may unpack to.</summary>
    public const long MaxBytes = 256L * 1024 * 1024;

    /// <summary>The most a part may grow by unpacking, beyond <see cref="SmallBytes"/>.</summary>
    public const int MaxRatio = 200;

    /// <summary>What unpacks to less is never refused for its ratio: rows of a table pack extremely well.</summary>
    public const long SmallBytes = 32L * 1024 * 1024;

    private readonly Stream _content = entry.Open();
    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => _read; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <exception cref="PartTooLargeException">The part is larger than a part may be.</exception>
    public override int Read(Span<byte> buffer)
    {
        var read = _content.Read(buffer);
        _read += read;
        return _read > MaxBytes || (_read > SmallBytes && _read / MaxRatio > entry.CompressedLength) ? throw new PartTooLargeException() : read;
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _content.Dispose();
        }

        base.Dispose(disposing);
    }
}

/// <summary>A part unpacks to more than anybody writes.</summary>
internal sealed class PartTooLargeException() : Exception("A part of the document unpacks to more than it may.");
