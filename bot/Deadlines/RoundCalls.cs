using System.Globalization;
using AdaptiveCards;
using Insek.Office.Bot.Ballots;
using Insek.Office.Bot.Cards;
using Insek.Office.Bot.Rounds;
using Insek.Office.Contracts;

namespace Insek.Office.Bot.Deadlines;

/// <summary>Cards about a round that somebody is told of in a personal chat: that a vote is missing, or that the round waits.</summary>
internal static class RoundCalls
{
    /// <summary>That the chair asks for a vote; once it is cast, or the round has ended, that it asks for nothing any more.</summary>
    public static AdaptiveCard Reminder(RoundView round, BallotView ballot, CultureInfo culture)
    {
        var texts = DeadlineTexts.All;
        var card = CardFrame.New(ReminderSays(round, ballot, culture), texts["fallback", culture], culture);
        card.Body.Add(CardText.Heading(texts.Format($"reminder.{State(round, ballot)}.heading", culture, round.Title)));
        card.Body.Add(CardText.Paragraph(texts[$"reminder.{State(round, ballot)}.text", culture]));
        card.Body.Add(round.IsOpen() || round.IsPaused() ? RoundHeader.Running(round, culture) : RoundHeader.Ended(round, culture));
        var name = new BallotName(RoundName.Of(round), ballot.For.Id);
        card.Actions.Add(CardButton.Execute(texts[State(round, ballot) == "missing" ? "vote" : "open.ballot", culture], BallotVerbs.Show, name.Data(), isPrimary: State(round, ballot) == "missing"));
        return card;
    }

    public static string ReminderSays(RoundView round, BallotView ballot, CultureInfo culture) =>
        DeadlineTexts.All.Format($"reminder.{State(round, ballot)}.says", culture, CardText.Short(round.Title, 120), CardText.Instant(round.Due, culture));

    /// <summary>That the round waits: why, and what brings it on; once it goes on, that it does.</summary>
    public static AdaptiveCard Paused(RoundView round, CultureInfo culture)
    {
        var (texts, why) = (DeadlineTexts.All, Waits(round));
        var card = CardFrame.New(PausedSays(round, culture), texts["fallback", culture], culture);
        card.Body.Add(CardText.Heading(texts.Format(why == "goesOn" ? "paused.goesOn.heading" : "paused.heading", culture, round.Title)));
        card.Body.Add(CardText.Paragraph(texts.Format($"paused.{why}", culture, round.GroupName)));
        if (why != "goesOn")
        {
            card.Body.Add(CardText.Paragraph(texts.Format($"paused.{why}.todo", culture, round.GroupName)));
        }

        var facts = new AdaptiveFactSet { Facts = [RoundHeader.Fact("fact.concept", round.ConceptName, culture), RoundHeader.Fact("fact.group", RoundTexts.Group(round, culture), culture)] };
        if (round.PausedAt is { } since && why != "goesOn")
        {
            facts.Facts.Add(new AdaptiveFact(texts["fact.since", culture], CardText.Escape(CardText.Instant(since, culture))));
        }

        facts.Facts.Add(RoundHeader.Fact("fact.due", CardText.Instant(round.Due, culture), culture));
        card.Body.Add(facts);
        card.Actions.Add(CardButton.Go(texts["open.round", culture], RoundVerbs.Show, RoundName.Of(round).Data()));
        return card;
    }

    public static string PausedSays(RoundView round, CultureInfo culture)
    {
        var why = Waits(round);
        return $"{DeadlineTexts.All.Format(why == "goesOn" ? "paused.goesOn.heading" : "paused.heading", culture, CardText.Short(round.Title, 120))}. {DeadlineTexts.All.Format($"paused.{why}", culture, round.GroupName)}";
    }

    private static string State(RoundView round, BallotView ballot) => round.IsPaused() ? "paused" : !round.IsOpen() ? "ended" : ballot.CastAt is not null ? "cast" : "missing";

    private static string Waits(RoundView round) => round.PausedFor is "groupEmpty" or "groupGone" or "noSteeringGroup" ? round.PausedFor : "goesOn";
}
