using System.Globalization;
using Insek.Office.Bot.Cards;
using Insek.Office.Bot.Rounds;
using Insek.Office.Contracts;

namespace Insek.Office.Bot.Ballots;

/// <summary>What ballot cards say, in words.</summary>
internal static class BallotTexts
{
    /// <summary>Longest number in a button or label, in characters.</summary>
    private const int LongestNumber = 40;

    private const int LongestName = 100;

    public static CardTexts All { get; } = new(typeof(BallotTexts));

    /// <summary>The number people know an item by, short enough for a button.</summary>
    public static string Number(BallotItemView item, CultureInfo culture) => RoundTexts.Number(item, culture, LongestNumber);

    /// <summary>For whom somebody else votes.</summary>
    public static string Deputy(BallotView ballot, CultureInfo culture) => All.Format("deputy", culture, CardText.Short(ballot.For.Name, LongestName));

    /// <summary>The step, and the page where there are several.</summary>
    public static string Step(int step, string name, int page, int pages, CultureInfo culture)
    {
        var text = All.Format("step", culture, step, All[$"step.{name}", culture]);
        return pages > 1 ? All.Format("step.page", culture, text, page + 1, pages) : text;
    }
}
