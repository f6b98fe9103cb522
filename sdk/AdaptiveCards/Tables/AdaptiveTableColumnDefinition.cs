using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace AdaptiveCards;

/// <summary>A column of a table.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy), ItemNullValueHandling = NullValueHandling.Ignore)]
public class AdaptiveTableColumnDefinition
{
    /// <summary>The name of this definition; it is not written.</summary>
    public const string TypeName = "TableColumnDefinition";

    /// <summary>Where the content of cells stands in what is higher than it.</summary>
    [JsonProperty("verticalCellContentAlignment", DefaultValueHandling = DefaultValueHandling.Ignore)]
    public AdaptiveVerticalContentAlignment VerticalContentAlignment { get; set; }

    /// <summary>Where the content of cells stands across.</summary>
    [JsonProperty("horizontalCellContentAlignment", DefaultValueHandling = DefaultValueHandling.Ignore)]
    public AdaptiveHorizontalContentAlignment HorizontalContentAlignment { get; set; }

    /// <summary>The width in pixels; 0 for <see cref="Width"/>.</summary>
    [JsonIgnore]
    public double PixelWidth { get; set; }

    /// <summary>The weight of the column among the others.</summary>
    [JsonIgnore]
    public long Width { get; set; }

    [JsonProperty("width")]
    internal object WrittenWidth => PixelWidth > 0 ? string.Create(CultureInfo.InvariantCulture, $"{PixelWidth}px") : Width;
}
