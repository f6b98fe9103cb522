using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Insek.Office.Domain.Tests.Tables.Refresh;

/// <summary>A case of <c>tests/vectors/table-refresh.json</c>; the add-in reads the same file.</summary>
internal sealed class RefreshVector(JsonElement json)
{
    public string Name => Text(json, "name");

    public TableRecord? Record => json.GetProperty("record") is { ValueKind: JsonValueKind.Object } record ? ReadRecord(record) : null;

    public ShownTable Shown => new(Strings(json.GetProperty("shown").GetProperty("headings")), Rows(json.GetProperty("shown").GetProperty("rows")));

    public Table Current => ReadTable(json.GetProperty("current"));

    public JsonNode Plan => JsonNode.Parse(json.GetProperty("plan").GetRawText())!;

    public IEnumerable<RefreshVectorApplication> Applications => json.GetProperty("applications").EnumerateArray().Select(application => new RefreshVectorApplication(application));

    public static RefreshVector[] All([CallerFilePath] string source = "")
    {
        var file = Path.Combine(Path.GetDirectoryName(source) ?? "", "..", "..", "..", "vectors", "table-refresh.json");
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        return [.. document.RootElement.Clone().EnumerateArray().Select(vector => new RefreshVector(vector))];
    }

    public static TableRecord ReadRecord(JsonElement record) => new()
    {
        Hash = Text(record, "hash"),
        AsOf = AsOf(record),
        Columns = record.TryGetProperty("columns", out _) ? List(record, "columns", column => new RecordColumn(Text(column, "key"), Text(column, "heading"))) : null,
        Rows = List(record, "rows", row => new RecordRow(
            Text(row, "key"),
            List(row, "cells", cell => new RecordCell(Text(cell, "column"), List(cell, "items", Item), IsOwn(cell))),
            IsOwn(row))),
    };

    public static ValueList<ShownRow> Rows(JsonElement rows) => rows.EnumerateArray().Select(row => new ShownRow(row.EnumerateArray().Select(Strings).ToValueList())).ToValueList();

    private static Table ReadTable(JsonElement table) => new()
    {
        Definition = Text(table, "definition"),
        Concept = new ConceptId(Text(table, "concept")),
        Parameters = TableParameters.None with { Sector = new SectorKey(Text(table, "parameters")["sector=".Length..]) },
        Title = Text(table, "title"),
        AsOf = AsOf(table),
        Columns = List(table, "columns", column => new TableColumn(Text(column, "key"), Text(column, "heading"), column.GetProperty("share").GetInt32())),
        Rows = List(table, "rows", row => new TableRow(Text(row, "key"), List(row, "cells", cell => new TableCell(List(cell, "items", Item))))),
    };

    private static CellItem Item(JsonElement item) => new(Text(item, "key"), item.GetProperty("revision").GetInt32(), Text(item, "text"));

    private static bool IsOwn(JsonElement element) => element.TryGetProperty("own", out var own) && own.GetBoolean();

    private static DateTimeOffset? AsOf(JsonElement element) => element.TryGetProperty("asOf", out var asOf) ? asOf.GetDateTimeOffset() : null;

    private static ValueList<T> List<T>(JsonElement parent, string name, Func<JsonElement, T> read) => parent.GetProperty(name).EnumerateArray().Select(read).ToValueList();

    private static ValueList<string> Strings(JsonElement list) => list.EnumerateArray().Select(text => text.GetString()!).ToValueList();

    private static string Text(JsonElement parent, string name) => parent.GetProperty(name).GetString() ?? "";
}

/// <summary>Decisions, and what they lead to.</summary>
internal sealed class RefreshVectorApplication(JsonElement json)
{
    public Dictionary<string, RefreshDecision> Decisions => json.GetProperty("decisions").EnumerateObject().ToDictionary(
        entry => entry.Name, entry => Enum.Parse<RefreshDecision>(entry.Value.GetString()!, ignoreCase: true), StringComparer.Ordinal);

    public bool ReplacesTable => json.TryGetProperty("replacesTable", out var replaces) && replaces.GetBoolean();

    public ValueList<ShownRow> Rows => RefreshVector.Rows(json.GetProperty("rows"));

    public TableRecord? Record => json.GetProperty("record") is { ValueKind: JsonValueKind.Object } record ? RefreshVector.ReadRecord(record) : null;

    public IEnumerable<string> Left => json.GetProperty("left").EnumerateArray().Select(id => id.GetString()!);
}
