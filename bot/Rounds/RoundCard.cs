using System.Globalization;
using AdaptiveCards;
using Insek.Office.Bot.Ballots;
using Insek.Office.Bot.Cards;
using Insek.Office.Contracts;

namespace Insek.Office.Bot.Rounds;

/// <summary>The card of a round: what is decided, by when and how, how far it is, and in the end what came of it.</summary>
internal static class RoundCard
{
    /// <summary>
    /// The most people for whom Teams refreshes a card by itself (Microsoft Learn, "User Specific Views": up to 60 user ids); all others
    /// see the card as it is in the conversation, and the buttons work for everybody.
    /// </summary>
    public const int MostRefreshed = 60;

    private const int MostNames = 20;

    /// <summary>The card in the group's conversation, the same for everybody.</summary>
    /// <param name="round">The round.</param>
    /// <param name="culture">The language.</param>
    /// <param name="teamsUsers">The electorate's ids in Teams (29:…), as far as they are known; none where absent.</param>
    public static AdaptiveCard Shared(RoundView round, CultureInfo culture, IReadOnlyList<string>? teamsUsers = null)
    {
        var card = Of(round, culture, isPersonal: false, page: 0, notice: null);
        if (teamsUsers is { Count: > 0 })
        {
            card.Refresh = new AdaptiveRefresh
            {
                Action = CardButton.Go(RoundTexts.All["vote", culture], RoundVerbs.Show, RoundName.Of(round).Data()),
                UserIds = [.. teamsUsers.Take(MostRefreshed)],
            };
        }

        return card;
    }

    /// <summary>The card for one person: with the buttons of whoever may manage the round.</summary>
    /// <param name="round">The round, as that person may see it.</param>
    /// <param name="culture">The language.</param>
    /// <param name="page">The page of a long result, from 0.</param>
    /// <param name="notice">What happened since the last card.</param>
    public static AdaptiveCard Personal(RoundView round, CultureInfo culture, int page = 0, string? notice = null) => Of(round, culture, isPersonal: true, page, notice);

    private static AdaptiveCard Of(RoundView round, CultureInfo culture, bool isPersonal, int page, string? notice) => round switch
    {
        _ when round.IsClosed() => RoundResult.Card(round, own: null, page, culture, notice),
        _ when round.IsCancelled() => Cancelled(round, culture, notice),
        _ => Running(round, culture, isPersonal, notice),
    };

    private static AdaptiveCard Running(RoundView round, CultureInfo culture, bool isPersonal, string? notice)
    {
        var texts = RoundTexts.All;
        var speech = $"{RoundTexts.Summary(round, culture)}. {(round.IsOpen() ? texts.Format("card.open", culture, CardText.Instant(round.Due, culture)) : texts[$"state.{round.State}", culture])}";
        var card = CardFrame.New(speech, texts["fallback", culture], culture, notice);
        card.Body.Add(CardText.Heading(texts.Format($"heading.{round.State}", culture, round.Title)));
        if (!round.IsOpen())
        {
            card.Body.Add(CardText.Paragraph(texts[$"state.{round.State}", culture]));
        }

        card.Body.Add(RoundHeader.Running(round, culture));
        card.Body.AddRange(RoundSubject.Of(round, culture));
        card.Body.AddRange(Names(round, culture, isPersonal));
        if (round.IsOpen())
        {
            card.Actions.Add(CardButton.Execute(texts["vote", culture], BallotVerbs.Show, RoundName.Of(round).Data(), isPrimary: true));
            if (isPersonal && round.MayManage)
            {
                card.Actions.AddRange(Managing(round, culture));
            }
        }
        else if (round.IsPaused() && isPersonal && round.MayManage)
        {
            card.Actions.Add(CardButton.Go(RoundTexts.All["cancel", culture], RoundVerbs.Cancel, RoundName.Of(round).Data()));
        }

        return card;
    }

    /// <summary>Names beside votes: where voting is open for everybody, else only for those who must be able to remind.</summary>
    private static IEnumerable<AdaptiveElement> Names(RoundView round, CultureInfo culture, bool isPersonal)
    {
        if (round.OpenVoting && round.Voted is { Count: > 0 } voted)
        {
            yield return CardText.Paragraph(RoundTexts.All.Format("voted", culture, RoundTexts.Names(voted, MostNames, culture)));
        }

        if (isPersonal && round.MayManage && round.NotVoted() is { Count: > 0 } missing)
        {
            yield return CardText.Paragraph(RoundTexts.All.Format("missing", culture, RoundTexts.Names(missing, MostNames, culture)));
        }
    }

    private static IEnumerable<AdaptiveAction> Managing(RoundView round, CultureInfo culture)
    {
        var data = RoundName.Of(round).Data();
        yield return CardButton.Go(RoundTexts.All["close", culture], RoundVerbs.Close, data);
        yield return CardButton.Go(RoundTexts.All["extend", culture], RoundVerbs.Extend, data);
        yield return CardButton.Go(RoundTexts.All["cancel", culture], RoundVerbs.Cancel, data);
    }

    private static AdaptiveCard Cancelled(RoundView round, CultureInfo culture, string? notice)
    {
        var texts = RoundTexts.All;
        var card = CardFrame.New($"{RoundTexts.Summary(round, culture)}. {texts["state.cancelled", culture]}", texts["fallback", culture], culture, notice);
        card.Body.Add(CardText.Heading(texts.Format("heading.cancelled", culture, round.Title)));
        card.Body.Add(RoundHeader.Ended(round, culture));
        if (!string.IsNullOrWhiteSpace(round.Reason))
        {
            card.Body.Add(CardText.Markdown($"**{texts["fact.reason", culture]}:** {CardText.Escape(round.Reason)}"));
        }

        card.Body.Add(CardText.Paragraph(texts["state.cancelled", culture]));
        return card;
    }
}
