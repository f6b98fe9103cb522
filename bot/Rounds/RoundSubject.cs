using System.Globalization;
using AdaptiveCards;
using Insek.Office.Bot.Cards;
using Insek.Office.Contracts;

namespace Insek.Office.Bot.Rounds;

/// <summary>What a round decides on, at a glance: the items where they are few, else sectors with counts and the first items.</summary>
internal static class RoundSubject
{
    private const int Few = 8;
    private const int FirstOfMany = 5;
    private const int MostSectors = 8;
    private const int LongestTitle = 120;
    private const int LongestName = 80;

    public static IEnumerable<AdaptiveElement> Of(RoundView round, CultureInfo culture)
    {
        var texts = RoundTexts.All;
        var live = round.Live();
        yield return CardText.Markdown($"**{CardText.Escape(texts.Format("items", culture, RoundTexts.Kinds(round.Items, culture)))}**");
        if (round.Items.Count <= Few)
        {
            foreach (var item in round.Items)
            {
                yield return Row(item, culture);
            }

            yield break;
        }

        foreach (var sector in live.GroupBy(item => item.Sector).Take(MostSectors))
        {
            yield return Tight(CardText.Paragraph(texts.Format("items.sector", culture, CardText.Short(sector.Key, LongestName), RoundTexts.Kinds([.. sector], culture))));
        }

        foreach (var item in live.Take(FirstOfMany))
        {
            yield return Row(item, culture);
        }

        if (live.Count > FirstOfMany)
        {
            yield return Tight(CardText.Paragraph(texts.Format("items.more", culture, live.Count - FirstOfMany), isSubtle: true));
        }

        var withdrawn = round.Items.Where(item => item.Withdrawn).ToArray();
        if (withdrawn.Length > 0)
        {
            var numbers = CardText.Short(string.Join(", ", withdrawn.Select(item => RoundTexts.Number(item, culture))), LongestTitle * 4);
            yield return CardText.Paragraph(texts.Count("withdrawn.many", withdrawn.Length, culture, numbers));
        }
    }

    private static AdaptiveTextBlock Row(BallotItemView item, CultureInfo culture)
    {
        var title = $"**{CardText.Escape(RoundTexts.Number(item, culture))}** {CardText.Escape(CardText.Short(item.Title, LongestTitle))}";
        return Tight(CardText.Markdown(item.Withdrawn ? $"{title} – {RoundTexts.All["withdrawn", culture]}" : title));
    }

    private static AdaptiveTextBlock Tight(AdaptiveTextBlock block)
    {
        block.Spacing = AdaptiveSpacing.Small;
        return block;
    }
}
