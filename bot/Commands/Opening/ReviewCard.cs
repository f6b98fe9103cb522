using System.Globalization;
using AdaptiveCards;
using Insek.Office.Bot.Cards;
using Insek.Office.Contracts;

namespace Insek.Office.Bot.Commands.Opening;

/// <summary>Repeats what will be opened, and is told to.</summary>
internal static class ReviewCard
{
    private const int MaxListed = 10;

    /// <param name="plan">What the round will be.</param>
    /// <param name="group">Whose.</param>
    /// <param name="operation">Names the opening: however often the button arrives, one round is opened.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="culture">The language.</param>
    public static AdaptiveCard For(RoundPlan plan, GroupView group, string operation, DateTimeOffset now, CultureInfo culture)
    {
        var summary = OpeningTexts.Format(
            "review.summary",
            culture,
            CommandTexts.Count("items", culture, plan.Choice.Items.Count),
            OpeningTexts.Count("voters", culture, group.Members.Count),
            group.Name);
        var card = CommandCard.Of(
            OpeningTexts.Get("review.title", culture),
            summary,
            culture,
            [
                CardText.Paragraph(summary),
                new AdaptiveFactSet { Facts = [.. Facts(plan, group, now, culture)] },
                .. Listed(plan, culture),
                CardText.Line(OpeningTexts.Get("review.after", culture), isSubtle: true),
            ]);
        var data = plan.Form.ToFullData();
        data["op"] = operation;
        var open = CommandCard.Execute(OpeningTexts.Get("review.open", culture), ConfirmForm.Name, data);
        open.Style = "positive";
        card.Actions =
        [
            open,
            CommandCard.Execute(OpeningTexts.Get("review.edit", culture), EditForm.Name, plan.Form.ToFullData()),
            CommandCard.Execute(OpeningTexts.Get("cancel", culture), CancelForm.Name, []),
        ];
        return card;
    }

    private static IEnumerable<AdaptiveFact> Facts(RoundPlan plan, GroupView group, DateTimeOffset now, CultureInfo culture)
    {
        yield return Fact("fact.title", plan.Form.Title is { Length: > 0 } title ? title : group.Name);
        yield return Fact("fact.due", TimeLeft.Until(plan.Terms.Due, now, culture));
        yield return Fact("fact.rule", OpeningTexts.Get($"rule.{plan.Form.Rule}", culture));
        yield return Fact("fact.quorum", OpeningTexts.Format("fact.percent", culture, plan.Terms.QuorumPercent));
        yield return Fact("fact.voting", OpeningTexts.Get(plan.Form.OpenVoting ? "fact.open" : "fact.secret", culture));
        yield return Fact("fact.steering", OpeningTexts.Count("days", culture, plan.Terms.SteeringDays));

        AdaptiveFact Fact(string name, string value) => new(OpeningTexts.Get(name, culture), CardText.Escape(value));
    }

    private static IEnumerable<AdaptiveElement> Listed(RoundPlan plan, CultureInfo culture)
    {
        yield return CardText.Section(OpeningTexts.Get("review.items", culture));
        foreach (var item in plan.Choice.Items.Take(MaxListed))
        {
            yield return CardText.Line(OpeningTexts.Format(item.Kind == "goal" ? "items.goal" : "items.measure", culture, item.Number, CardText.Short(item.Title, 160)));
        }

        if (plan.Choice.Items.Count > MaxListed)
        {
            yield return CardText.Line(OpeningTexts.Count("review.more", culture, plan.Choice.Items.Count - MaxListed), isSubtle: true);
        }
    }
}
