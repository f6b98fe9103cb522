using System.Globalization;
using AdaptiveCards;
using Insek.Office.Bot.Cards;
using Insek.Office.Bot.Commands;
using Insek.Office.Bot.Rounds;
using Insek.Office.Contracts;

namespace Insek.Office.Bot.Deadlines;

/// <summary>What administrators read on Monday: by concept what is overdue, due, without quorum or without owner, and whom the bot does not reach.</summary>
internal static class OverviewCard
{
    private const int LinesPerBlock = 8;
    private const int LongestTitle = 120;

    /// <summary>It is read on Monday morning: the first of each, and how many more there are; the buttons show all.</summary>
    private const int MostUrgent = 10;
    private const int MostOthers = 5;
    private const int LongestWhy = 160;

    public static AdaptiveCard Of(OverviewView overview, int page, CultureInfo culture, string? notice = null)
    {
        var texts = DeadlineTexts.All;
        var card = CardFrame.New($"{Heading(overview, culture)}. {Summary(overview, culture)}", texts["fallback", culture], culture, notice);
        card.Body.Add(CardText.Heading(Heading(overview, culture)));
        card.Body.Add(CardText.Paragraph(Summary(overview, culture)));
        AdaptiveElement[] elements = [.. overview.Concepts.SelectMany(concept => Concept(concept, overview.Week, culture)), .. Undelivered(overview, culture), .. Unreachable(overview, culture)];
        var pages = CardPages.Split([.. elements.Select(element => CardBlock.Of(element))], CardPages.RoomIn(card) - LinesPerBlock * LongestTitle);
        page = Math.Clamp(page, 0, pages.Count - 1);
        card.Body.AddRange(pages[page].Blocks.Select(block => block.Element));
        DeadlineList.AddPages(card, new DeadlineOrigin(DeadlineOrigin.OverviewKind, overview.Week), page, pages.Count, culture);
        if (overview.FailedNoticesCount > 0)
        {
            card.Actions.Add(CardButton.Go(texts["overview.delivery", culture], RunCommand.Name, new Dictionary<string, string> { ["command"] = "zustellung" }));
        }

        return card;
    }

    public static string Notification(OverviewView overview, CultureInfo culture) => $"{Heading(overview, culture)}: {Summary(overview, culture)}";

    private static string Heading(OverviewView overview, CultureInfo culture) => DeadlineTexts.All.Format(
        "overview.heading", culture, CardText.Day(overview.From, culture), CardText.Day(overview.Until, culture));

    /// <summary>The numbers in one sentence; what is none is left out.</summary>
    private static string Summary(OverviewView overview, CultureInfo culture)
    {
        (string Name, int Count)[] counts =
        [
            ("overdue", overview.Concepts.Sum(concept => concept.OverdueCount)),
            ("week", overview.Concepts.Sum(concept => concept.DueThisWeekCount)),
            ("quorum", overview.Concepts.Sum(concept => concept.WithoutQuorum.Count)),
            ("owner", overview.Concepts.Sum(concept => concept.WithoutOwnerCount)),
            ("undelivered", overview.FailedNoticesCount),
            ("unreachable", overview.UnreachableCount),
        ];
        var said = counts.Where(count => count.Count > 0).Select(count => DeadlineTexts.All.Count($"overview.sum.{count.Name}", count.Count, culture)).ToArray();
        return said.Length == 0 ? DeadlineTexts.All["overview.nothing", culture] : $"{string.Join(", ", said)}.";
    }

    private static IEnumerable<AdaptiveElement> Concept(OverviewConcept concept, string week, CultureInfo culture)
    {
        yield return CardText.Section(CardText.Short(concept.ConceptName, LongestTitle));
        var overdue = concept.Overdue.Take(MostUrgent).Select(deadline => Deadline(deadline, culture));
        foreach (var block in Group("overdue", overdue, concept.OverdueCount, Listed("overview.showOverdue", "überfällig", concept, week, culture), culture))
        {
            yield return block;
        }

        foreach (var block in Group("week", concept.DueThisWeek.Take(MostUrgent).Select(deadline => Deadline(deadline, culture)), concept.DueThisWeekCount, Listed("overview.showWeek", "woche", concept, week, culture), culture))
        {
            yield return block;
        }

        foreach (var block in Group("quorum", concept.WithoutQuorum.Take(MostUrgent).Select(round => Round(round, culture)), concept.WithoutQuorum.Count, Rounds(concept, week, culture), culture))
        {
            yield return block;
        }

        foreach (var block in Group("owner", concept.WithoutOwner.Take(MostOthers).Select(deadline => Unowned(deadline, culture)), concept.WithoutOwnerCount, Listed("overview.showOwner", "ohne", concept, week, culture), culture))
        {
            yield return block;
        }
    }

    private static IEnumerable<AdaptiveElement> Undelivered(OverviewView overview, CultureInfo culture) => Group(
        "undelivered",
        overview.FailedNotices.Take(MostOthers).Select(notice => (
            notice.Member is { } member ? DeadlineTexts.Name(member, culture) : notice.Group ?? notice.Concept,
            $"{CommandTexts.Word("delivery.kind", notice.Kind, culture)} · {CardText.Short(CommandTexts.Word("delivery.because", notice.Reason, culture), LongestWhy)}")),
        overview.FailedNoticesCount,
        buttons: [],
        culture,
        isSection: true);

    private static IEnumerable<AdaptiveElement> Unreachable(OverviewView overview, CultureInfo culture) => Group(
        "unreachable",
        overview.Unreachable.Take(MostUrgent).Select(member => (
            DeadlineTexts.Name(member.Member, culture),
            (DeadlineTexts.All.Find($"unreachable.{member.Why}", culture) ?? member.Why) + (member.Detail is { Length: > 0 } detail ? $" ({CardText.Short(detail, LongestWhy)})" : string.Empty))),
        overview.UnreachableCount,
        buttons: [],
        culture,
        isSection: true);

    private static (string Title, string Line) Deadline(DeadlineView deadline, CultureInfo culture) =>
        (CardText.Short(deadline.Title, LongestTitle), $"{DeadlineTexts.When(deadline, culture)} · {DeadlineTexts.Owners(deadline, culture) ?? DeadlineTexts.Kind(deadline, culture)}");

    private static (string Title, string Line) Unowned(DeadlineView deadline, CultureInfo culture) =>
        (CardText.Short(deadline.Title, LongestTitle), deadline.Office is { Length: > 0 } office ? $"{DeadlineTexts.When(deadline, culture)} · {CardText.Short(office, LongestTitle)}" : DeadlineTexts.When(deadline, culture));

    private static (string Title, string Line) Round(RoundWithoutQuorum round, CultureInfo culture) =>
        (CardText.Short(round.Title, LongestTitle), $"{CardText.Short(round.GroupName, LongestTitle)} · {DeadlineTexts.All.Format("overview.round", culture, CardText.Instant(round.Due, culture), RoundStandings.Say(round.Standing, culture))}");

    private static IEnumerable<AdaptiveAction> Listed(string title, string wish, OverviewConcept concept, string week, CultureInfo culture)
    {
        yield return CardButton.Go(DeadlineTexts.All[title, culture], DeadlineVerbs.List, new DeadlineOrigin(DeadlineOrigin.ListKind, wish, In: concept.Concept, Week: week).Data());
    }

    private static IEnumerable<AdaptiveAction> Rounds(OverviewConcept concept, string week, CultureInfo culture)
    {
        const int Most = 4;
        const int LongestButton = 40;
        return concept.WithoutQuorum.Take(Most).Select(round => CardButton.Go(
            DeadlineTexts.All.Format("overview.showRound", culture, CardText.Short(round.Title, LongestButton)), DeadlineVerbs.ShowEscalation, DeadlineOrigin.WithWeek(new RoundName(concept.Concept, round.Id).Data(), week)));
    }

    /// <summary>A list with its heading, torn into blocks of a few lines that a page break may come between.</summary>
    private static IEnumerable<AdaptiveElement> Group(string name, IEnumerable<(string Title, string Line)> lines, int count, IEnumerable<AdaptiveAction> buttons, CultureInfo culture, bool isSection = false)
    {
        if (count == 0)
        {
            yield break;
        }

        var texts = DeadlineTexts.All;
        var heading = texts.Format($"overview.{name}", culture, count);
        AdaptiveTextBlock first = isSection
            ? CardText.Section(heading)
            : new AdaptiveTextBlock { Text = CardText.Escape(heading), Weight = AdaptiveTextWeight.Bolder, Wrap = true };
        var shown = 0;
        foreach (var some in lines.Chunk(LinesPerBlock))
        {
            // One text for each entry: read in one breath, and its first line says what it is about.
            var block = new AdaptiveContainer { Separator = shown == 0 && !isSection, Items = [.. some.Select(line => new AdaptiveTextBlock { Text = $"- {CardText.Escape(line.Title)}: {CardText.Escape(line.Line)}", Wrap = true, Spacing = AdaptiveSpacing.Small })] };
            if (shown == 0)
            {
                block.Items.Insert(0, first);
            }

            shown += some.Length;
            yield return block;
        }

        if (count > shown)
        {
            yield return CardText.Paragraph(texts.Format("overview.more", culture, count - shown), isSubtle: true);
        }

        if (buttons.ToArray() is { Length: > 0 } actions)
        {
            yield return new AdaptiveActionSet { Spacing = AdaptiveSpacing.Small, Actions = [.. actions] };
        }
    }
}

/// <summary>How far a round has come, in words.</summary>
internal static class RoundStandings
{
    /// <summary>"2 von 8 haben abgestimmt, nötig sind 4".</summary>
    public static string Say(RoundStanding standing, CultureInfo culture)
    {
        var texts = DeadlineTexts.All;
        var needed = (int)Math.Ceiling(standing.Electorate * standing.QuorumPercent / 100.0);
        var voted = texts.Count("round.standing", standing.Voted, culture, standing.Electorate);
        return standing.HasQuorum ? $"{voted}; {texts["round.quorum", culture]}" : $"{voted}; {texts.Count("round.needed", needed, culture)}";
    }
}
