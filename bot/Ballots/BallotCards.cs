using System.Globalization;
using AdaptiveCards;
using Insek.Office.Bot.Cards;
using Insek.Office.Bot.Rounds;
using Insek.Office.Contracts;

namespace Insek.Office.Bot.Ballots;

/// <summary>The first step of a ballot: the items, page by page, and one question: to which of them does somebody object?</summary>
internal static class BallotCards
{
    private const int LongestChoice = 80;

    /// <summary>A page of items.</summary>
    /// <param name="round">The round, open.</param>
    /// <param name="ballot">The ballot, with the choices kept on the way.</param>
    /// <param name="page">The page, from 0; the last one where there are fewer.</param>
    /// <param name="culture">The language.</param>
    /// <param name="look">For whom, and what happened; plain where absent.</param>
    public static AdaptiveCard Items(RoundView round, BallotView ballot, int page, CultureInfo culture, BallotLook? look = null)
    {
        look ??= BallotLook.Plain;
        var choices = BallotChoices.Of(round, ballot);
        var pages = Pages(round, ballot, choices.Live, culture);
        page = Math.Clamp(page, 0, pages.Count - 1);
        var shown = pages[page];
        var card = Frame(round, ballot, page, pages.Count, culture, look);
        if (IsUnderGoal(choices.Live, shown.FirstItem) && page > 0)
        {
            card.Body.Add(CardText.Paragraph(BallotItemRows.Goal(choices.Live[shown.FirstItem].Goal!, culture), isSubtle: true));
        }

        card.Body.AddRange(shown.Blocks.Select(block => block.Element));
        var items = choices.Live.Skip(shown.FirstItem).Take(shown.EndItem - shown.FirstItem).ToArray();
        if (items.Length > 0)
        {
            card.Body.Add(Question(items, choices, culture));
            card.Body.Add(CardText.Markdown($"**{BallotTexts.All["consent", culture]}** {BallotTexts.All["consent.later", culture]}"));
        }

        AddButtons(card, round, ballot, shown, page, pages.Count, culture);
        return card;
    }

    /// <summary>How many pages the items take.</summary>
    public static int PageCount(RoundView round, BallotView ballot, CultureInfo culture) => Pages(round, ballot, round.Live(), culture).Count;

    private static IReadOnlyList<CardPage> Pages(RoundView round, BallotView ballot, IReadOnlyList<BallotItemView> live, CultureInfo culture)
    {
        // The same pages however far the round is and whatever was chosen: a page that moved between two clicks could be missed.
        var frame = Frame(round with { VotedCount = round.ElectorateCount }, ballot with { CastAt = round.Due, Draft = null }, page: 0, pages: 99, culture, new BallotLook(IsDeputy: true));
        AddButtons(frame, round, ballot with { CastAt = round.Due }, new CardPage([], 999, 999), page: 1, pages: 99, culture);
        var question = Question([], choices: null, culture);
        var questionBytes = CardText.Bytes(question);
        frame.Body.Add(question);
        if (live.MaxBy(item => item.Goal?.Length ?? 0)?.Goal is { } longest)
        {
            frame.Body.Add(CardText.Paragraph(BallotItemRows.Goal(longest, culture), isSubtle: true));
        }

        frame.Body.Add(CardText.Markdown($"**{BallotTexts.All["consent", culture]}** {BallotTexts.All["consent.later", culture]}"));
        var room = CardPages.RoomIn(frame);
        return CardPages.Split([.. live.SelectMany((item, index) => BallotItemRows.Blocks(item, index, ChoiceBytes(item), IsUnderGoal(live, index), culture)), .. Withdrawn(round, culture)], room);

        // The choice, the comma after it, and its id among the chosen ones.
        int ChoiceBytes(BallotItemView item)
        {
            question.Choices = [Choice(item, culture)];
            return CardText.Bytes(question) - questionBytes + item.Id.Length + 2;
        }
    }

    // A measure below its goal, or below another measure of the same goal, need not repeat it.
    private static bool IsUnderGoal(IReadOnlyList<BallotItemView> live, int index) =>
        index > 0 && index < live.Count && live[index].Goal is { } goal && (live[index - 1].Goal ?? (live[index - 1].Kind == "goal" ? live[index - 1].Title : null)) == goal;

    private static AdaptiveCard Frame(RoundView round, BallotView ballot, int page, int pages, CultureInfo culture, BallotLook look)
    {
        var card = BallotFrame.New(round, ballot, BallotTexts.Step(1, "items", page, pages, culture), culture, look);
        card.Body.Add(page == 0 ? RoundHeader.Running(round, culture) : CardText.Paragraph(BallotTexts.All.Format("due", culture, CardText.Instant(round.Due, culture)), isSubtle: true));
        if (page == 0 && ballot.CastAt is { } at)
        {
            card.Body.Add(CardText.Paragraph(BallotTexts.All.Format("cast.before", culture, CardText.Instant(at, culture))));
        }

        return card;
    }

    private static AdaptiveChoiceSetInput Question(IReadOnlyList<BallotItemView> items, BallotChoices? choices, CultureInfo culture)
    {
        var picked = choices is null ? "" : string.Join(',', items.Where(choices.IsPicked).Select(item => item.Id));
        return new AdaptiveChoiceSetInput
        {
            Id = BallotVerbs.ObjectionsInput,
            Label = BallotTexts.All["objections", culture],
            IsMultiSelect = true,
            Style = AdaptiveChoiceInputStyle.Compact,
            Placeholder = BallotTexts.All["objections.none", culture],
            Wrap = true,
            Separator = true,
            Value = picked.Length > 0 ? picked : null,
            Choices = [.. items.Select(item => Choice(item, culture))],
        };
    }

    private static AdaptiveChoice Choice(BallotItemView item, CultureInfo culture) => new() { Title = CardText.Short($"{BallotTexts.Number(item, culture)} {item.Title}", LongestChoice), Value = item.Id };

    private static void AddButtons(AdaptiveCard card, RoundView round, BallotView ballot, CardPage shown, int page, int pages, CultureInfo culture)
    {
        var texts = BallotTexts.All;
        var data = BallotFrame.Data(round, ballot).With(BallotVerbs.FromField, shown.FirstItem).With(BallotVerbs.ToField, shown.EndItem);
        card.Actions.Add(page < pages - 1
            ? CardButton.Execute(texts.Format("next.page", culture, page + 2), BallotVerbs.Page, data.With(BallotVerbs.PageField, page + 1), isPrimary: true)
            : CardButton.Execute(texts["next", culture], BallotVerbs.Pick, data.With(BallotVerbs.PageField, page), isPrimary: true));
        if (page > 0)
        {
            card.Actions.Add(CardButton.Execute(texts["back", culture], BallotVerbs.Page, data.With(BallotVerbs.PageField, page - 1)));
        }

        if (ballot.CastAt is not null)
        {
            card.Actions.Add(CardButton.Go(texts["keep", culture], BallotVerbs.Change, BallotFrame.Data(round, ballot).With(BallotVerbs.KeepField, 1)));
        }
    }

    private static IEnumerable<CardBlock> Withdrawn(RoundView round, CultureInfo culture)
    {
        const int LongestTitle = 120;
        const int TitlesPerBlock = 10;
        return round.Items
            .Where(item => item.Withdrawn)
            .Chunk(TitlesPerBlock)
            .Select(some => string.Join("; ", some.Select(item => CardText.Short($"{BallotTexts.Number(item, culture)} {item.Title}", LongestTitle))))
            .Select(titles => CardBlock.Of(CardText.Paragraph(BallotTexts.All.Format("withdrawn", culture, titles), isSubtle: true)));
    }
}
