using System.Globalization;
using AdaptiveCards;
using Insek.Office.Bot.Api;
using Insek.Office.Bot.Ballots;
using Insek.Office.Bot.Cards;
using Insek.Office.Bot.Rounds;
using Insek.Office.Bot.Teams;
using Insek.Office.Contracts;
using Insek.Office.Domain;
using Microsoft.Extensions.Options;

namespace Insek.Office.Bot.Notices;

/// <summary>Renders a leased notice from the state at this moment: a notice names its subject and carries nothing of it.</summary>
internal sealed class NoticeCards(RoundsApi rounds, ReminderCards reminders, Roster roster, IOptions<LanguageOptions> languages)
{
    private const int LongestTitle = 200;

    private CultureInfo Culture => languages.Value.For(null);

    /// <summary>The card to show.</summary>
    /// <returns>The card; null where there is nothing to show any more.</returns>
    /// <exception cref="ApiUnavailableException">The state cannot be read now.</exception>
    public async Task<RenderedNotice?> RenderAsync(NoticeView notice, CancellationToken cancellationToken)
    {
        if (notice.Kind is not ("roundCard" or "ballotCard" or "itemWithdrawn"))
        {
            return await reminders.RenderAsync(notice, Culture, cancellationToken);
        }

        if (notice.Round is not { } id || !Identifier.IsValid(id) || !Identifier.IsValid(notice.Concept))
        {
            return null;
        }

        var name = new RoundName(notice.Concept, id);
        return notice switch
        {
            { Kind: "roundCard" } => await RoundAsync(name, notice.Conversation, cancellationToken),
            { Kind: "ballotCard", Member: { } member } => await BallotAsync(new BallotName(name, member.Id), cancellationToken),
            { Kind: "itemWithdrawn", Member: { } member, Item: { } item } => await WithdrawnAsync(name, member, item, cancellationToken),
            _ => null,
        };
    }

    /// <summary>What the API answered; null where there is nothing to show to the recipient any more.</summary>
    /// <exception cref="ApiUnavailableException">Everything else.</exception>
    public static T? Known<T>(ApiAnswer<T> answer)
        where T : class
    {
        if (answer.TryGet(out var value, out var problem))
        {
            return value;
        }

        // Gone, or not this person's any more: there is nothing to show. Everything else is trouble, which is tried again and then reported.
        return problem.Status is 403 or 404 ? null : throw new ApiUnavailableException($"A notice cannot be rendered: {problem.Code}") { Status = problem.Status, Code = problem.Code };
    }

    private async Task<RenderedNotice?> RoundAsync(RoundName name, ConversationDocument? conversation, CancellationToken cancellationToken)
    {
        if (Known(await rounds.FindAsync(name, ApiCall.AsBot, cancellationToken)) is not { } round)
        {
            return null;
        }

        // Who may vote sees the own state by itself, as far as Teams allows; a card that asks nothing any more is the same for all.
        var voters = round.IsOpen() && conversation is not null
            ? await roster.AmongAsync(conversation, [.. round.Electorate.Take(RoundCard.MostRefreshed).Select(member => member.Id)], cancellationToken)
            : [];
        return new RenderedNotice(RoundCard.Shared(round, Culture, voters), RoundTexts.Summary(round, Culture));
    }

    private async Task<RenderedNotice?> BallotAsync(BallotName name, CancellationToken cancellationToken)
    {
        var member = new MemberId(name.For);
        var (reading, ballotReading) = (rounds.FindAsync(name.Round, new ApiCall(member), cancellationToken), rounds.FindBallotAsync(name, new ApiCall(member), cancellationToken));
        await Task.WhenAll(reading, ballotReading);
        if (Known(await reading) is not { } round || Known(await ballotReading) is not { Removed: false } ballot)
        {
            return null;
        }

        // Where the person has begun to change a vote, the card shows how far: an update must not take the step away on which somebody stands.
        var current = new BallotState(round, ballot, member, Culture).Current();
        return new RenderedNotice(current.Content, current.Summary);
    }

    private async Task<RenderedNotice?> WithdrawnAsync(RoundName name, MemberView member, string itemId, CancellationToken cancellationToken) =>
        Known(await rounds.FindAsync(name, ApiCall.AsBot, cancellationToken)) is { } round && round.Items.FirstOrDefault(item => item.Id == itemId) is { Withdrawn: true } item
            ? new RenderedNotice(Withdrawn(round, member, item), RoundTexts.All.Format("itemWithdrawn.summary", Culture, CardText.Short(item.Title, LongestTitle)))
            : null;

    private AdaptiveCard Withdrawn(RoundView round, MemberView member, BallotItemView item)
    {
        var (texts, culture) = (RoundTexts.All, Culture);
        var text = texts.Format("itemWithdrawn.text", culture, CardText.Short($"{RoundTexts.Number(item, culture)} {item.Title}", 2 * LongestTitle), round.Title);
        var card = CardFrame.New($"{texts["itemWithdrawn.heading", culture]}. {text}", texts["fallback", culture], culture);
        card.Body.Add(CardText.Heading(texts["itemWithdrawn.heading", culture]));
        card.Body.Add(CardText.Paragraph(text));
        card.Body.Add(CardText.Paragraph(texts["itemWithdrawn.todo", culture]));
        card.Actions.Add(CardButton.Go(texts["itemWithdrawn.show", culture], BallotVerbs.Show, new BallotName(RoundName.Of(round), member.Id).Data()));
        return card;
    }
}

/// <summary>A notice as a card.</summary>
/// <param name="Card">The card.</param>
/// <param name="Summary">What a notification and a screen reader say of it.</param>
internal sealed record RenderedNotice(AdaptiveCard Card, string Summary);
