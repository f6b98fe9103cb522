using System.Globalization;
using AdaptiveCards;
using Insek.Office.Bot.Actions;
using Insek.Office.Bot.Api;
using Insek.Office.Bot.Cards;
using Insek.Office.Bot.Rounds;
using Insek.Office.Contracts;
using Insek.Office.Domain;

namespace Insek.Office.Bot.Deadlines;

/// <summary>Lays a round that needs somebody before whoever clicked.</summary>
internal sealed class EscalationDesk(DeadlinesApi api, InvokeBudget budget)
{
    /// <summary>Answers in time with what <paramref name="work"/> makes of the round a card names.</summary>
    public Task<CardReply> AnswerAsync(CardActionContext context, bool isChange, Func<RoundName, CancellationToken, Task<CardReply>> work, CancellationToken cancellationToken) => RoundName.Read(context) is { } name
        ? budget.AnswerAsync(context.Culture, token => work(name, token), () => new CardReply.Message(DeadlineTexts.All[isChange ? "slow.change" : "slow", context.Culture]), cancellationToken)
        : Task.FromResult<CardReply>(new CardReply.Message(DeadlineTexts.All["unreadable", context.Culture]));

    /// <summary>The round as it stands now.</summary>
    public async Task<CardReply> CardAsync(RoundName name, CardActionContext context, string? notice, CancellationToken cancellationToken)
    {
        if (!(await api.EscalationAsync(name, context.Actor.Call, cancellationToken)).TryGet(out var escalation, out var problem))
        {
            return new CardReply.Message(notice ?? DeadlineTexts.Refusal(problem, context.Culture));
        }

        var card = EscalationCard.Of(escalation, context.Culture, notice);
        if (DeadlineOrigin.ReadWeek(context) is { } week)
        {
            card.Actions.Add(DeadlineList.ToOverview(week, context.Culture));
        }

        return new CardReply.Card(card, EscalationCard.Notification(escalation, context.Culture));
    }
}

/// <summary>Handles <c>escalation.show</c>.</summary>
internal sealed class ShowEscalation(EscalationDesk desk) : ICardAction
{
    public string Verb => DeadlineVerbs.ShowEscalation;

    public Task<CardReply> HandleAsync(CardActionContext context, CancellationToken cancellationToken) =>
        desk.AnswerAsync(context, isChange: false, (name, token) => desk.CardAsync(name, context, notice: null, token), cancellationToken);
}

/// <summary>Handles <c>escalation.remind</c>: reminds those who have not voted; however often it is clicked, each hears it once a day.</summary>
internal sealed class RemindVoters(EscalationDesk desk, DeadlinesApi api) : ICardAction
{
    private const int MostNames = 10;

    public string Verb => DeadlineVerbs.Remind;

    public Task<CardReply> HandleAsync(CardActionContext context, CancellationToken cancellationToken) => desk.AnswerAsync(
        context,
        isChange: true,
        async (name, token) =>
        {
            var texts = DeadlineTexts.All;
            var sentence = !(await api.RemindAsync(name, context.Actor.Call, token)).TryGet(out var reminded, out var problem) ? Refusal(problem, context.Culture)
                : reminded.Reminded.Count == 0 ? texts["remind.nobody", context.Culture]
                : texts.Format("remind.said", context.Culture, DeadlineTexts.Names(reminded.Reminded, MostNames, context.Culture));
            return await desk.CardAsync(name, context, sentence, token);
        },
        cancellationToken);

    // Of a round it is the group's chair who may.
    private static string Refusal(ApiProblem problem, CultureInfo culture) => Texts.ProblemTexts.For(problem, culture);
}

/// <summary>Handles <c>escalation.deputy</c>: an administrator names a deputy for somebody who has not voted; a chair is told who can.</summary>
internal sealed class NameVotersDeputy(EscalationDesk desk, DeadlinesApi api, PeoplePicker people, TimeProvider clock) : ICardAction
{
    public string Verb => DeadlineVerbs.AskDeputy;

    public Task<CardReply> HandleAsync(CardActionContext context, CancellationToken cancellationToken) =>
        desk.AnswerAsync(context, context.Text(DeadlineVerbs.ConfirmedField) is not null, (name, token) => AnswerAsync(name, context, token), cancellationToken);

    private async Task<CardReply> AnswerAsync(RoundName name, CardActionContext context, CancellationToken cancellationToken)
    {
        var (texts, culture) = (DeadlineTexts.All, context.Culture);
        if (context.Text(DeadlineVerbs.ConfirmedField) is null)
        {
            return (await api.MeAsync(context.Actor, cancellationToken)).TryGet(out var me, out _) && me.IsAdministrator
                ? await AskAsync(name, context, notice: null, cancellationToken)
                : await desk.CardAsync(name, context, texts["deputy.administrators", culture], cancellationToken);
        }

        var (member, period) = (context.Text(DeadlineVerbs.MemberInput), DeputyPeriod.Read(context, clock));
        if (!Identifier.IsValid(member) || period.Problem is not null)
        {
            return await AskAsync(name, context, texts[period.Problem ?? "deputy.member.choose", culture], cancellationToken);
        }

        var named = await api.NameDeputyAsync(member, period.Deputy!, context.Actor.Call, cancellationToken);
        return named.TryGet(out var deputies, out var problem)
            ? await desk.CardAsync(name, context, Said(deputies, period.Deputy!, culture), cancellationToken)
            : await AskAsync(name, context, DeadlineTexts.Refusal(problem, culture), cancellationToken);
    }

    private static string Said(DeputiesView deputies, NameDeputy named, CultureInfo culture) => deputies.Deputies.FirstOrDefault(deputy => deputy.Deputy.Id == named.Deputy && deputy.Until == named.Until) is { } done
        ? DeadlineTexts.All.Format("deputy.saidFor", culture, DeadlineTexts.Name(done.Deputy, culture), DeadlineTexts.Name(done.Member, culture), CardText.Day(done.Until, culture))
        : DeadlineTexts.All["deputy.said", culture];

    private async Task<CardReply> AskAsync(RoundName name, CardActionContext context, string? notice, CancellationToken cancellationToken)
    {
        var (texts, culture) = (DeadlineTexts.All, context.Culture);
        if (!(await api.EscalationAsync(name, context.Actor.Call, cancellationToken)).TryGet(out var escalation, out var problem))
        {
            return new CardReply.Message(DeadlineTexts.Refusal(problem, culture));
        }

        var heading = texts["deputy.heading", culture];
        var card = CardFrame.New($"{heading}: {CardText.Short(escalation.Round.Title, 120)}.", texts["fallback", culture], culture, notice);
        card.Body.Add(CardText.Heading(heading));
        card.Body.Add(CardText.Paragraph(texts.Format("deputy.text", culture, escalation.Round.Title)));
        card.Body.Add(new AdaptiveChoiceSetInput
        {
            Id = DeadlineVerbs.MemberInput,
            Label = texts["deputy.member", culture],
            Placeholder = texts["person.placeholder", culture],
            Value = escalation.Missing is [var only] ? only.Id : escalation.Missing.FirstOrDefault(member => member.Id == context.Text(DeadlineVerbs.MemberInput))?.Id,
            Wrap = true,
            Choices = [.. escalation.Missing.Select(member => new AdaptiveChoice { Title = DeadlineTexts.Name(member, culture), Value = member.Id })],
        });
        card.Body.Add(people.Input(DeadlineVerbs.PersonInput, texts["deputy.person", culture], await people.OfConceptAsync(name.Concept, context.Actor.Call, cancellationToken), context));
        card.Body.Add(DeputyPeriod.Until(context.Text(DeadlineVerbs.UntilInput) ?? CardText.DateValue(escalation.ProposedDue), culture));
        card.Actions.Add(CardButton.Execute(texts["deputy.do", culture], Verb, new Dictionary<string, string>(name.Data()) { [DeadlineVerbs.ConfirmedField] = "1" }, isPrimary: true));
        card.Actions.Add(CardButton.Go(texts["back", culture], DeadlineVerbs.ShowEscalation, name.Data()));
        return new CardReply.Card(card, heading);
    }
}
