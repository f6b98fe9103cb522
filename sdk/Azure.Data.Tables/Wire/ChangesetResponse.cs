using System.Buffers.Text;
using System.Text;

namespace Azure.Data.Tables.Wire;

/// <summary>Reads the answers to a transaction's actions out of its multipart body.</summary>
internal static class ChangesetResponse
{
    /// <exception cref="TableTransactionFailedException">One of the answers is a refusal.</exception>
    public static IReadOnlyList<Response> Read(Response response, int actions)
    {
        var parts = new List<Response>(actions);
        var rest = response.Content.ToMemory().Span;

        while (TryTakePart(ref rest, out var part))
        {
            if (part.Status >= 400)
            {
                throw new TableTransactionFailedException(new RequestFailedException(part, innerException: null, TableErrorParser.Instance));
            }

            parts.Add(part);
        }

        // Whether the transaction was applied cannot be known then, so it must not look like success.
        return parts.Count == actions
            ? parts
            : throw new RequestFailedException(response.Status, $"The transaction of {actions} actions got {parts.Count} answers.");
    }

    private static bool TryTakePart(ref ReadOnlySpan<byte> rest, out ChangesetPartResponse part)
    {
        part = null!;
        var start = rest.IndexOf("HTTP/1.1 "u8);

        if (start < 0)
        {
            return false;
        }

        rest = rest[(start + "HTTP/1.1 ".Length)..];
        var statusLine = TakeLine(ref rest);

        if (!Utf8Parser.TryParse(statusLine, out int status, out var digits))
        {
            return false;
        }

        part = new ChangesetPartResponse(status, Encoding.UTF8.GetString(statusLine[digits..]).Trim());

        for (var line = TakeLine(ref rest); !line.IsEmpty; line = TakeLine(ref rest))
        {
            var colon = line.IndexOf((byte)':');

            if (colon > 0)
            {
                part.AddHeader(Encoding.UTF8.GetString(line[..colon]), Encoding.UTF8.GetString(line[(colon + 1)..]).Trim());
            }
        }

        var end = rest.IndexOf("\n--"u8);
        var content = (end < 0 ? rest : rest[..end]).Trim("\r\n"u8);
        rest = end < 0 ? [] : rest[end..];

        if (!content.IsEmpty)
        {
            part.ContentStream = new MemoryStream(content.ToArray());
        }

        return true;
    }

    private static ReadOnlySpan<byte> TakeLine(ref ReadOnlySpan<byte> rest)
    {
        var end = rest.IndexOf((byte)'\n');
        var line = end < 0 ? rest : rest[..end];
        rest = end < 0 ? [] : rest[(end + 1)..];

        return line.TrimEnd((byte)'\r');
    }
}
