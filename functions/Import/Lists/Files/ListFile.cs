using Insek.Office.Domain;
using Insek.Office.Domain.Lists;

namespace Insek.Office.Functions.Import.Lists;

/// <summary>A town hall's own list as the file holds it.</summary>
/// <param name="Format">csv, text or xlsx.</param>
/// <param name="Tables">Its worksheets; one for a text file.</param>
internal sealed record ListFile(string Format, IReadOnlyList<ListTable> Tables)
{
    /// <summary>The encoding of a text file; null for a workbook.</summary>
    public string? Encoding { get; init; }

    /// <summary>What separates the cells of a text file; null for a workbook.</summary>
    public string? Delimiter { get; init; }

    /// <summary>From when the serial numbers of days count; null for a text file, which cannot say.</summary>
    public DateSystem? Dates { get; init; }

    /// <summary>Whether a file is a zip or an OLE compound file, as workbooks are.</summary>
    public static bool IsWorkbook(Stream stream)
    {
        Span<byte> start = stackalloc byte[4];
        stream.Position = 0;
        var length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        return start[..length] is [(byte)'P', (byte)'K', 3, 4] or [0xD0, 0xCF, 0x11, 0xE0];
    }

    /// <summary>Opens a file and reads it to its end. Its kind is told by its content: people rename files.</summary>
    /// <param name="stream">Seekable; stays open.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static Result<ListFile> Open(Stream stream, CancellationToken cancellationToken)
    {
        Span<byte> start = stackalloc byte[8];
        stream.Position = 0;
        var length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        return start[..length] switch
        {
            [0xD0, 0xCF, 0x11, 0xE0, ..] => CompoundFile.Refuse(stream),
            [(byte)'P', (byte)'K', 3, 4, ..] => WorkbookTables.Read(stream, cancellationToken),
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => new NotAList("pdf"),
            [(byte)'{', (byte)'\\', (byte)'r', (byte)'t', ..] => new NotAList("rtf"),
            _ => TextTable.Read(stream, cancellationToken),
        };
    }
}

/// <summary>A workbook protected by a password.</summary>
internal sealed record EncryptedFile()
    : Refusal(RefusalKind.Invalid, "file-encrypted", "The file is protected by a password. Save it without one and send it again.");

/// <summary>A workbook in a format before .xlsx, or one of another program.</summary>
/// <param name="Format">xls or ods.</param>
internal sealed record OtherWorkbook(string Format)
    : Refusal(RefusalKind.Invalid, "other-workbook", $"The file is a workbook in the format .{Format}. Open it and save it as .xlsx.");

/// <summary>A file that is no list of measures.</summary>
/// <param name="Reason">pdf, rtf, no-header, header-only or no-measures.</param>
internal sealed record NotAList(string Reason)
    : Refusal(RefusalKind.Invalid, "not-a-list", Reason switch
    {
        "no-header" => "No row of headings was found that names measures and something about them.",
        "header-only" => "The file has headings, but no row below them.",
        "no-measures" => "None of the file's rows is a measure.",
        _ => $"The file is no table but a document ({Reason}).",
    })
{
    /// <summary>Why, for clients.</summary>
    public IEnumerable<KeyValuePair<string, object?>> Details => [new("reason", Reason)];
}
