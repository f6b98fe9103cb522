using System.Globalization;
using AdaptiveCards;
using Insek.Office.Bot.Actions;
using Insek.Office.Bot.Api;
using Insek.Office.Bot.Cards;
using Insek.Office.Bot.Commands;
using Insek.Office.Bot.Teams;
using Insek.Office.Contracts;

namespace Insek.Office.Bot.Deadlines;

/// <summary><c>stellvertretung</c>: who votes in one's name and when, and naming or ending that.</summary>
internal sealed class DeputyCommand(DeputyDesk desk) : ICommand
{
    public IReadOnlyList<string> Words => ["stellvertretung", "deputy", "vertretung", "deputies", "stellvertreter", "stellvertreterin", "urlaub"];

    public Task<CardReply> HandleAsync(CommandContext context, CancellationToken cancellationToken) => context.Place.Kind is PlaceKind.Personal
        ? desk.ShowAsync(new DeputyEntry(context.Actor, context.Culture), notice: null, cancellationToken)
        : Task.FromResult<CardReply>(new CardReply.Message(DeadlineTexts.All["personal.only", context.Culture]));
}

/// <summary>Who asks, and what was entered.</summary>
internal sealed record DeputyEntry(Actor Actor, CultureInfo Culture, string? Person = null, string? From = null, string? Until = null)
{
    public static DeputyEntry Of(CardActionContext context) => new(
        context.Actor, context.Culture, context.Text(DeadlineVerbs.PersonInput), context.Text(DeadlineVerbs.FromInput), context.Text(DeadlineVerbs.UntilInput));
}

/// <summary>Shows one's deputies, with the form to name another.</summary>
internal sealed class DeputyDesk(DeadlinesApi api, PeoplePicker people, TimeProvider clock)
{
    private const int MostPeriods = 12;

    public async Task<CardReply> ShowAsync(DeputyEntry entry, string? notice, CancellationToken cancellationToken)
    {
        var call = entry.Actor.Call;
        var (meeting, reading) = (api.MeAsync(entry.Actor, cancellationToken), api.DeputiesAsync(call, cancellationToken));
        await Task.WhenAll(meeting, reading);
        if (!(await meeting).TryGet(out var me, out var problem) || !(await reading).TryGet(out var deputies, out problem))
        {
            return new CardReply.Message(notice ?? DeadlineTexts.Refusal(problem, entry.Culture));
        }

        var card = Card(deputies, await people.AroundAsync(me, call, cancellationToken), entry, notice);
        return new CardReply.Card(card, card.Speak ?? string.Empty);
    }

    private static AdaptiveContainer Period(DeputyView period, CultureInfo culture)
    {
        var texts = DeadlineTexts.All;
        var button = CardButton.Go(texts["deputy.end", culture], DeadlineVerbs.EndDeputy, new Dictionary<string, string> { [DeadlineVerbs.PeriodField] = period.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) });
        button.Tooltip = DeadlineTexts.Name(period.Deputy, culture);
        return new AdaptiveContainer
        {
            Separator = true,
            Spacing = AdaptiveSpacing.Medium,
            Items =
            [
                new AdaptiveTextBlock { Text = CardText.Escape(DeadlineTexts.Name(period.Deputy, culture)), Weight = AdaptiveTextWeight.Bolder, Wrap = true },
                CardText.Line(Span(period, culture)),
                new AdaptiveActionSet { Spacing = AdaptiveSpacing.Small, Actions = [button] },
            ],
        };
    }

    private static string Span(DeputyView period, CultureInfo culture) => DeadlineTexts.All.Format(
        period.Active ? "deputy.span.active" : "deputy.span", culture, CardText.Day(period.From, culture), CardText.Day(period.Until, culture));

    private AdaptiveCard Card(DeputiesView deputies, IReadOnlyList<MemberView> members, DeputyEntry entry, string? notice)
    {
        var (texts, culture) = (DeadlineTexts.All, entry.Culture);
        var summary = deputies.Deputies.Count == 0 ? texts["deputy.none", culture] : texts.Count("deputy.count", deputies.Deputies.Count, culture);
        var card = CardFrame.New($"{texts["deputy.title", culture]}. {summary}", texts["fallback", culture], culture, notice);
        card.Body.Add(CardText.Heading(texts["deputy.title", culture]));
        card.Body.Add(CardText.Paragraph(summary));
        card.Body.AddRange(deputies.Deputies.Take(MostPeriods).Select(period => Period(period, culture)));
        if (deputies.StandsInFor.Count > 0)
        {
            card.Body.Add(CardText.Section(texts["deputy.standsIn", culture]));
            card.Body.AddRange(deputies.StandsInFor.Take(MostPeriods).Select(period => CardText.Line($"{DeadlineTexts.Name(period.Member, culture)}: {Span(period, culture)}")));
        }

        card.Body.Add(CardText.Section(texts["deputy.new", culture]));
        card.Body.Add(people.Input(DeadlineVerbs.PersonInput, texts["deputy.person", culture], members, entry.Person, culture));
        card.Body.Add(DeputyPeriod.From(entry.From ?? CardText.DateValue(clock.GetUtcNow()), culture));
        card.Body.Add(DeputyPeriod.Until(entry.Until, culture));
        card.Body.Add(CardText.Paragraph(texts["deputy.hint", culture], isSubtle: true));
        card.Actions.Add(CardButton.Execute(texts["deputy.do", culture], DeadlineVerbs.NameDeputy, new Dictionary<string, string>(), isPrimary: true));
        return card;
    }
}

/// <summary>Handles <c>deputy.save</c>. The period that begins on the same day is replaced, so that clicking twice names one.</summary>
internal sealed class SaveDeputy(DeputyDesk desk, DeadlinesApi api, InvokeBudget budget, TimeProvider clock) : ICardAction
{
    public string Verb => DeadlineVerbs.NameDeputy;

    public Task<CardReply> HandleAsync(CardActionContext context, CancellationToken cancellationToken) => budget.AnswerAsync(
        context.Culture,
        async token =>
        {
            var (texts, entry) = (DeadlineTexts.All, DeputyEntry.Of(context));
            var (deputy, wrong) = DeputyPeriod.Read(context, clock);
            if (deputy is null)
            {
                return await desk.ShowAsync(entry, texts[wrong!, context.Culture], token);
            }

            return (await api.NameDeputyAsync(member: null, deputy, context.Actor.Call, token)).TryGet(out _, out var problem)
                ? await desk.ShowAsync(new DeputyEntry(context.Actor, context.Culture), texts["deputy.said", context.Culture], token)
                : await desk.ShowAsync(entry, DeadlineTexts.Refusal(problem, context.Culture), token);
        },
        () => new CardReply.Message(DeadlineTexts.All["slow.change", context.Culture]),
        cancellationToken);
}

/// <summary>Handles <c>deputy.end</c>.</summary>
internal sealed class EndDeputy(DeputyDesk desk, DeadlinesApi api, InvokeBudget budget) : ICardAction
{
    public string Verb => DeadlineVerbs.EndDeputy;

    public Task<CardReply> HandleAsync(CardActionContext context, CancellationToken cancellationToken) => CardText.ReadDay(context.Text(DeadlineVerbs.PeriodField)) is { } from
        ? budget.AnswerAsync(
            context.Culture,
            async token =>
            {
                var ended = await api.EndDeputyAsync(from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), context.Actor.Call, token);
                var sentence = ended.TryGet(out _, out var problem) ? DeadlineTexts.All["deputy.ended", context.Culture] : DeadlineTexts.Refusal(problem, context.Culture);
                return await desk.ShowAsync(new DeputyEntry(context.Actor, context.Culture), sentence, token);
            },
            () => new CardReply.Message(DeadlineTexts.All["slow.change", context.Culture]),
            cancellationToken)
        : Task.FromResult<CardReply>(new CardReply.Message(DeadlineTexts.All["unreadable", context.Culture]));
}
