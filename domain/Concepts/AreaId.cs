namespace Insek.Office.Domain;

/// <summary>Names a planning area (Plangebiet) within its concept, for example PG-I.</summary>
public readonly record struct AreaId
{
    /// <summary>Takes an id as it stands.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is no <see cref="Identifier"/>.</exception>
    public AreaId(string value) => Value = Identifier.Require(value);

    /// <summary>The id's text.</summary>
    public string Value { get; }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
