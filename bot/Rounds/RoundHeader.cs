using System.Globalization;
using AdaptiveCards;
using Insek.Office.Bot.Cards;
using Insek.Office.Contracts;

namespace Insek.Office.Bot.Rounds;

/// <summary>What stands above everything a card says about a round.</summary>
internal static class RoundHeader
{
    /// <summary>The facts while it takes votes: where, who, until when, by which rule, how many have voted.</summary>
    public static AdaptiveFactSet Running(RoundView round, CultureInfo culture) => new()
    {
        Facts =
        [
            Fact("fact.concept", round.ConceptName, culture),
            Fact("fact.group", RoundTexts.Group(round, culture), culture),
            Fact("fact.due", CardText.Instant(round.Due, culture), culture),
            Fact("fact.rule", RoundTexts.Rule(round, culture), culture),
            Fact("fact.progress", RoundTexts.Progress(round, culture), culture),
        ],
    };

    /// <summary>The facts after it has ended: where, who, when and why, by which rule, how many voted.</summary>
    public static AdaptiveFactSet Ended(RoundView round, CultureInfo culture)
    {
        var facts = new AdaptiveFactSet
        {
            Facts = [Fact("fact.concept", round.ConceptName, culture), Fact("fact.group", RoundTexts.Group(round, culture), culture)],
        };
        if (round.EndedAt is { } at)
        {
            facts.Facts.Add(Fact("fact.ended", CardText.Instant(at, culture), culture));
        }

        if (Cause(round, culture) is { } cause)
        {
            facts.Facts.Add(Fact("fact.cause", cause, culture));
        }

        facts.Facts.Add(Fact("fact.rule", RoundTexts.Rule(round, culture), culture));
        facts.Facts.Add(Fact("fact.progress", RoundTexts.Progress(round, culture), culture));
        return facts;
    }

    public static AdaptiveFact Fact(string name, string value, CultureInfo culture) => new(RoundTexts.All[name, culture], CardText.Escape(value));

    private static string? Cause(RoundView round, CultureInfo culture) => round switch
    {
        { ClosedFor: "byChair", EndedBy: { } by } => RoundTexts.All.Format("cause.byChair", culture, by.Name),
        { ClosedFor: { } cause } => RoundTexts.All.Find($"cause.{cause}", culture),
        { EndedBy: { } by } => RoundTexts.All.Format("cause.cancelled", culture, by.Name),
        _ => null,
    };
}
