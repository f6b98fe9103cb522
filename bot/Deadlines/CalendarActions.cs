using System.Globalization;
using AdaptiveCards;
using Insek.Office.Bot.Actions;
using Insek.Office.Bot.Addin;
using Insek.Office.Bot.Api;
using Insek.Office.Bot.Cards;
using Insek.Office.Bot.Teams;
using Insek.Office.Contracts;
using Microsoft.Extensions.Options;

namespace Insek.Office.Bot.Deadlines;

/// <summary>Handles <c>calendar.show</c>: whether the person has a calendar address.</summary>
internal sealed class ShowCalendar(DeadlinesApi api, InvokeBudget budget) : ICardAction
{
    public string Verb => DeadlineVerbs.ShowCalendar;

    public Task<CardReply> HandleAsync(CardActionContext context, CancellationToken cancellationToken) => budget.AnswerAsync(
        context.Culture,
        async token => context.Place.Kind is not PlaceKind.Personal ? new CardReply.Message(DeadlineTexts.All["personal.only", context.Culture])
            : (await api.CalendarAsync(context.Actor.Call, token)).TryGet(out var link, out var problem) ? CalendarCard.State(link, context.Culture, notice: null)
            : new CardReply.Message(DeadlineTexts.Refusal(problem, context.Culture)),
        cancellationToken);
}

/// <summary>Handles <c>calendar.new</c>: makes an address and shows it, in the personal chat only; it is a secret. It is at the API as people's own programs reach it.</summary>
internal sealed class RenewCalendar(DeadlinesApi api, InvokeBudget budget, IOptions<AddinOptions> addin, IOptions<ApiOptions> options) : ICardAction
{
    public string Verb => DeadlineVerbs.RenewCalendar;

    public Task<CardReply> HandleAsync(CardActionContext context, CancellationToken cancellationToken) => budget.AnswerAsync(
        context.Culture,
        async token => context.Place.Kind is not PlaceKind.Personal ? new CardReply.Message(DeadlineTexts.All["personal.only", context.Culture])
            : (await api.RenewCalendarAsync(context.Actor.Call, token)).TryGet(out var link, out var problem) ? CalendarCard.Made(link, addin.Value.Api ?? options.Value.BaseAddress, context.Culture)
            : new CardReply.Message(DeadlineTexts.Refusal(problem, context.Culture)),
        () => new CardReply.Message(DeadlineTexts.All["slow.change", context.Culture]),
        cancellationToken);
}

/// <summary>Handles <c>calendar.end</c>.</summary>
internal sealed class RevokeCalendar(DeadlinesApi api, InvokeBudget budget) : ICardAction
{
    public string Verb => DeadlineVerbs.RevokeCalendar;

    public Task<CardReply> HandleAsync(CardActionContext context, CancellationToken cancellationToken) => budget.AnswerAsync(
        context.Culture,
        async token => (await api.RevokeCalendarAsync(context.Actor.Call, token)).TryGet(out _, out var problem)
            ? CalendarCard.State(new CalendarLinkView(), context.Culture, DeadlineTexts.All["calendar.revoked", context.Culture])
            : new CardReply.Message(DeadlineTexts.Refusal(problem, context.Culture)),
        () => new CardReply.Message(DeadlineTexts.All["slow.change", context.Culture]),
        cancellationToken);
}

/// <summary>The card of a person's calendar address.</summary>
internal static class CalendarCard
{
    private const int MostFeeds = 20;

    private static readonly Dictionary<string, string> _nothing = [];

    /// <summary>Whether there is an address, and what can be done about it.</summary>
    public static CardReply.Card State(CalendarLinkView link, CultureInfo culture, string? notice)
    {
        var texts = DeadlineTexts.All;
        var card = CardFrame.New($"{texts["calendar.title", culture]}. {texts["calendar.text", culture]}", texts["fallback", culture], culture, notice);
        card.Body.Add(CardText.Heading(texts["calendar.title", culture]));
        card.Body.Add(CardText.Paragraph(texts["calendar.text", culture]));
        card.Body.Add(CardText.Paragraph(link.CreatedAt is { } at ? texts.Format("calendar.since", culture, CardText.Instant(at, culture)) : texts["calendar.none", culture]));
        card.Actions.Add(CardButton.Go(texts[link.CreatedAt is null ? "calendar.new" : "calendar.renew", culture], DeadlineVerbs.RenewCalendar, _nothing));
        if (link.CreatedAt is not null)
        {
            card.Actions.Add(CardButton.Go(texts["calendar.revoke", culture], DeadlineVerbs.RevokeCalendar, _nothing));
        }

        return new CardReply.Card(card, texts["calendar.title", culture]);
    }

    /// <summary>The new address, one for each concept. Not said aloud, and shown letter by letter, so that it can be copied.</summary>
    public static CardReply.Card Made(CalendarLinkView link, Uri? api, CultureInfo culture)
    {
        var texts = DeadlineTexts.All;
        var text = texts[link.Feeds.Count == 0 ? "calendar.nothing" : "calendar.made", culture];
        var card = CardFrame.New($"{texts["calendar.made.title", culture]}. {text}", texts["fallback", culture], culture);
        card.Body.Add(CardText.Heading(texts["calendar.made.title", culture]));
        card.Body.Add(CardText.Paragraph(text));
        foreach (var feed in link.Feeds.Take(MostFeeds))
        {
            card.Body.Add(new AdaptiveTextBlock { Text = CardText.Escape(feed.ConceptName), Weight = AdaptiveTextWeight.Bolder, Wrap = true });
            card.Body.Add(new AdaptiveRichTextBlock { Inlines = [new AdaptiveTextRun(api is null ? feed.Path : new Uri(api, feed.Path).AbsoluteUri)], Spacing = AdaptiveSpacing.Small });
        }

        card.Actions.Add(CardButton.Go(texts["calendar.revoke", culture], DeadlineVerbs.RevokeCalendar, _nothing));
        return new CardReply.Card(card, texts["calendar.made.title", culture]);
    }
}
