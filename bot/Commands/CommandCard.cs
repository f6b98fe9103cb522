using System.Globalization;
using AdaptiveCards;
using Insek.Office.Bot.Actions;
using Insek.Office.Bot.Cards;
using Newtonsoft.Json.Linq;

namespace Insek.Office.Bot.Commands;

/// <summary>What the cards of all commands have in common.</summary>
internal static class CommandCard
{
    /// <summary>A card with its heading.</summary>
    /// <param name="title">The heading.</param>
    /// <param name="summary">What is said aloud, and shown where cards are not.</param>
    /// <param name="culture">The language of its texts.</param>
    /// <param name="body">What follows the heading.</param>
    public static AdaptiveCard Of(string title, string summary, CultureInfo culture, params IEnumerable<AdaptiveElement> body) => new("1.5")
    {
        Lang = culture.TwoLetterISOLanguageName,
        Speak = summary,
        FallbackText = CardText.Escape(summary),
        Body = [CardText.Heading(title), .. body],
    };

    public static CardReply.Card Reply(AdaptiveCard card) => new(card, card.Speak ?? string.Empty);

    /// <summary>A button that calls the bot with the inputs of the card.</summary>
    public static AdaptiveExecuteAction Execute(string title, string verb, JObject data) => new() { Title = title, Verb = verb, Data = data };

    /// <summary>A button that calls the bot without the inputs of the card.</summary>
    public static AdaptiveExecuteAction ExecuteAlone(string title, string verb, JObject data) =>
        new() { Title = title, Verb = verb, Data = data, AssociatedInputs = AdaptiveAssociatedInputs.None };

    /// <summary>The button in the menu behind the others, where the client has one: on a phone there is room for three.</summary>
    public static AdaptiveExecuteAction Secondary(AdaptiveExecuteAction button)
    {
        button.Mode = AdaptiveActionMode.Secondary;
        return button;
    }

    /// <summary>A button that runs a command as if it were typed.</summary>
    public static AdaptiveExecuteAction Run(string title, string command, string? concept = null) => ExecuteAlone(title, RunCommand.Name, Named(command, concept));

    /// <summary>What a button carries that runs a command.</summary>
    public static JObject Named(string command, string? concept)
    {
        var data = new JObject { ["command"] = command };
        if (concept is not null)
        {
            data["concept"] = concept;
        }

        return data;
    }

    /// <summary>A line in bold.</summary>
    public static AdaptiveTextBlock Strong(string text) => new() { Text = CardText.Escape(text), Weight = AdaptiveTextWeight.Bolder, Wrap = true };

    /// <summary>Elements that belong together, set off from the ones before.</summary>
    public static AdaptiveContainer Entry(params IEnumerable<AdaptiveElement> items) => new() { Items = [.. items], Separator = true, Spacing = AdaptiveSpacing.Medium };

    /// <summary>Buttons within the body.</summary>
    public static AdaptiveActionSet Buttons(params IEnumerable<AdaptiveAction> actions) => new() { Actions = [.. actions], Spacing = AdaptiveSpacing.Small };
}
