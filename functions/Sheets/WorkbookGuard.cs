using System.Buffers;
using System.IO.Compression;
using Insek.Office.Domain;

namespace Insek.Office.Functions.Sheets;

/// <summary>Looks through a workbook's zip before any reader unpacks it: sizes are counted, not believed.</summary>
internal static class WorkbookGuard
{
    /// <summary>The most parts a workbook may have.</summary>
    public const int MaxEntries = 2_000;

    /// <summary>The most bytes it may unpack to.</summary>
    public const long MaxBytes = 200L * 1024 * 1024;

    /// <summary>The most it may grow by unpacking, beyond <see cref="SmallBytes"/>: real sheets stay below 50.</summary>
    public const int MaxRatio = 150;

    /// <summary>What unpacks to less is never refused for its ratio: a small file of equal rows packs extremely well.</summary>
    public const long SmallBytes = 20L * 1024 * 1024;

    /// <summary>Why the workbook must not be opened; null where it may.</summary>
    /// <param name="stream">The workbook; stays open and is at its start afterwards.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    /// <param name="seen">Is shown every piece of every part, with the part's path, so that nobody need unpack it once more.</param>
    public static Refusal? Check(Stream stream, CancellationToken cancellationToken, Action<string, ReadOnlySpan<byte>>? seen = null)
    {
        stream.Position = 0;
        try
        {
            using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Entries.Count > MaxEntries)
            {
                return new WorkbookTooLarge(FormattableString.Invariant($"{MaxEntries} parts"));
            }

            return zip.GetEntry("[Content_Types].xml") is null ? new NotAWorkbook() : CheckSizes(zip, stream.Length, seen, cancellationToken);
        }
        catch (InvalidDataException)
        {
            return new NotAWorkbook();
        }
        finally
        {
            stream.Position = 0;
        }
    }

    private static WorkbookTooLarge? CheckSizes(ZipArchive zip, long packed, Action<string, ReadOnlySpan<byte>>? seen, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            long total = 0;
            foreach (var entry in zip.Entries)
            {
                using var content = entry.Open();
                for (var read = content.Read(buffer); read > 0; read = content.Read(buffer))
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    total += read;
                    if (total > MaxBytes)
                    {
                        return new WorkbookTooLarge(FormattableString.Invariant($"{MaxBytes / 1024 / 1024} MiB unpacked"));
                    }

                    if (total > SmallBytes && total / MaxRatio > packed)
                    {
                        return new WorkbookTooLarge(FormattableString.Invariant($"{MaxRatio} times its own size unpacked"));
                    }

                    seen?.Invoke(entry.FullName, buffer.AsSpan(0, read));
                }
            }

            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
