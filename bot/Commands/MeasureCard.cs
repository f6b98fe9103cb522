using System.Globalization;
using AdaptiveCards;
using Insek.Office.Bot.Cards;
using Insek.Office.Bot.Search;
using Newtonsoft.Json.Linq;

namespace Insek.Office.Bot.Commands;

/// <summary>A measure as it stands.</summary>
internal static class MeasureCard
{
    private const int MaxDescription = 1_000;

    /// <param name="entry">The measure.</param>
    /// <param name="withButtons">Whether the bot is there to answer buttons: it is not where somebody posts the card from a search.</param>
    /// <param name="culture">The language.</param>
    public static AdaptiveCard For(MeasureEntry entry, bool withButtons, CultureInfo culture)
    {
        var measure = entry.Measure;
        var state = CommandTexts.Word("state", measure.State ?? "draft", culture);
        var card = CommandCard.Of(entry.Title, CommandTexts.Format("measure.summary", culture, entry.Number, entry.Title, state), culture, Body(entry, state, culture));
        if (withButtons && measure.Round is { } round)
        {
            card.Actions = [CommandCard.ExecuteAlone(CommandTexts.Get("measure.round", culture), "round.show", new JObject { ["concept"] = entry.Concept.Id, ["round"] = round })];
        }

        return card;
    }

    private static IEnumerable<AdaptiveElement> Body(MeasureEntry entry, string state, CultureInfo culture)
    {
        var measure = entry.Measure;
        if (entry.Concept.Title is { } concept)
        {
            yield return CardText.Line(concept, isSubtle: true);
        }

        if (measure.IsKeyMeasure)
        {
            yield return CardText.Line(CommandTexts.Get("measure.key", culture));
        }

        if (measure.Description is { Length: > 0 } description)
        {
            yield return CardText.Paragraph(description.Length > MaxDescription ? CardText.Short(description, MaxDescription) : description);
        }

        yield return new AdaptiveFactSet { Facts = [.. Facts(entry, state, culture)] };
        if (measure.Round is not null)
        {
            yield return CardText.Line(CommandTexts.Get("measure.inRound", culture));
        }

        if (measure.Source == "generated")
        {
            yield return CardText.Line(CommandTexts.Get("measure.generated", culture), isSubtle: true);
        }
    }

    private static IEnumerable<AdaptiveFact> Facts(MeasureEntry entry, string state, CultureInfo culture)
    {
        var measure = entry.Measure;
        yield return Fact("measure.number", entry.Number);
        yield return Fact("measure.state", state);
        if (entry.Sector?.Name is { } sector)
        {
            yield return Fact("measure.sector", sector);
        }

        if (entry.Goal is { } goal)
        {
            yield return Fact("measure.goal", string.Create(culture, $"{goal.Number} {goal.Title}"));
        }

        yield return Fact("measure.areas", entry.Areas.Count == 0
            ? CommandTexts.Get("measure.wholeTown", culture)
            : string.Join(", ", entry.Areas.Select(area => string.Join(' ', new[] { area.Code, area.Name }.Where(part => part is { Length: > 0 }).Distinct()))));
        if (measure.Owner is { Length: > 0 } owner)
        {
            yield return Fact("measure.owner", measure.Deputy is { Length: > 0 } deputy ? CommandTexts.Format("measure.ownerDeputy", culture, owner, deputy) : owner);
        }

        if (measure.Horizon is { } horizon)
        {
            yield return Fact("measure.horizon", CommandTexts.Word("horizon", horizon, culture));
        }

        if (measure.Due is { } due)
        {
            // A number and a point would be escaped as the beginning of a list, which facts do not have.
            yield return new AdaptiveFact(CommandTexts.Get("measure.due", culture), due.ToString(culture.TwoLetterISOLanguageName == "de" ? "dd.MM.yyyy" : "dd MMM yyyy", culture));
        }

        yield return Fact("measure.progress", CommandTexts.Format("measure.percent", culture, measure.Progress));
        if (measure.NextStep is { Length: > 0 } next)
        {
            yield return Fact("measure.next", next);
        }

        yield return Fact("measure.revision", CommandTexts.Format("measure.revisionAt", culture, measure.Revision, CardText.Day(measure.ChangedAt, culture)));

        AdaptiveFact Fact(string name, string value) => new(CommandTexts.Get(name, culture), CardText.Escape(value));
    }
}
