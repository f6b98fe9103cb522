using System.Globalization;
using AdaptiveCards;
using Insek.Office.Bot.Cards;
using Insek.Office.Contracts;
using Newtonsoft.Json.Linq;

namespace Insek.Office.Bot.Commands.Opening;

/// <summary>Says that a round was opened.</summary>
internal static class ReceiptCard
{
    public static AdaptiveCard For(RoundView round, DateTimeOffset now, CultureInfo culture)
    {
        var summary = OpeningTexts.Format(
            "receipt.summary",
            culture,
            round.Title,
            CommandTexts.Count("items", culture, round.ItemCount),
            OpeningTexts.Count("members", culture, round.ElectorateCount),
            TimeLeft.Until(round.Due, now, culture));
        var card = CommandCard.Of(
            OpeningTexts.Get("receipt.title", culture), summary, culture, CardText.Paragraph(summary), CardText.Line(OpeningTexts.Get("receipt.next", culture), isSubtle: true));
        card.Actions = [CommandCard.Execute(OpeningTexts.Get("receipt.show", culture), "round.show", new JObject { ["concept"] = round.Concept, ["round"] = round.Id })];
        return card;
    }
}
