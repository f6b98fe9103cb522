using System.ComponentModel;
using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>A table.</summary>
public class AdaptiveTable : AdaptiveCollectionWithContentAlignment
{
    /// <summary>The type on the wire.</summary>
    public const string TypeName = "Table";

    /// <inheritdoc/>
    public override string Type { get; set; } = TypeName;

    /// <summary>The rows, from top to bottom.</summary>
    public List<AdaptiveTableRow> Rows { get; set; } = [];

    /// <summary>The columns, in reading order.</summary>
    public List<AdaptiveTableColumnDefinition> Columns { get; set; } = [];

    /// <summary>The meaning its lines stand for.</summary>
    public AdaptiveContainerStyle? GridStyle { get; set; }

    /// <summary>Whether there are lines between the cells.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.Ignore)]
    [DefaultValue(true)]
    public bool ShowGridLines { get; set; } = true;

    /// <summary>Whether the first row holds the names of the columns. Clients take it as true where it is not written, which false is not.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.Ignore)]
    public bool FirstRowAsHeaders { get; set; }

    /// <inheritdoc/>
    public override IEnumerator<AdaptiveElement> GetEnumerator() => Rows.GetEnumerator();

    /// <summary>Adds a row; another element is not added.</summary>
    public void Add(AdaptiveElement element)
    {
        if (element is AdaptiveTableRow row)
        {
            Rows.Add(row);
        }
    }
}
