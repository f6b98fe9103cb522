using System.Globalization;
using AdaptiveCards;
using Insek.Office.Bot.Cards;

namespace Insek.Office.Bot.Commands;

/// <summary>A page of a list that is too long for one card: the page's number is the command's argument.</summary>
/// <typeparam name="T">What is listed.</typeparam>
internal sealed record CommandPage<T>(IReadOnlyList<T> Items, int Number, int Count)
{
    /// <summary>Cuts a page. A number that is none, or too large, means the nearest page there is.</summary>
    public static CommandPage<T> Cut(IReadOnlyList<T> all, string argument, int size)
    {
        var count = Math.Max(1, (all.Count + size - 1) / size);
        var number = Math.Clamp(int.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) ? wanted : 1, 1, count);
        return new CommandPage<T>([.. all.Skip((number - 1) * size).Take(size)], number, count);
    }

    /// <summary>Buttons to the pages before and after.</summary>
    public IEnumerable<AdaptiveAction> Buttons(string command, CultureInfo culture)
    {
        if (Number > 1)
        {
            yield return To(command, "page.before", Number - 1, culture);
        }

        if (Number < Count)
        {
            yield return To(command, "page.after", Number + 1, culture);
        }
    }

    /// <summary>"Seite 2 von 3"; nothing where there is only one.</summary>
    public IEnumerable<AdaptiveElement> Caption(CultureInfo culture) =>
        Count == 1 ? [] : [CardText.Line(CommandTexts.Format("page.caption", culture, Number, Count), isSubtle: true)];

    private static AdaptiveExecuteAction To(string command, string text, int number, CultureInfo culture) =>
        CommandCard.Run(CommandTexts.Get(text, culture), string.Create(CultureInfo.InvariantCulture, $"{command} {number}"));
}
