using AdaptiveCards;
using Insek.Office.Bot.Api;
using Insek.Office.Contracts;

namespace Insek.Office.Bot.Notices;

/// <summary>Renders a leased notice from the state at this moment.</summary>
internal sealed class NoticeCards(ApiClient api)
{
    /// <summary>The card.</summary>
    /// <returns>Null where there is nothing to show any more.</returns>
    public async Task<RenderedNotice?> RenderAsync(NoticeView notice, CancellationToken cancellationToken)
    {
        var answer = await api.GetAsync($"api/concepts/{notice.Concept}/rounds/{notice.Round}", ContractsJson.Default.RoundView, ApiCall.AsBot, cancellationToken);
        if (!answer.TryGet(out var round, out _))
        {
            return null;
        }

        var card = new AdaptiveCard(new AdaptiveSchemaVersion(1, 5)) { Speak = round.Title, FallbackText = round.Title };
        card.Body.Add(new AdaptiveTextBlock(round.Title) { Wrap = true });
        return new RenderedNotice(card, round.Title);
    }
}

/// <summary>A notice as a card.</summary>
/// <param name="Card">The card.</param>
/// <param name="Summary">What a notification and a screen reader say of it.</param>
internal sealed record RenderedNotice(AdaptiveCard Card, string Summary);
