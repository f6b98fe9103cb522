using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>A row of a table.</summary>
public class AdaptiveTableRow : AdaptiveCollectionWithContentAlignment
{
    /// <summary>The type on the wire.</summary>
    public const string TypeName = "TableRow";

    /// <inheritdoc/>
    public override string Type { get; set; } = TypeName;

    /// <summary>The cells, one for each column.</summary>
    [JsonProperty(Required = Required.Always, NullValueHandling = NullValueHandling.Include)]
    public List<AdaptiveTableCell> Cells { get; set; } = [];

    /// <summary>The meaning its background stands for.</summary>
    public AdaptiveContainerStyle? Style { get; set; }

    /// <summary>Whether it is read from right to left; as its surroundings when null.</summary>
    public bool? Rtl { get; set; }

    /// <inheritdoc/>
    public override IEnumerator<AdaptiveElement> GetEnumerator() => Cells.GetEnumerator();
}
