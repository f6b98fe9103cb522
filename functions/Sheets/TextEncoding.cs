using System.Buffers;
using System.Text;

namespace Insek.Office.Functions.Sheets;

/// <summary>Tells the encoding of a text file: UTF-8 or UTF-16 by its mark, else UTF-8 where every byte fits, else Windows-1252.</summary>
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
            return ByMark(stream) ?? (IsUtf8(stream) ? Encoding.UTF8 : Windows1252);
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
