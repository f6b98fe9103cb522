using System.Globalization;
using AdaptiveCards;

namespace Insek.Office.Bot.Cards;

/// <summary>What all cards have in common.</summary>
internal static class CardFrame
{
    private const int LongestSpeech = 400;

    /// <summary>An empty card of version 1.5.</summary>
    /// <param name="speech">What a screen reader and a notification say of it, in a sentence or two.</param>
    /// <param name="fallback">What is shown where the client is too old for it.</param>
    /// <param name="culture">Its language.</param>
    /// <param name="notice">What happened since the last card, shown on top; null where nothing did.</param>
    public static AdaptiveCard New(string speech, string fallback, CultureInfo culture, string? notice = null)
    {
        var card = new AdaptiveCard(new AdaptiveSchemaVersion(1, 5))
        {
            Lang = culture.TwoLetterISOLanguageName,
            Speak = CardText.Short(notice is null ? speech : $"{notice} {speech}", LongestSpeech),
            FallbackText = fallback,
        };
        if (notice is not null)
        {
            card.Body.Add(Notice(notice));
        }

        return card;
    }

    private static AdaptiveContainer Notice(string notice) => new()
    {
        Style = AdaptiveContainerStyle.Warning,
        Items = [new AdaptiveTextBlock { Text = CardText.Escape(notice), Wrap = true, Weight = AdaptiveTextWeight.Bolder }],
    };
}
