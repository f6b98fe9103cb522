using System.Text;
using CsvHelper;
using Insek.Office.Domain;

namespace Insek.Office.Functions.Sheets;

/// <summary>A CSV file: separated by ';', a tab, ',' or '|', in UTF-8, UTF-16 or Windows-1252, with any line ends.</summary>
internal sealed class CsvSheet : ISheet
{
    // A record never needs more: a description, fifty partners and quotes around them.
    private const int MaxRecordBytes = 1024 * 1024;

    private readonly CsvReader reader;
    private readonly BrokenQuotes quotes;

    private CsvSheet(CsvReader reader, BrokenQuotes quotes, SheetRow headings) => (this.reader, this.quotes, Headings) = (reader, quotes, headings);

    public string? Name => null;

    public SheetRow Headings { get; }

    public IReadOnlyList<string> Others => [];

    public bool HasTypedCells => false;

    /// <summary>Opens a CSV file.</summary>
    /// <param name="stream">Seekable; stays open.</param>
    public static Result<ISheet> Open(Stream stream)
    {
        var encoding = TextEncoding.Detect(stream);
        var separator = SeparatorDetector.Detect(stream, encoding);
        stream.Position = 0;
        var noted = new BrokenQuotes();
        var csv = CsvReader.Create(stream, OptionsFor(separator, encoding, noted), leaveOpen: true);
        var first = Next(csv, noted);
        if (first is { } row && row.TryGet(out var headings, out _))
        {
            return new CsvSheet(csv, noted, headings);
        }

        csv.Dispose();
        return first?.Refusal ?? new EmptyFile();
    }

    public IEnumerable<Result<SheetRow>> ReadRows(CancellationToken cancellationToken)
    {
        while (Next(reader, quotes) is { } row)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return row;
            if (row.Refusal is not null)
            {
                yield break;
            }
        }
    }

    public void Dispose() => reader.Dispose();

    private static CsvReaderOptions OptionsFor(char separator, Encoding encoding, BrokenQuotes quotes) => new()
    {
        Separator = separator,
        Encoding = encoding,
        HasHeader = false,
        TrackLineNumbers = true,
        MaxRecordSize = MaxRecordBytes,
        OnMalformedRecord = quotes.Note,
    };

    private static Result<SheetRow>? Next(CsvReader reader, BrokenQuotes quotes)
    {
        try
        {
            while (reader.Read())
            {
                var row = ReadRow(reader);
                if (quotes.Found || Array.Exists(row.Cells, cell => cell?.Contains('\0', StringComparison.Ordinal) is true))
                {
                    return new UnreadableFile(row.Number);
                }

                if (!row.IsBlank)
                {
                    return row;
                }
            }

            return null;
        }
        catch (CsvFormatException e)
        {
            return new UnreadableFile((int)e.LineNumber);
        }
    }

    private static SheetRow ReadRow(CsvReader reader)
    {
        var cells = new string?[reader.FieldCount];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = reader.IsEmpty(i) ? null : FormulaGuard.Unprotect(reader.GetString(i));
        }

        return new SheetRow((int)reader.LineNumber, cells);
    }

    // A quote inside an unquoted cell (5" Rohr) is a quote; a quoted cell that does not end properly has swallowed what follows.
    private sealed class BrokenQuotes
    {
        public bool Found { get; private set; }

        public void Note(CsvMalformedRecord record) => Found |= record.Reason is not CsvMalformedReason.StrayQuote;
    }
}
