namespace AdaptiveCards;

/// <summary>
/// A cell of a table. Its <see cref="AdaptiveTypedElement.Type"/> is <c>Container</c> until set to <see cref="TypeName"/>, as with the
/// official class; clients refuse it before. See sdk/README.md.
/// </summary>
public class AdaptiveTableCell : AdaptiveContainer
{
    /// <summary>The type on the wire; to be set.</summary>
    public new const string TypeName = "TableCell";
}
