using System.Globalization;
using AdaptiveCards;
using Insek.Office.Bot.Cards;
using Insek.Office.Contracts;

namespace Insek.Office.Bot.Commands.Opening;

/// <summary>The form: what the group decides on, how, and by when.</summary>
internal static class FormCard
{
    /// <param name="form">What was entered so far.</param>
    /// <param name="candidates">What the group could decide on.</param>
    /// <param name="problems">What is wrong, in sentences.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="culture">The language.</param>
    public static AdaptiveCard For(RoundForm form, CandidatesView candidates, IReadOnlyList<string> problems, DateTimeOffset now, CultureInfo culture)
    {
        var title = OpeningTexts.Get("title", culture);
        var card = CommandCard.Of(
            title,
            problems.Count > 0 ? string.Join(' ', problems) : OpeningTexts.Format("form.summary", culture, candidates.Group.Name),
            culture,
            [
                .. Wrong(problems, culture),
                CommandCard.Strong(candidates.Group.Name),
                CardText.Section(OpeningTexts.Get("form.what", culture)),
                .. What(form, candidates, culture),
                CardText.Section(OpeningTexts.Get("form.how", culture)),
                .. How(form, candidates, culture),
                CardText.Section(OpeningTexts.Get("form.when", culture)),
                .. When(form, now, culture),
            ]);
        card.Actions = [.. Actions(form, culture)];
        return card;
    }

    private static IEnumerable<AdaptiveElement> Wrong(IReadOnlyList<string> problems, CultureInfo culture)
    {
        if (problems.Count > 0)
        {
            yield return new AdaptiveContainer
            {
                Style = AdaptiveContainerStyle.Attention,
                Items = [CommandCard.Strong(OpeningTexts.Get("wrong", culture)), .. problems.Select(problem => CardText.Line(problem))],
            };
        }
    }

    private static IEnumerable<AdaptiveElement> What(RoundForm form, CandidatesView candidates, CultureInfo culture)
    {
        if (form.Items.Count > 0)
        {
            yield return CardText.Line(OpeningTexts.Count("form.single", culture, RoundChoice.Of(form, candidates).Items.Count));
            yield break;
        }

        var sectors = candidates.Sectors.Where(sector => sector.Items.Count > 0).ToList();
        yield return new AdaptiveChoiceSetInput
        {
            Id = "sectors",
            Label = OpeningTexts.Get("form.sectors", culture),
            IsMultiSelect = true,
            Style = AdaptiveChoiceInputStyle.Expanded,
            Wrap = true,
            Value = Chosen(form.Sectors),
            Choices = [.. sectors.Select(sector => new AdaptiveChoice
            {
                Title = OpeningTexts.Format("form.sector", culture, sector.Name, OpeningTexts.Count("drafts", culture, sector.Items.Count)),
                Value = sector.Key,
            })],
        };
        var goals = Goals(sectors, culture);
        if (goals.Count > 0)
        {
            yield return new AdaptiveChoiceSetInput
            {
                Id = "goals",
                Label = OpeningTexts.Get("form.goals", culture),
                IsMultiSelect = true,
                Style = AdaptiveChoiceInputStyle.Expanded,
                Wrap = true,
                Value = Chosen(form.Goals),
                Choices = goals,
            };
        }

        yield return CardText.Line(OpeningTexts.Get("form.whatHelp", culture), isSubtle: true);
    }

    /// <summary>Goals with how many drafts they bring: their own and their measures'. A goal that is no draft itself still brings those.</summary>
    private static List<AdaptiveChoice> Goals(IReadOnlyList<CandidateSector> sectors, CultureInfo culture) =>
    [
        .. sectors.SelectMany(sector => sector.Items)
            .GroupBy(item => item.Kind == "goal" ? item.Id : item.Goal)
            .Where(goal => goal.Key is not null)
            .Select(goal => new AdaptiveChoice
            {
                Title = goal.FirstOrDefault(item => item.Kind == "goal") is { } itself
                    ? OpeningTexts.Format("form.goal", culture, itself.Number, CardText.Short(itself.Title, 120), OpeningTexts.Count("drafts", culture, goal.Count()))
                    : OpeningTexts.Format("form.goalOnly", culture, goal.Key, OpeningTexts.Count("drafts", culture, goal.Count())),
                Value = goal.Key,
            }),
    ];

    private static IEnumerable<AdaptiveElement> How(RoundForm form, CandidatesView candidates, CultureInfo culture)
    {
        yield return new AdaptiveTextInput
        {
            Id = "title",
            Label = OpeningTexts.Get("form.title", culture),
            Placeholder = CardText.Short(candidates.Group.Name, RoundTerms.MaxTitle),
            MaxLength = RoundTerms.MaxTitle,
            Value = form.Title,
        };
        yield return new AdaptiveChoiceSetInput
        {
            Id = "rule",
            Label = OpeningTexts.Get("form.rule", culture),
            Style = AdaptiveChoiceInputStyle.Expanded,
            Wrap = true,
            Value = form.Rule,
            Choices = [.. RoundTerms.Rules.Select(rule => new AdaptiveChoice { Title = OpeningTexts.Get($"rule.{rule}", culture), Value = rule })],
        };
        yield return Number("quorum", form.Quorum, 100, culture);
        yield return new AdaptiveToggleInput
        {
            Id = "openVoting",
            Label = OpeningTexts.Get("form.openVotingLabel", culture),
            Title = OpeningTexts.Get("form.openVoting", culture),
            ValueOn = "true",
            ValueOff = "false",
            Value = form.OpenVoting ? "true" : "false",
            Wrap = true,
        };
    }

    private static IEnumerable<AdaptiveElement> When(RoundForm form, DateTimeOffset now, CultureInfo culture)
    {
        yield return new AdaptiveDateInput
        {
            Id = "date",
            Label = OpeningTexts.Get("form.date", culture),
            Value = form.Date,
            Min = CardText.DateValue(now),
            Max = CardText.DateValue(now.AddDays(DueInput.MaxDays)),
            ErrorMessage = OpeningTexts.Get("wrong.date", culture),
        };
        yield return new AdaptiveTimeInput { Id = "time", Label = OpeningTexts.Get("form.time", culture), Value = form.Time };
        yield return Number("steeringDays", form.SteeringDays, RoundTerms.MaxSteeringDays, culture);
    }

    private static AdaptiveNumberInput Number(string name, string? value, int most, CultureInfo culture) => new()
    {
        Id = name,
        Label = OpeningTexts.Get($"form.{name}", culture),
        Min = 1,
        Max = most,
        Value = double.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : double.NaN,
        ErrorMessage = OpeningTexts.Get($"wrong.{name}", culture),
    };

    private static IEnumerable<AdaptiveAction> Actions(RoundForm form, CultureInfo culture)
    {
        var review = CommandCard.Execute(OpeningTexts.Get("next", culture), ReviewForm.Name, form.ToData());
        review.Style = "positive";
        yield return review;
        yield return CommandCard.Execute(OpeningTexts.Get(form.Items.Count > 0 ? "form.changeSingle" : "form.pickSingle", culture), PickItems.Name, form.ToData());
        if (form.Items.Count > 0)
        {
            yield return CommandCard.Execute(OpeningTexts.Get("form.dropSingle", culture), EditForm.Name, (form with { Items = [] }).ToData());
        }

        yield return CommandCard.Secondary(CommandCard.ExecuteAlone(OpeningTexts.Get("cancel", culture), CancelForm.Name, []));
    }

    private static string? Chosen(IReadOnlyList<string> values) => values.Count == 0 ? null : string.Join(',', values);
}
