using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Insek.Office.Domain;

/// <summary>A table's content hash: whoever holds two hashes knows whether people would read the same.</summary>
/// <remarks>
/// <para>SHA-256, in lower-case hex, over UTF-8 JSON in the canonical form of RFC 8785:
/// <c>{"columns":[heading…],"definition":…,"parameters":…,"rows":[{"cells":[[{"key":…,"text":…}…]…],"key":…}…]}</c>.
/// Strings are in NFC; every run of Unicode white space is one space and none stands at either end.</para>
/// <para>"Stand" and revisions are left out: a new revision that reads the same does not make a table outdated.
/// The add-in computes the same in TypeScript; <c>tests/vectors/table-hash.json</c> holds both to it.</para>
/// </remarks>
public static class TableHash
{
    private static readonly SearchValues<char> _escaped = SearchValues.Create([.. Enumerable.Range(0, ' ').Select(code => (char)code), '"', '\\']);
    private static readonly SearchValues<char> _otherSpaces = SearchValues.Create([.. Enumerable.Range(0, char.MaxValue).Select(code => (char)code).Where(c => c != ' ' && IsWhiteSpace(c))]);
    private static readonly SearchValues<string> _doubleSpace = SearchValues.Create(["  "], StringComparison.Ordinal);

    /// <summary>Computes the hash: 64 lower-case hex digits.</summary>
    public static string Of(Table table) => Of(
        table.Definition,
        table.Parameters.ToString(),
        table.Columns.Select(column => column.Heading),
        table.Rows,
        static row => row.Key,
        static (row, column) => column < row.Cells.Count ? row.Cells[column].Items : null);

    /// <summary>Computes the hash of what a document holds.</summary>
    /// <param name="definition">The definition's id.</param>
    /// <param name="parameters">The parameters in canonical form.</param>
    /// <param name="headings">The columns' headings.</param>
    /// <param name="rows">The rows as they were rendered.</param>
    public static string Of(string definition, string parameters, IEnumerable<string> headings, IEnumerable<RecordRow> rows) =>
        Of(definition, parameters, headings, rows, static row => row.Key, static (row, column) => column < row.Cells.Count ? row.Cells[column].Items : null);

    // The last argument tells the items of a cell by the number of its column; null behind the last.
    private static string Of<TRow>(string definition, string parameters, IEnumerable<string> headings, IEnumerable<TRow> rows, Func<TRow, string> keyOf, Func<TRow, int, ValueList<CellItem>?> itemsOf)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (json, utf8) = (new StringBuilder(4096), Encoding.UTF8.GetEncoder());

        json.Append("{\"columns\":[");
        foreach (var (index, heading) in headings.Index())
        {
            AppendString(Comma(json, index), heading);
        }

        AppendString(json.Append("],\"definition\":"), definition);
        AppendString(json.Append(",\"parameters\":"), parameters);
        json.Append(",\"rows\":[");
        foreach (var (index, row) in rows.Index())
        {
            Comma(json, index).Append("{\"cells\":[");
            for (var column = 0; itemsOf(row, column) is { } items; column++)
            {
                AppendCell(Comma(json, column), items);
            }

            AppendString(json.Append("],\"key\":"), keyOf(row));
            json.Append('}');
            Drain(json, utf8, hash);
        }

        json.Append("]}");
        Drain(json, utf8, hash);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>A text as it is compared: NFC, runs of white space as one space, none at the ends.</summary>
    public static string Normalize(string text)
    {
        if (IsClean(text) && IsComposed(text))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        var pendingSpace = false;
        foreach (var c in text.Normalize(NormalizationForm.FormC))
        {
            if (IsWhiteSpace(c))
            {
                pendingSpace = result.Length > 0;
                continue;
            }

            if (pendingSpace)
            {
                result.Append(' ');
                pendingSpace = false;
            }

            result.Append(c);
        }

        return result.ToString();
    }

    private static void AppendCell(StringBuilder json, ValueList<CellItem> items)
    {
        json.Append('[');
        for (var i = 0; i < items.Count; i++)
        {
            AppendString(Comma(json, i).Append("{\"key\":"), items[i].Key);
            AppendString(json.Append(",\"text\":"), items[i].Text);
            json.Append('}');
        }

        json.Append(']');
    }

    private static StringBuilder Comma(StringBuilder json, int index) => index == 0 ? json : json.Append(',');

    // RFC 8785, section 3.2.2.2: only these characters are escaped, and in this way.
    private static void AppendString(StringBuilder json, string text)
    {
        json.Append('"');
        var rest = Normalize(text).AsSpan();
        for (var escaped = rest.IndexOfAny(_escaped); escaped >= 0; escaped = rest.IndexOfAny(_escaped))
        {
            AppendEscaped(json.Append(rest[..escaped]), rest[escaped]);
            rest = rest[(escaped + 1)..];
        }

        json.Append(rest).Append('"');
    }

    private static void AppendEscaped(StringBuilder json, char c) => _ = c switch
    {
        '"' => json.Append("\\\""),
        '\\' => json.Append("\\\\"),
        '\b' => json.Append("\\b"),
        '\f' => json.Append("\\f"),
        '\n' => json.Append("\\n"),
        '\r' => json.Append("\\r"),
        '\t' => json.Append("\\t"),
        _ => json.Append("\\u00").Append(((int)c).ToString("x2", System.Globalization.CultureInfo.InvariantCulture)),
    };

    // The encoder remembers the first half of a letter beyond U+FFFF that two chunks share.
    private static void Drain(StringBuilder json, Encoder utf8, IncrementalHash hash)
    {
        foreach (var chunk in json.GetChunks())
        {
            var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(chunk.Length));
            hash.AppendData(bytes, 0, utf8.GetBytes(chunk.Span, bytes, flush: false));
            ArrayPool<byte>.Shared.Return(bytes);
        }

        json.Clear();
    }

    private static bool IsClean(string text)
    {
        var span = text.AsSpan();
        return span.IsEmpty || (span[0] != ' ' && span[^1] != ' ' && !span.ContainsAny(_otherSpaces) && !span.ContainsAny(_doubleSpace));
    }

    // Letters before the combining marks have one form only, and most texts have no others.
    private static bool IsComposed(string text) => !text.AsSpan().ContainsAnyInRange('\u0300', '\uFFFF') || text.IsNormalized(NormalizationForm.FormC);

    // The Unicode property White_Space, spelled out: char.IsWhiteSpace and JavaScript's \s differ from it and from each other.
    private static bool IsWhiteSpace(char c) =>
        c is (>= '\t' and <= '\r') or ' ' or '\u0085' or '\u00A0' or '\u1680' or (>= '\u2000' and <= '\u200A') or '\u2028' or '\u2029' or '\u202F' or '\u205F' or '\u3000';
}
