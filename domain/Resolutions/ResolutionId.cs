namespace Insek.Office.Domain;

/// <summary>Names a recorded resolution of the council within its concept.</summary>
public readonly record struct ResolutionId
{
    /// <summary>Takes an id as it stands.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is no <see cref="Identifier"/>.</exception>
    public ResolutionId(string value) => Value = Identifier.Require(value);

    /// <summary>The id's text.</summary>
    public string Value { get; }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
