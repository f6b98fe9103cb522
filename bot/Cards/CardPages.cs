using AdaptiveCards;

namespace Insek.Office.Bot.Cards;

/// <summary>A piece of a card that is not torn by a page break.</summary>
/// <param name="Element">What is shown.</param>
/// <param name="Bytes">How much of a page it takes.</param>
/// <param name="Item">The index of the item that begins with it; null where none does.</param>
internal sealed record CardBlock(AdaptiveElement Element, int Bytes, int? Item = null)
{
    /// <summary>A block and what it weighs, the comma after it included.</summary>
    public static CardBlock Of(AdaptiveElement element, int? item = null, int extraBytes = 0) => new(element, CardText.Bytes(element) + 1 + extraBytes, item);
}

/// <summary>A page: blocks, and the items that begin on it.</summary>
/// <param name="Blocks">The blocks, in order.</param>
/// <param name="FirstItem">The index of the first item that begins on it or, where none does, of the next one.</param>
/// <param name="EndItem">The index after the last item that begins on it.</param>
internal sealed record CardPage(IReadOnlyList<CardBlock> Blocks, int FirstItem, int EndItem);

/// <summary>Divides what does not fit into one card.</summary>
internal static class CardPages
{
    /// <summary>However large a frame is, a page holds this much; blocks are made no larger. In bytes.</summary>
    public const int LeastRoom = 12 * 1024;

    /// <summary>What goes around the blocks changes a little from showing to showing (one more has voted); pages should not.</summary>
    private const int Step = 512;

    /// <summary>How much room blocks have in a card.</summary>
    /// <param name="frame">The card without them.</param>
    public static int RoomIn(AdaptiveCard frame) =>
        Math.Max(LeastRoom, CardText.TargetBytes - (((CardText.Bytes(frame) / Step) + 1) * Step));

    /// <summary>Divides blocks into pages, at least one, none larger than <paramref name="room"/> unless a single block is.</summary>
    public static IReadOnlyList<CardPage> Split(IReadOnlyList<CardBlock> blocks, int room)
    {
        var pages = new List<CardPage>();
        var (start, used, items) = (0, 0, 0);
        for (var i = 0; i < blocks.Count; i++)
        {
            if (used + blocks[i].Bytes > room && i > start)
            {
                items = Add(pages, blocks, start, i, items);
                (start, used) = (i, 0);
            }

            used += blocks[i].Bytes;
        }

        _ = Add(pages, blocks, start, blocks.Count, items);
        return pages;
    }

    /// <summary>The page on which an item begins; the last one where no page is.</summary>
    public static int PageOf(IReadOnlyList<CardPage> pages, int item)
    {
        for (var i = 0; i < pages.Count; i++)
        {
            if (item < pages[i].EndItem)
            {
                return i;
            }
        }

        return pages.Count - 1;
    }

    private static int Add(List<CardPage> pages, IReadOnlyList<CardBlock> blocks, int start, int end, int firstItem)
    {
        var page = blocks.Skip(start).Take(end - start).ToArray();
        var endItem = page.Aggregate(firstItem, (last, block) => block.Item is { } item ? item + 1 : last);
        pages.Add(new CardPage(page, firstItem, endItem));
        return endItem;
    }
}
