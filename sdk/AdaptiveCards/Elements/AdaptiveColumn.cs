namespace AdaptiveCards;

/// <summary>A column of a set.</summary>
public class AdaptiveColumn : AdaptiveContainer
{
    /// <summary>The type on the wire.</summary>
    public new const string TypeName = "Column";

    /// <inheritdoc/>
    public override string Type { get; set; } = TypeName;

    /// <summary><c>auto</c>, <c>stretch</c>, a weight such as <c>2</c>, or pixels such as <c>50px</c>; see <see cref="AdaptiveColumnWidth"/>.</summary>
    public string? Width { get; set; }
}
