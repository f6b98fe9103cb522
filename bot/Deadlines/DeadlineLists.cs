using System.Globalization;
using AdaptiveCards;
using Insek.Office.Bot.Actions;
using Insek.Office.Bot.Api;
using Insek.Office.Bot.Cards;
using Insek.Office.Bot.Search;
using Insek.Office.Contracts;

namespace Insek.Office.Bot.Deadlines;

/// <summary>Makes the card of a list of deadlines as it stands now: a digest, an overview, or an answer to <c>fristen</c>.</summary>
internal sealed class DeadlineLists(DeadlinesApi api)
{
    /// <summary>How well a word must fit one of a title to be meant by it, from 0 to 1.</summary>
    private const double Meant = 0.45;

    /// <summary>The card; or why there is none, where nothing happened before that is to be said.</summary>
    /// <param name="origin">Which list.</param>
    /// <param name="call">Who asks.</param>
    /// <param name="culture">The language.</param>
    /// <param name="notice">What happened before.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<CardReply> ShowAsync(DeadlineOrigin origin, ApiCall call, CultureInfo culture, string? notice, CancellationToken cancellationToken)
    {
        switch (origin.Kind)
        {
            case DeadlineOrigin.DigestKind:
                return (await api.DigestAsync(origin.Key, call, cancellationToken)).TryGet(out var digest, out var problem)
                    ? Reply(DigestCard.Of(digest, origin.Page, culture, notice))
                    : Message(notice, problem, culture);
            case DeadlineOrigin.OverviewKind:
                return (await api.OverviewAsync(origin.Key, call, cancellationToken)).TryGet(out var overview, out problem)
                    ? Reply(OverviewCard.Of(overview, origin.Page, culture, notice))
                    : Message(notice, problem, culture);
            default:
                return await ListAsync(origin, call, culture, notice, cancellationToken);
        }
    }

    private static CardReply.Card Reply(AdaptiveCard card) => new(card, card.Speak ?? string.Empty);

    private static CardReply.Message Message(string? notice, ApiProblem problem, CultureInfo culture) => new(notice ?? DeadlineTexts.Refusal(problem, culture));

    private static string Summary(IReadOnlyList<DeadlineView> shown, int total, CultureInfo culture)
    {
        var texts = DeadlineTexts.All;
        var overdue = shown.Count(deadline => deadline.Overdue);
        var count = total > shown.Count ? texts.Format("list.first", culture, shown.Count, total) : texts.Count("list.count", shown.Count, culture);
        return overdue == 0 ? count : $"{count} {texts.Count("list.overdue", overdue, culture)}";
    }

    private async Task<CardReply> ListAsync(DeadlineOrigin origin, ApiCall call, CultureInfo culture, string? notice, CancellationToken cancellationToken)
    {
        var answer = origin.In is { } concept ? await FoundAsync(concept, DeadlineWish.Read(origin.Key), call, cancellationToken) : await api.MineAsync(call, cancellationToken);
        if (!answer.TryGet(out var found, out var problem))
        {
            return Message(notice, problem, culture);
        }

        var texts = DeadlineTexts.All;
        if (found.Items.Count == 0)
        {
            var nothing = origin.Key.Length == 0 ? texts["list.nothing", culture] : texts.Format("list.nothingFor", culture, CardText.Short(origin.Key, 60));
            return new CardReply.Message(notice is null ? nothing : $"{notice} {nothing}");
        }

        var heading = origin switch
        {
            { In: null } => texts["list.mine", culture],
            { Key.Length: 0 } => texts["list.all", culture],
            _ => texts.Format("list.for", culture, CardText.Short(origin.Key, 60)),
        };
        return Reply(new DeadlineList(heading, Summary(found.Items, found.Total, culture), DeadlineSection.Of(found.Items), origin, origin.In is null ? call.ActingMember?.Value : null).Card(culture, notice));
    }

    // What the API finds letter by letter; where that is nothing, what sounds alike.
    private async Task<ApiAnswer<Page<DeadlineView>>> FoundAsync(string concept, DeadlineWish wish, ApiCall call, CancellationToken cancellationToken)
    {
        const int LongestText = 100;
        var text = string.Join(' ', wish.Words);
        var exact = await api.ListAsync(concept, wish, text.Length <= LongestText ? text : text[..LongestText], call, cancellationToken);
        if (text.Length == 0 || !exact.TryGet(out var found, out _) || found.Items.Count > 0)
        {
            return exact;
        }

        if (!(await api.ListAsync(concept, wish, string.Empty, call, cancellationToken)).TryGet(out var all, out var problem))
        {
            return ApiAnswer<Page<DeadlineView>>.Of(problem);
        }

        var words = Folding.Words(text);
        IReadOnlyList<DeadlineView> alike = [.. all.Items.Where(deadline => words.All(word => Searched(deadline).Any(known => MeasureQuery.Fit(word, known) >= Meant)))];
        return ApiAnswer<Page<DeadlineView>>.Of(all with { Items = alike, Total = alike.Count }, entityTag: null);
    }

    private static IEnumerable<string> Searched(DeadlineView deadline) =>
        deadline.Owners.Select(owner => owner.Name).Append(deadline.Title).Append(deadline.Office).SelectMany(Folding.Words);
}
