using System.Buffers;
using System.Text;

namespace Insek.Office.Functions.Sheets;

/// <summary>Tells the encoding of a text file: UTF-8 or UTF-16 by its mark, UTF-16 without one by its zeros, else UTF-8 where every byte fits, else Windows-1252.</summary>
/// <remarks>German umlauts in Windows-1252 are never valid UTF-8, so a strict reading tells the two apart.</remarks>
internal static class TextEncoding
{
    private const int ChunkBytes = 64 * 1024;

    /// <summary>Reads the stream once and sets it back to its start.</summary>
    public static Encoding Detect(Stream stream)
    {
        stream.Position = 0;
        try
        {
            return ByMark(stream) ?? ByZeros(stream) ?? (IsUtf8(stream) ? Encoding.UTF8 : Windows1252);
        }
        finally
        {
            stream.Position = 0;
        }
    }

    private static Encoding Windows1252 => CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private static Encoding? ByMark(Stream stream)
    {
        Span<byte> mark = stackalloc byte[2];
        var length = stream.ReadAtLeast(mark, 2, throwOnEndOfStream: false);
        stream.Position = 0;
        return mark[..length] switch
        {
            [0xFF, 0xFE] => Encoding.Unicode,
            [0xFE, 0xFF] => Encoding.BigEndianUnicode,
            _ => null,
        };
    }

    // UTF-16 without its mark: every other byte of Latin letters is zero, which no other text holds.
    private static Encoding? ByZeros(Stream stream)
    {
        Span<byte> start = stackalloc byte[512];
        var length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        var (even, odd) = (0, 0);
        for (var i = 0; i + 1 < length; i += 2)
        {
            even += start[i] == 0 ? 1 : 0;
            odd += start[i + 1] == 0 ? 1 : 0;
        }

        return length < 4 ? null : odd * 10 > length * 4 && even == 0 ? Encoding.Unicode : even * 10 > length * 4 && odd == 0 ? Encoding.BigEndianUnicode : null;
    }

    private static bool IsUtf8(Stream stream)
    {
        var decoder = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetDecoder();
        var bytes = ArrayPool<byte>.Shared.Rent(ChunkBytes);
        var chars = ArrayPool<char>.Shared.Rent(ChunkBytes + 1);
        try
        {
            int read;
            do
            {
                read = stream.Read(bytes, 0, ChunkBytes);
                decoder.GetChars(bytes.AsSpan(0, read), chars, flush: read == 0);
            }
            while (read > 0);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
            ArrayPool<char>.Shared.Return(chars);
        }
    }
}
