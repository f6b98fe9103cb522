namespace Insek.Office.Domain;

/// <summary>Names a person: the object id in the tenant's directory, or a short name in development.</summary>
public readonly record struct MemberId
{
    /// <summary>Takes an id as it stands.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is no <see cref="Identifier"/>.</exception>
    public MemberId(string value) => Value = Identifier.Require(value);

    /// <summary>The id's text.</summary>
    public string Value { get; }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
