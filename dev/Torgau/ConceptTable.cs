namespace Insek.Office.Dev.Torgau;

/// <summary>A table of the concept as the API answers it.</summary>
internal sealed record ConceptTable(string Title, DateTimeOffset? AsOf, IReadOnlyList<Column> Columns, IReadOnlyList<Row> Rows);

internal sealed record Column(string Key, string Heading, bool Numeric);

internal sealed record Row(string Key, string Kind, IReadOnlyList<Cell> Cells)
{
    public bool IsTotal => Kind == "total";
}

internal sealed record Cell(IReadOnlyList<Item> Items)
{
    public string Text => string.Join('\n', Items.Select(item => item.Text));
}

internal sealed record Item(string Key, string Text);
