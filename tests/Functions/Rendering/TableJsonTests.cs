using System.Text.Json;
using System.Text.Json.Nodes;
using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Rendering;

namespace Insek.Office.Functions.Tests.Rendering;

public sealed class TableJsonTests
{
    [Theory]
    [InlineData(false, "Radweg")]
    [InlineData(false, Given.Hostile)]
    [InlineData(true, "")]
    public void The_json_is_what_the_contract_would_write(bool empty, string text)
    {
        var table = empty ? Given.EmptyTable() : Given.Table(text: text);
        var json = Rendered.Text(TableJson.Write, table);

        var expected = JsonSerializer.SerializeToNode(Document(table), ContractsJson.Default.TableDocument);
        var read = JsonSerializer.Deserialize(json, ContractsJson.Default.TableDocument);

        Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(json)), json);
        Assert.NotNull(read);
        Assert.True(JsonNode.DeepEquals(expected, JsonSerializer.SerializeToNode(read, ContractsJson.Default.TableDocument)));
    }

    private static TableDocument Document(Table table) => new()
    {
        Definition = table.Definition,
        Concept = table.Concept.Value,
        Parameters = table.Parameters.ToString(),
        Title = table.Title,
        AsOf = table.AsOf,
        Hash = TableHash.Of(table),
        Columns = [.. table.Columns.Select(column => new TableColumnDocument(column.Key, column.Heading, column.Share, column.Numeric))],
        Rows = [.. table.Rows.Select(row => new TableRowDocument(row.Key, row.Kind is TableRowKind.Total ? "total" : "normal", [.. row.Cells.Select(Cell)]))],
    };

    private static TableCellDocument Cell(TableCell cell) => new([.. cell.Items.Select(item => new CellItemDocument(item.Key, item.Revision, item.Text))]);
}
