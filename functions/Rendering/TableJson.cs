using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Insek.Office.Domain;

namespace Insek.Office.Functions.Rendering;

/// <summary>A table as JSON, in the shape of <see cref="Contracts.TableDocument"/>, written without building one.</summary>
internal static class TableJson
{
    public const string MediaType = "application/json";

    private static readonly JsonWriterOptions _options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Writes the table; the caller flushes.</summary>
    public static void Write(Table table, IBufferWriter<byte> target)
    {
        using var json = new Utf8JsonWriter(target, _options);
        json.WriteStartObject();
        json.WriteString("definition"u8, table.Definition);
        json.WriteString("concept"u8, table.Concept.Value);
        json.WriteString("parameters"u8, table.Parameters.ToString());
        json.WriteString("title"u8, table.Title);
        if (table.AsOf is { } asOf)
        {
            json.WriteString("asOf"u8, asOf);
        }

        json.WriteString("hash"u8, TableHash.Of(table));
        WriteColumns(json, table.Columns);
        WriteRows(json, table.Rows);
        json.WriteEndObject();
    }

    private static void WriteColumns(Utf8JsonWriter json, ValueList<TableColumn> columns)
    {
        json.WriteStartArray("columns"u8);
        foreach (var column in columns)
        {
            json.WriteStartObject();
            json.WriteString("key"u8, column.Key);
            json.WriteString("heading"u8, column.Heading);
            json.WriteNumber("share"u8, column.Share);
            json.WriteBoolean("numeric"u8, column.Numeric);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteRows(Utf8JsonWriter json, ValueList<TableRow> rows)
    {
        json.WriteStartArray("rows"u8);
        foreach (var row in rows)
        {
            json.WriteStartObject();
            json.WriteString("key"u8, row.Key);
            json.WriteString("kind"u8, ParameterValue.Of(row.Kind));
            json.WriteStartArray("cells"u8);
            foreach (var cell in row.Cells)
            {
                WriteCell(json, cell);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteCell(Utf8JsonWriter json, TableCell cell)
    {
        json.WriteStartObject();
        json.WriteStartArray("items"u8);
        foreach (var item in cell.Items)
        {
            json.WriteStartObject();
            json.WriteString("key"u8, item.Key);
            json.WriteNumber("revision"u8, item.Revision);
            json.WriteString("text"u8, item.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
