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
    /// <summary>Computes the hash: 64 lower-case hex digits.</summary>
    public static string Of(Table table)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var json = new StringBuilder(4096);

        json.Append("{\"columns\":[");
        for (var i = 0; i < table.Columns.Count; i++)
        {
            AppendString(Comma(json, i), table.Columns[i].Heading);
        }

        AppendString(json.Append("],\"definition\":"), table.Definition);
        AppendString(json.Append(",\"parameters\":"), table.Parameters.ToString());
        json.Append(",\"rows\":[");
        for (var i = 0; i < table.Rows.Count; i++)
        {
            AppendRow(Comma(json, i), table.Rows[i]);
            Drain(json, hash);
        }

        json.Append("]}");
        Drain(json, hash);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>A text as it is compared: NFC, runs of white space as one space, none at the ends.</summary>
    public static string Normalize(string text)
    {
        if (!NeedsWork(text))
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

    private static void AppendRow(StringBuilder json, TableRow row)
    {
        json.Append("{\"cells\":[");
        for (var i = 0; i < row.Cells.Count; i++)
        {
            Comma(json, i).Append('[');
            for (var j = 0; j < row.Cells[i].Items.Count; j++)
            {
                AppendString(Comma(json, j).Append("{\"key\":"), row.Cells[i].Items[j].Key);
                AppendString(json.Append(",\"text\":"), row.Cells[i].Items[j].Text);
                json.Append('}');
            }

            json.Append(']');
        }

        AppendString(json.Append("],\"key\":"), row.Key);
        json.Append('}');
    }

    private static StringBuilder Comma(StringBuilder json, int index) => index == 0 ? json : json.Append(',');

    // RFC 8785, section 3.2.2.2: only these characters are escaped, and in this way.
    private static void AppendString(StringBuilder json, string text)
    {
        json.Append('"');
        foreach (var c in Normalize(text))
        {
            _ = c switch
            {
                '"' => json.Append("\\\""),
                '\\' => json.Append("\\\\"),
                '\b' => json.Append("\\b"),
                '\f' => json.Append("\\f"),
                '\n' => json.Append("\\n"),
                '\r' => json.Append("\\r"),
                '\t' => json.Append("\\t"),
                < ' ' => json.Append("\\u00").Append(((int)c).ToString("x2", System.Globalization.CultureInfo.InvariantCulture)),
                _ => json.Append(c),
            };
        }

        json.Append('"');
    }

    private static void Drain(StringBuilder json, IncrementalHash hash)
    {
        foreach (var chunk in json.GetChunks())
        {
            hash.AppendData(Encoding.UTF8.GetBytes(chunk.ToArray()));
        }

        json.Clear();
    }

    private static bool NeedsWork(string text)
    {
        var afterSpace = true;
        foreach (var c in text)
        {
            if (c == ' ' && !afterSpace)
            {
                afterSpace = true;
                continue;
            }

            if (IsWhiteSpace(c) || c >= '\u0300')
            {
                return true;
            }

            afterSpace = false;
        }

        return afterSpace && text.Length > 0;
    }

    // The Unicode property White_Space, spelled out: char.IsWhiteSpace and JavaScript's \s differ from it and from each other.
    private static bool IsWhiteSpace(char c) =>
        c is (>= '\t' and <= '\r') or ' ' or '\u0085' or '\u00A0' or '\u1680' or (>= '\u2000' and <= '\u200A') or '\u2028' or '\u2029' or '\u202F' or '\u205F' or '\u3000';
}
