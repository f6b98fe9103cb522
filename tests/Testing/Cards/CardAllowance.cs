namespace Insek.Office.Testing.Cards;

/// <summary>A property that a card may have although the reference renderer does not know it for the card's version.</summary>
/// <param name="Type">The element's type on the wire.</param>
/// <param name="Property">The property's name.</param>
/// <param name="Reason">Why clients take it all the same.</param>
internal sealed record CardAllowance(string Type, string Property, string Reason)
{
    public static IReadOnlyList<CardAllowance> All { get; } =
    [
        new("AdaptiveCard", "msteams", "Teams' own: width, entities; other clients ignore it."),
        new("Input.ChoiceSet", "choices.data", "Of version 1.6; Teams searches people and data with it in cards of earlier versions too."),
    ];
}
