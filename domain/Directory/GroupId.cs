namespace Insek.Office.Domain;

/// <summary>Names a working group or steering group in the tenant's directory.</summary>
public readonly record struct GroupId
{
    /// <summary>Takes an id as it stands.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is no <see cref="Identifier"/>.</exception>
    public GroupId(string value) => Value = Identifier.Require(value);

    /// <summary>The id's text.</summary>
    public string Value { get; }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
