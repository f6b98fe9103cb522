using System.Globalization;
using AdaptiveCards;
using Insek.Office.Bot.Cards;
using Insek.Office.Contracts;

namespace Insek.Office.Bot.Commands.Opening;

/// <summary>Goals and measures to be chosen singly, page by page. What is chosen on other pages travels in the buttons, ids only.</summary>
internal static class ItemsCard
{
    /// <summary>The input that holds what is chosen on the page shown.</summary>
    public const string Here = "here";

    private const int PageSize = 25;
    private const int LeastPage = 5;

    /// <param name="form">What was entered so far; its items are those chosen.</param>
    /// <param name="candidates">What the group could decide on.</param>
    /// <param name="at">The first item to show, from 0.</param>
    /// <param name="culture">The language.</param>
    public static AdaptiveCard For(RoundForm form, CandidatesView candidates, int at, CultureInfo culture)
    {
        var scope = RoundChoice.Scope(form, candidates);

        // Long titles and long ids make a page heavy: then it shows fewer.
        for (var size = PageSize; ; size = Math.Max(LeastPage, size / 2))
        {
            var card = Page(form, candidates, scope, Math.Clamp(at, 0, Math.Max(0, scope.Count - 1)), size, culture);
            if (size == LeastPage || CardText.Bytes(card) <= CardText.TargetBytes)
            {
                return card;
            }
        }
    }

    private static AdaptiveCard Page(RoundForm form, CandidatesView candidates, IReadOnlyList<CandidateItem> scope, int at, int size, CultureInfo culture)
    {
        var shown = scope.Skip(at).Take(size).ToList();
        var ids = shown.Select(item => item.Id).ToHashSet(StringComparer.Ordinal);
        var elsewhere = form with { Items = [.. form.Items.Where(item => !ids.Contains(item))] };
        var count = OpeningTexts.Format("items.page", culture, scope.Count == 0 ? 0 : at + 1, at + shown.Count, scope.Count);
        var card = CommandCard.Of(
            OpeningTexts.Get("items.title", culture),
            count,
            culture,
            [
                CommandCard.Strong(candidates.Group.Name),
                CardText.Line(count, isSubtle: true),
                .. elsewhere.Items.Count > 0 ? [CardText.Line(OpeningTexts.Count("items.elsewhere", culture, elsewhere.Items.Count))] : Array.Empty<AdaptiveElement>(),
                new AdaptiveChoiceSetInput
                {
                    Id = Here,
                    Label = OpeningTexts.Get("items.label", culture),
                    IsMultiSelect = true,
                    Style = AdaptiveChoiceInputStyle.Expanded,
                    Wrap = true,
                    Value = shown.Where(item => form.Items.Contains(item.Id)).Select(item => item.Id).ToList() is { Count: > 0 } chosen ? string.Join(',', chosen) : null,
                    Choices = [.. shown.Select(item => new AdaptiveChoice
                    {
                        Title = OpeningTexts.Format(item.Kind == "goal" ? "items.goal" : "items.measure", culture, item.Number, CardText.Short(item.Title, 160)),
                        Value = item.Id,
                    })],
                },
            ]);
        card.Actions = [.. Actions(elsewhere, at, size, scope.Count, culture)];
        return card;
    }

    private static IEnumerable<AdaptiveAction> Actions(RoundForm elsewhere, int at, int size, int count, CultureInfo culture)
    {
        if (at + size < count)
        {
            yield return To("items.after", at + size);
        }

        if (at > 0)
        {
            yield return To("items.before", Math.Max(0, at - size));
        }

        yield return CommandCard.Execute(OpeningTexts.Get("items.take", culture), TakeItems.Name, elsewhere.ToFullData());

        AdaptiveExecuteAction To(string text, int start)
        {
            var data = elsewhere.ToFullData();
            data["at"] = start.ToString(CultureInfo.InvariantCulture);
            return CommandCard.Execute(OpeningTexts.Get(text, culture), PickItems.Name, data);
        }
    }
}
