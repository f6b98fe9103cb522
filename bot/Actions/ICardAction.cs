using System.Globalization;
using Insek.Office.Bot.Teams;
using Newtonsoft.Json.Linq;

namespace Insek.Office.Bot.Actions;

/// <summary>Handles one verb of Action.Execute. Registered as a singleton of this type.</summary>
internal interface ICardAction
{
    /// <summary>The verb, for example <c>ballot.cast</c>.</summary>
    string Verb { get; }

    /// <summary>Does what was clicked and answers with the card as it is then.</summary>
    /// <param name="context">Who clicked what, and where.</param>
    /// <param name="cancellationToken">Ends after the time an invoke may take; work that must go on does not listen to it.</param>
    Task<CardReply> HandleAsync(CardActionContext context, CancellationToken cancellationToken);
}

/// <summary>A click.</summary>
/// <param name="Actor">Who clicked.</param>
/// <param name="Place">Where the card is.</param>
/// <param name="Data">What the card carries and what was entered. Everything in it can be forged: it names things and never people who act.</param>
/// <param name="Card">The id of the message that shows the card; null where the channel does not say.</param>
/// <param name="Culture">The language to answer in.</param>
internal sealed record CardActionContext(Actor Actor, Place Place, JObject Data, string? Card, CultureInfo Culture)
{
    /// <summary>A text the card carries or somebody entered; null where there is none. Entered values are always texts.</summary>
    public string? Text(string name) => Data.TryGetValue(name, StringComparison.Ordinal, out var value) && value is JValue { Value: not null } ? value.ToString() : null;

    /// <summary>The values of a multi-select input, which arrive as one text joined by commas.</summary>
    public IReadOnlyList<string> Choices(string name) => Text(name)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}
