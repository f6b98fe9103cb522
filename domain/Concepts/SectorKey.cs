namespace Insek.Office.Domain;

/// <summary>Names a sector concept (Fachkonzept) within its concept, for example verkehr.</summary>
public readonly record struct SectorKey
{
    /// <summary>Takes an id as it stands.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is no <see cref="Identifier"/>.</exception>
    public SectorKey(string value) => Value = Identifier.Require(value);

    /// <summary>The id's text.</summary>
    public string Value { get; }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
