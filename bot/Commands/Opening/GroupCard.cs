using System.Globalization;
using AdaptiveCards;
using Insek.Office.Bot.Cards;
using Insek.Office.Contracts;
using Newtonsoft.Json.Linq;

namespace Insek.Office.Bot.Commands.Opening;

/// <summary>Asks whose round it is to be.</summary>
internal static class GroupCard
{
    public static AdaptiveCard For(ConceptSummary concept, IReadOnlyList<GroupView> groups, CultureInfo culture)
    {
        var card = CommandCard.Of(
            OpeningTexts.Get("title", culture),
            OpeningTexts.Get("group.ask", culture),
            culture,
            CardText.Line(concept.Title, isSubtle: true),
            new AdaptiveChoiceSetInput
            {
                Id = "group",
                Label = OpeningTexts.Get("group.label", culture),
                Placeholder = OpeningTexts.Get("group.choose", culture),
                Choices = [.. groups.Select(group => new AdaptiveChoice { Title = CardText.Short(group.Name, 120), Value = group.Id })],
            });
        card.Actions = [CommandCard.Execute(OpeningTexts.Get("next", culture), StartForm.Name, new JObject { ["concept"] = concept.Id })];
        return card;
    }
}
