using AdaptiveCards;

namespace Insek.Office.Bot.Actions;

/// <summary>What a click on a card, or a command, is answered with.</summary>
internal abstract record CardReply
{
    /// <summary>A card; after a click it takes the place of the one that was clicked, for whoever clicked.</summary>
    /// <param name="Content">The card.</param>
    /// <param name="Summary">What a notification and a screen reader say of it, in one sentence.</param>
    public sealed record Card(AdaptiveCard Content, string Summary) : CardReply;

    /// <summary>A sentence that says what to do; the card stays as it is.</summary>
    public sealed record Message(string Text) : CardReply;
}
