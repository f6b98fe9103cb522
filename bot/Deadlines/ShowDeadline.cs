using AdaptiveCards;
using Insek.Office.Bot.Actions;
using Insek.Office.Bot.Api;
using Insek.Office.Bot.Cards;
using Insek.Office.Bot.Commands;
using Insek.Office.Bot.Rounds;
using Insek.Office.Contracts;

namespace Insek.Office.Bot.Deadlines;

/// <summary>Handles <c>deadline.show</c>, "Öffnen": one deadline with all that is known of it, and the way to what it comes from.</summary>
internal sealed class ShowDeadline(DeadlineDesk desk, DeadlinesApi api) : ICardAction
{
    public string Verb => DeadlineVerbs.Show;

    public Task<CardReply> HandleAsync(CardActionContext context, CancellationToken cancellationToken) => DeadlineName.Read(context) is { } name
        ? desk.AnswerAsync(
            context,
            isChange: false,
            async token => (await api.FindAsync(name, context.Actor.Call, token)).TryGet(out var deadline, out var problem)
                ? Card(deadline, DeadlineOrigin.Read(context), context.Culture)
                : await desk.BackAsync(context, DeadlineTexts.Refusal(problem, context.Culture), token),
            cancellationToken)
        : Task.FromResult<CardReply>(new CardReply.Message(DeadlineTexts.All["unreadable", context.Culture]));

    private static CardReply.Card Card(DeadlineView deadline, DeadlineOrigin origin, System.Globalization.CultureInfo culture)
    {
        var card = DeadlineCard.Of(deadline, origin, culture);
        return new CardReply.Card(card, card.Speak ?? string.Empty);
    }
}

/// <summary>Handles <c>deadline.list</c>: a list, or another page of it.</summary>
internal sealed class ShowDeadlines(DeadlineDesk desk) : ICardAction
{
    public string Verb => DeadlineVerbs.List;

    public Task<CardReply> HandleAsync(CardActionContext context, CancellationToken cancellationToken) =>
        desk.AnswerAsync(context, isChange: false, token => desk.BackAsync(context, notice: null, token), cancellationToken);
}

/// <summary>The card of one deadline.</summary>
internal static class DeadlineCard
{
    private const int LongestText = 500;

    public static AdaptiveCard Of(DeadlineView deadline, DeadlineOrigin origin, System.Globalization.CultureInfo culture)
    {
        var texts = DeadlineTexts.All;
        var state = deadline.State == "open" ? DeadlineTexts.When(deadline, culture) : DeadlineTexts.Settled(deadline, culture);
        var card = CardFrame.New($"{DeadlineQuestions.Title(deadline)}. {state}", texts["fallback", culture], culture);
        card.Body.Add(CardText.Heading(CardText.Short(deadline.Title, LongestText)));
        card.Body.Add(CardText.Paragraph(state));
        card.Body.Add(new AdaptiveFactSet { Facts = [.. Facts(deadline, culture).Select(fact => new AdaptiveFact(texts[$"fact.{fact.Name}", culture], CardText.Escape(fact.Value)))] });
        card.Body.AddRange(DeadlineRows.Rows(Buttons(deadline, origin, culture)));
        return card;
    }

    private static IEnumerable<(string Name, string Value)> Facts(DeadlineView deadline, System.Globalization.CultureInfo culture)
    {
        var texts = DeadlineTexts.All;
        yield return ("concept", deadline.ConceptName);
        yield return ("kind", DeadlineTexts.Kind(deadline, culture));
        yield return ("due", DeadlineTexts.Due(deadline, culture));
        if (deadline.MovedFrom is { } from)
        {
            yield return ("movedFrom", CardText.Day(from, culture));
        }

        if (DeadlineTexts.Owners(deadline, culture) is { } owners)
        {
            yield return ("owners", owners);
        }

        if (deadline is { Office: { Length: > 0 } office, Owners.Count: > 0 })
        {
            yield return ("office", CardText.Short(office, LongestText));
        }

        if (deadline.Round is { } round)
        {
            yield return ("votes", $"{texts.Count("round.standing", round.Voted, culture, round.Electorate)}; {texts[round.HasQuorum ? "round.quorum" : "round.noQuorum", culture]}");
        }

        if (deadline.Reason is { Length: > 0 } reason)
        {
            yield return ("reason", CardText.Short(reason, LongestText));
        }

        if (deadline.NextReminder is { } next)
        {
            yield return ("next", CardText.Instant(next, culture));
        }

        if (deadline.Mandatory)
        {
            yield return ("mandatory", texts["mandatory", culture]);
        }
    }

    private static IEnumerable<AdaptiveAction> Buttons(DeadlineView deadline, DeadlineOrigin origin, System.Globalization.CultureInfo culture)
    {
        var (texts, actions) = (DeadlineTexts.All, deadline.Actions);
        if (deadline.Source is { Kind: "round", Id: { } round })
        {
            yield return CardButton.Go(texts["open.round", culture], RoundVerbs.Show, new RoundName(deadline.Concept, round).Data());
        }

        if (actions.Done)
        {
            yield return CardButton.Go(texts["done", culture], DeadlineVerbs.Complete, DeadlineRows.Changing(deadline, origin));
        }

        if (deadline.Source is { Kind: "measure", Id: { } measure })
        {
            yield return CardButton.Go(texts["open.measure", culture], RunCommand.Name, new Dictionary<string, string> { ["command"] = $"maßnahme {measure}", [RoundName.ConceptField] = deadline.Concept });
        }

        if (actions.Move)
        {
            yield return CardButton.Go(texts[deadline.Kind == "roundDue" ? "extend" : "move", culture], DeadlineVerbs.Move, DeadlineRows.Naming(deadline, origin));
        }

        if (actions.HandOver)
        {
            yield return CardButton.Go(texts["handOver", culture], DeadlineVerbs.HandOver, DeadlineRows.Naming(deadline, origin));
        }

        if (actions.Waive)
        {
            yield return CardButton.Go(texts["waive", culture], DeadlineVerbs.Waive, DeadlineRows.Naming(deadline, origin));
        }

        if (actions.Reopen)
        {
            yield return CardButton.Go(texts["reopen", culture], DeadlineVerbs.Reopen, DeadlineRows.Changing(deadline, origin));
        }

        yield return CardButton.Go(texts["back", culture], DeadlineVerbs.List, origin.Data());
    }
}
