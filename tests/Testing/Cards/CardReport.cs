namespace Insek.Office.Testing.Cards;

/// <summary>What a client would make of a card.</summary>
/// <param name="Problems">What is wrong with the JSON, a sentence each; empty for a card that is right.</param>
/// <param name="Violations">Barriers that axe finds in the card as shown, as <c>rule: place</c>.</param>
/// <param name="Controls">What can be operated, in reading order.</param>
/// <param name="Overflows">Whether something is wider than the card.</param>
/// <param name="Screenshot">The card as shown, a PNG image.</param>
public sealed record CardReport(
    IReadOnlyList<string> Problems,
    IReadOnlyList<string> Violations,
    IReadOnlyList<CardControl> Controls,
    bool Overflows,
    ReadOnlyMemory<byte> Screenshot)
{
    /// <summary>Nothing to complain about: no problem, no barrier, nothing wider than the card, every control named.</summary>
    /// <exception cref="CardRejectedException">There is; the message says what.</exception>
    public void ThrowIfFlawed()
    {
        var flaws = Problems
            .Concat(Violations)
            .Concat(Controls.Where(control => control.Name.Length == 0).Select(control => $"a {control.Role} without a name"))
            .Concat(Overflows ? ["something is wider than the card"] : [])
            .ToList();

        if (flaws.Count > 0)
        {
            throw new CardRejectedException(string.Join(Environment.NewLine, flaws));
        }
    }
}

/// <summary>A button, an input or another control.</summary>
/// <param name="Role">Its ARIA role, such as <c>button</c> or <c>textbox</c>.</param>
/// <param name="Name">Its accessible name; empty when it has none.</param>
public sealed record CardControl(string Role, string Name);

/// <summary>The reference renderer finds a card wrong.</summary>
public sealed class CardRejectedException : Exception
{
    /// <summary>Without a message.</summary>
    public CardRejectedException()
    {
    }

    /// <summary>With what is wrong.</summary>
    public CardRejectedException(string message)
        : base(message)
    {
    }

    /// <summary>With what is wrong and a cause.</summary>
    public CardRejectedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
