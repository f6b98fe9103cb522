namespace Insek.Office.Domain;

/// <summary>Names a concept, for example insek-torgau.</summary>
public readonly record struct ConceptId
{
    /// <summary>Takes an id as it stands.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is no <see cref="Identifier"/>.</exception>
    public ConceptId(string value) => Value = Identifier.Require(value);

    /// <summary>The id's text.</summary>
    public string Value { get; }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
