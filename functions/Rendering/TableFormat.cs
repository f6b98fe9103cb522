using System.Buffers;
using Insek.Office.Domain;

namespace Insek.Office.Functions.Rendering;

/// <summary>A form a table can take, with how it is written.</summary>
/// <param name="Name">Its name in a query, and the ending of a file.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Render">Writes the table, as the instance named.</param>
internal sealed record TableFormat(string Name, string MediaType, Action<Table, string, Stream> Render)
{
    public static IReadOnlyList<TableFormat> All { get; } =
    [
        new("json", TableJson.MediaType, (table, _, target) => Write(target, buffer => TableJson.Write(table, buffer))),
        new("csv", TableCsv.MediaType, (table, _, target) => Write(target, buffer => TableCsv.Write(table, buffer))),
        new("html", TableHtml.MediaType, (table, _, target) => Write(target, buffer => TableHtml.Write(table, buffer))),
        new("ooxml", TableOoxml.MediaType, TableOoxml.Write),
        new("docx", TableDocx.MediaType, TableDocx.Write),
    ];

    /// <summary>Whether Word gets it, with a content control whose tag may need a short id.</summary>
    public bool IsForWord => Name is "ooxml" or "docx";

    public static Result<TableFormat> Find(string? name) =>
        All.FirstOrDefault(format => format.Name == (name ?? "json")) is { } found ? found : new UnknownFormat(name ?? "", string.Join(", ", All.Select(format => format.Name)));

    private static void Write(Stream target, Action<IBufferWriter<byte>> render)
    {
        var buffer = new ArrayBufferWriter<byte>(16 * 1024);
        render(buffer);
        target.Write(buffer.WrittenSpan);
    }
}

/// <summary>A format there is not.</summary>
internal sealed record UnknownFormat(string Name, string Known) : Refusal(RefusalKind.Invalid, "unknown-format", $"There is no format '{Name}'; there are {Known}.");
