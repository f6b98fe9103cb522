using AdaptiveCards;
using FsCheck;
using FsCheck.Fluent;
using Insek.Office.Bot.Cards;

namespace Insek.Office.Bot.Tests.Cards;

/// <summary>How a long card is divided.</summary>
public sealed class CardPagesTests
{
    [Fact]
    public void Pages_hold_every_block_once_and_in_order_and_no_more_than_there_is_room() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int[]>(), Gen.Choose(1, 500).ToArbitrary(), (sizes, room) =>
        {
            var blocks = sizes.Select((size, index) => new CardBlock(new AdaptiveTextBlock(), Math.Abs(size % 700), index % 3 == 0 ? index / 3 : null)).ToArray();

            var pages = CardPages.Split(blocks, room);

            return pages.SelectMany(page => page.Blocks).SequenceEqual(blocks)
                && pages.All(page => page.Blocks.Count <= 1 || page.Blocks.Sum(block => block.Bytes) <= room)
                && pages.Zip(pages.Skip(1)).All(pair => pair.First.EndItem == pair.Second.FirstItem)
                && pages[0].FirstItem == 0
                && pages[^1].EndItem == blocks.Count(block => block.Item is not null);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_page_of_an_item_is_the_one_it_begins_on()
    {
        CardBlock Block(int? item) => new(new AdaptiveTextBlock(), 10, item);
        var pages = CardPages.Split([Block(0), Block(null), Block(null), Block(1), Block(2)], 20);

        Assert.Equal([0, 1, 2], Enumerable.Range(0, 3).Select(item => CardPages.PageOf(pages, item)));
        Assert.Equal(2, CardPages.PageOf(pages, 99));
    }
}
