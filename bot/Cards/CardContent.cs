using AdaptiveCards;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace Insek.Office.Bot.Cards;

/// <summary>Puts cards into activities.</summary>
internal static class CardContent
{
    /// <summary>The card as an attachment. Its content is a plain JSON object: a typed card would be written by whatever serialiser the activity meets.</summary>
    public static Attachment Attach(AdaptiveCard card) => new() { ContentType = AdaptiveCard.ContentType, Content = Json(card) };

    /// <summary>The card as a JSON object; its texts stay texts, even those that look like a date.</summary>
    public static JObject Json(AdaptiveCard card) => JObject.FromObject(card);
}
