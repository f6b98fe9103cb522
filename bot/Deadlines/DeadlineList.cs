using System.Globalization;
using AdaptiveCards;
using Insek.Office.Bot.Cards;
using Insek.Office.Contracts;

namespace Insek.Office.Bot.Deadlines;

/// <summary>A list of deadlines by concept, as a card with as many pages as it takes.</summary>
/// <param name="Heading">The card's heading.</param>
/// <param name="Summary">What there is, in a sentence.</param>
/// <param name="Sections">The concepts.</param>
/// <param name="Origin">Which list it is, and the page.</param>
/// <param name="Reader">Who reads it, where it is one person's; null where it is everybody's.</param>
/// <param name="Hint">What stands below; null for nothing.</param>
internal sealed record DeadlineList(string Heading, string Summary, IReadOnlyList<DeadlineSection> Sections, DeadlineOrigin Origin, string? Reader = null, string? Hint = null)
{
    /// <summary>Room for a concept's name that is said again on the next page, and for the page's number. In bytes.</summary>
    private const int Repeated = 1_200;

    private const int LongestName = 120;

    /// <summary>The page.</summary>
    public AdaptiveCard Card(CultureInfo culture, string? notice)
    {
        var frame = Frame(culture, notice);
        var blocks = Sections
            .SelectMany((section, index) => section.Entries.Select(entry => (Section: index, Block: CardBlock.Of(DeadlineRows.Entry(entry.Deadline, entry.IsSettled, Origin, culture, Reader)))))
            .ToArray();
        var pages = CardPages.Split([.. blocks.Select(block => block.Block)], CardPages.RoomIn(frame) - Repeated);
        var page = Math.Clamp(Origin.Page, 0, pages.Count - 1);
        var first = pages.Take(page).Sum(before => before.Blocks.Count);
        var shown = -1;
        foreach (var (section, block) in blocks.Skip(first).Take(pages[page].Blocks.Count))
        {
            if (section != shown)
            {
                frame.Body.Add(CardText.Section(CardText.Short(Sections[section].Name, LongestName)));
                shown = section;
            }

            frame.Body.Add(block.Element);
        }

        AddPages(frame, Origin, page, pages.Count, culture);
        if (Origin.Week is { } week)
        {
            frame.Actions.Add(ToOverview(week, culture));
        }

        if (Hint is not null)
        {
            frame.Body.Add(CardText.Paragraph(Hint, isSubtle: true));
        }

        return frame;
    }

    /// <summary>Says which page it is, and adds the buttons to the others.</summary>
    public static void AddPages(AdaptiveCard card, DeadlineOrigin origin, int page, int pages, CultureInfo culture)
    {
        if (pages == 1)
        {
            return;
        }

        card.Body.Add(CardText.Paragraph(DeadlineTexts.All.Format("page", culture, page + 1, pages), isSubtle: true));
        if (page > 0)
        {
            card.Actions.Add(CardButton.Go(DeadlineTexts.All["page.before", culture], DeadlineVerbs.List, (origin with { Page = page - 1 }).Data()));
        }

        if (page < pages - 1)
        {
            card.Actions.Add(CardButton.Go(DeadlineTexts.All["page.after", culture], DeadlineVerbs.List, (origin with { Page = page + 1 }).Data()));
        }
    }

    /// <summary>The button back to the overview of a week.</summary>
    public static AdaptiveExecuteAction ToOverview(string week, CultureInfo culture) =>
        CardButton.Go(DeadlineTexts.All["overview.back", culture], DeadlineVerbs.List, new DeadlineOrigin(DeadlineOrigin.OverviewKind, week).Data());

    private AdaptiveCard Frame(CultureInfo culture, string? notice)
    {
        var card = CardFrame.New($"{Heading}. {Summary}", DeadlineTexts.All["fallback", culture], culture, notice);
        card.Body.Add(CardText.Heading(Heading));
        card.Body.Add(CardText.Paragraph(Summary));
        return card;
    }
}

/// <summary>A concept in a list.</summary>
/// <param name="Name">The concept's name.</param>
/// <param name="Entries">Its deadlines, first due first.</param>
internal sealed record DeadlineSection(string Name, IReadOnlyList<ListedDeadline> Entries)
{
    /// <summary>Deadlines by concept; those of the concept with the nearest one first.</summary>
    public static IReadOnlyList<DeadlineSection> Of(IEnumerable<DeadlineView> deadlines) =>
    [
        .. deadlines.GroupBy(deadline => (deadline.Concept, deadline.ConceptName))
            .Select(concept => new DeadlineSection(concept.Key.ConceptName, [.. concept.Select(deadline => new ListedDeadline(deadline, deadline.State != "open"))])),
    ];
}

/// <summary>A deadline in a list, and whether it asks nothing of the reader any more.</summary>
internal sealed record ListedDeadline(DeadlineView Deadline, bool IsSettled);
