using System.Globalization;
using AdaptiveCards;
using Insek.Office.Bot.Ballots;
using Insek.Office.Bot.Cards;
using Insek.Office.Bot.Rounds;
using Insek.Office.Contracts;

namespace Insek.Office.Bot.Deadlines;

/// <summary>A round that needs its chair or an administrator, and what they can do about it.</summary>
internal static class EscalationCard
{
    private const int MostNames = 20;

    public static AdaptiveCard Of(EscalationView escalation, CultureInfo culture, string? notice = null)
    {
        var (texts, why) = (DeadlineTexts.All, Why(escalation));
        var card = CardFrame.New(Notification(escalation, culture), texts["fallback", culture], culture, notice);
        card.Body.Add(CardText.Heading(texts.Format($"escalation.{why}.heading", culture, escalation.Round.Title)));
        card.Body.Add(CardText.Paragraph(texts[$"escalation.{why}.text", culture]));
        card.Body.Add(new AdaptiveFactSet
        {
            Facts =
            [
                Fact("concept", escalation.ConceptName),
                Fact("group", escalation.Round.GroupName),
                Fact("due", CardText.Instant(escalation.Round.Due, culture)),
                Fact("votes", RoundStandings.Say(escalation.Standing, culture)),
            ],
        });
        if (escalation.Missing.Count > 0 && why != "settled")
        {
            card.Body.Add(CardText.Paragraph(texts.Format("escalation.missing", culture, DeadlineTexts.Names(escalation.Missing, MostNames, culture))));
        }

        card.Body.AddRange(DeadlineRows.Rows(Buttons(escalation, culture)));
        return card;

        AdaptiveFact Fact(string name, string value) => new(texts[$"fact.{name}", culture], CardText.Escape(value));
    }

    /// <summary>One sentence that says which round, and why.</summary>
    public static string Notification(EscalationView escalation, CultureInfo culture) =>
        $"{DeadlineTexts.All.Format($"escalation.{Why(escalation)}.heading", culture, CardText.Short(escalation.Round.Title, 120))}. {RoundStandings.Say(escalation.Standing, culture)}.";

    private static string Why(EscalationView escalation) => escalation.Why is "noQuorum" or "overdue" ? escalation.Why : "settled";

    private static IEnumerable<AdaptiveAction> Buttons(EscalationView escalation, CultureInfo culture)
    {
        var (texts, data) = (DeadlineTexts.All, new RoundName(escalation.Concept, escalation.Round.Id).Data());
        if (escalation.MayManage)
        {
            // The question comes with the proposal filled in.
            yield return CardButton.Go(
                texts["escalation.extend", culture],
                RoundVerbs.Extend,
                data.With(RoundVerbs.DateInput, CardText.DateValue(escalation.ProposedDue)).With(RoundVerbs.TimeInput, CardText.TimeValue(escalation.ProposedDue)));
            if (escalation.Missing.Count > 0)
            {
                yield return CardButton.Go(texts["escalation.remind", culture], DeadlineVerbs.Remind, data);
                yield return CardButton.Go(texts["escalation.deputy", culture], DeadlineVerbs.AskDeputy, data);
            }
        }

        yield return CardButton.Go(texts["open.round", culture], RoundVerbs.Show, data);
    }
}
