using System.Globalization;
using AdaptiveCards;
using Insek.Office.Bot.Ballots;
using Insek.Office.Bot.Cards;
using Insek.Office.Bot.Rounds;
using Insek.Office.Contracts;

namespace Insek.Office.Bot.Deadlines;

/// <summary>A deadline as an entry of a list: what, when, how it stands, and what can be done.</summary>
internal static class DeadlineRows
{
    public const int LongestTitle = 200;

    private const int LongestTooltip = 100;

    /// <summary>The entry.</summary>
    /// <param name="deadline">The deadline, as the person who reads sees it.</param>
    /// <param name="isSettled">Whether it asks nothing of that person any more.</param>
    /// <param name="origin">The list it is in.</param>
    /// <param name="culture">The language.</param>
    /// <param name="reader">Who reads it, where that is known: to them it need not be said that it is theirs alone.</param>
    public static AdaptiveContainer Entry(DeadlineView deadline, bool isSettled, DeadlineOrigin origin, CultureInfo culture, string? reader = null)
    {
        var title = CardText.Short(deadline.Title, LongestTitle);
        var entry = new AdaptiveContainer { Separator = true, Spacing = AdaptiveSpacing.Medium };
        entry.Items.Add(new AdaptiveTextBlock { Text = CardText.Escape(title), Weight = AdaptiveTextWeight.Bolder, Wrap = true });
        entry.Items.Add(CardText.Line(isSettled ? DeadlineTexts.Settled(deadline, culture) : DeadlineTexts.When(deadline, culture)));
        entry.Items.Add(CardText.Line(DeadlineTexts.About(deadline, culture, reader), isSubtle: true));
        entry.Items.AddRange(Rows(Buttons(deadline, isSettled, origin, culture)));
        return entry;
    }

    /// <summary>Buttons in rows of two: on a phone there is room for no more, and what does not fit is cut.</summary>
    public static IEnumerable<AdaptiveActionSet> Rows(IEnumerable<AdaptiveAction> buttons)
    {
        const int InRow = 2;
        return buttons.Chunk(InRow).Select(row => new AdaptiveActionSet { Spacing = AdaptiveSpacing.Small, Actions = [.. row] });
    }

    /// <summary>What a button carries that changes a deadline: the version the card shows, and a name for the operation, so that it takes effect once.</summary>
    public static Dictionary<string, string> Changing(DeadlineView deadline, DeadlineOrigin origin) => origin.Data(DeadlineName.Of(deadline).Data())
        .With(DeadlineVerbs.VersionField, deadline.Version)
        .With(DeadlineVerbs.OperationField, Guid.NewGuid().ToString("N"));

    /// <summary>What a button carries that only asks or shows.</summary>
    public static Dictionary<string, string> Naming(DeadlineView deadline, DeadlineOrigin origin) => origin.Data(DeadlineName.Of(deadline).Data());

    private static IEnumerable<AdaptiveAction> Buttons(DeadlineView deadline, bool isSettled, DeadlineOrigin origin, CultureInfo culture)
    {
        var texts = DeadlineTexts.All;
        if (deadline is { Kind: "roundDue", State: "open", Source.Id: { } round } && !isSettled)
        {
            yield return Of(texts["vote", culture], BallotVerbs.Show, new RoundName(deadline.Concept, round).Data(), deadline);
        }

        if (!isSettled && deadline.Actions.Done)
        {
            yield return Of(texts["done", culture], DeadlineVerbs.Complete, Changing(deadline, origin), deadline);
        }

        if (!isSettled && deadline.Actions.Move)
        {
            yield return Of(texts[deadline.Kind == "roundDue" ? "extend" : "move", culture], DeadlineVerbs.Move, Naming(deadline, origin), deadline);
        }

        if (!isSettled && deadline.Actions.HandOver)
        {
            yield return Of(texts["handOver", culture], DeadlineVerbs.HandOver, Naming(deadline, origin), deadline);
        }

        if (deadline.Actions.Reopen)
        {
            yield return Of(texts["reopen", culture], DeadlineVerbs.Reopen, Changing(deadline, origin), deadline);
        }

        yield return Of(texts["open", culture], DeadlineVerbs.Show, Naming(deadline, origin), deadline);
    }

    // Several entries have the same buttons: the tooltip says which one is meant.
    private static AdaptiveExecuteAction Of(string title, string verb, IReadOnlyDictionary<string, string> data, DeadlineView deadline)
    {
        var button = CardButton.Go(title, verb, data);
        button.Tooltip = CardText.Short(deadline.Title, LongestTooltip);
        return button;
    }
}
