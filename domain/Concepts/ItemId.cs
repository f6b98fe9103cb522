namespace Insek.Office.Domain;

/// <summary>Names a goal or a measure within its concept. Goals and measures share one space of ids, so that a table row or a ballot item has one key.</summary>
public readonly record struct ItemId
{
    /// <summary>Takes an id as it stands.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is no <see cref="Identifier"/>.</exception>
    public ItemId(string value) => Value = Identifier.Require(value);

    /// <summary>The id's text.</summary>
    public string Value { get; }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
