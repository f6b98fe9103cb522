using AdaptiveCards;

namespace Insek.Office.Bot.Cards;

/// <summary>Buttons of cards.</summary>
internal static class CardButton
{
    /// <summary>A button that sends its verb, its data and what was entered in the card.</summary>
    public static AdaptiveExecuteAction Execute(string title, string verb, IReadOnlyDictionary<string, string> data, bool isPrimary = false) => new()
    {
        Title = title,
        Verb = verb,
        Data = data,
        Style = isPrimary ? "positive" : "default",
    };

    /// <summary>A button that sends its verb and data, and nothing of what was entered.</summary>
    public static AdaptiveExecuteAction Go(string title, string verb, IReadOnlyDictionary<string, string> data)
    {
        var button = Execute(title, verb, data);
        button.AssociatedInputs = AdaptiveAssociatedInputs.None;
        return button;
    }

    /// <summary>A button that shows what is hidden, and hides it again.</summary>
    public static AdaptiveToggleVisibilityAction Toggle(string title, params IEnumerable<string> ids) => new()
    {
        Title = title,
        TargetElements = [.. ids.Select(id => new AdaptiveTargetElement(id))],
    };
}
