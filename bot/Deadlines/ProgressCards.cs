using System.Globalization;
using AdaptiveCards;
using Insek.Office.Bot.Actions;
using Insek.Office.Bot.Ballots;
using Insek.Office.Bot.Cards;
using Insek.Office.Bot.Rounds;
using Insek.Office.Contracts;

namespace Insek.Office.Bot.Deadlines;

/// <summary>What owners are asked about their measures each quarter: one tap where there is nothing new, else progress, next step and cost so far.</summary>
internal static class ProgressCards
{
    private const int LongestText = 200;
    private const int LongestNextStep = 2_000;
    private const int LongestTooltip = 100;
    private const int Room = 1_500;

    /// <summary>All measures of a person, those that were answered with the answer.</summary>
    public static AdaptiveCard All(ProgressQuestionsView questions, int page, CultureInfo culture, string? notice = null)
    {
        var texts = DeadlineTexts.All;
        var card = CardFrame.New(Notification(questions, culture), texts["fallback", culture], culture, notice);
        card.Body.Add(CardText.Heading(Heading(questions, culture)));
        card.Body.Add(CardText.Paragraph(Summary(questions, culture)));
        var blocks = questions.Measures.Select(question => (question.ConceptName, Block: CardBlock.Of(Entry(question, questions.Quarter, page, culture)))).ToArray();
        var pages = CardPages.Split([.. blocks.Select(block => block.Block)], CardPages.RoomIn(card) - Room);
        page = Math.Clamp(page, 0, pages.Count - 1);
        var concept = string.Empty;
        foreach (var (name, block) in blocks.Skip(pages.Take(page).Sum(before => before.Blocks.Count)).Take(pages[page].Blocks.Count))
        {
            if (name != concept)
            {
                card.Body.Add(CardText.Section(CardText.Short(name, LongestText)));
                concept = name;
            }

            card.Body.Add(block.Element);
        }

        AddPages(card, questions.Quarter, page, pages.Count, culture);
        return card;
    }

    /// <summary>The questions about one measure.</summary>
    public static AdaptiveCard Question(ProgressQuestion question, string quarter, CardActionContext context, string? notice)
    {
        var (texts, culture) = (DeadlineTexts.All, context.Culture);
        var card = CardFrame.New($"{texts["progress.ask.heading", culture]}: {CardText.Short(question.Title, 120)}.", texts["fallback", culture], culture, notice);
        card.Body.Add(CardText.Heading(texts["progress.ask.heading", culture]));
        card.Body.Add(CardText.Paragraph($"{question.Number} {question.Title}"));
        card.Body.Add(new AdaptiveTextInput
        {
            Id = DeadlineVerbs.ProgressInput,
            Label = texts["progress.percent", culture],
            MaxLength = 4,
            Value = context.Text(DeadlineVerbs.ProgressInput) ?? question.Progress.ToString(CultureInfo.InvariantCulture),
        });
        card.Body.Add(new AdaptiveTextInput
        {
            Id = DeadlineVerbs.NextStepInput,
            Label = texts["progress.next", culture],
            IsMultiline = true,
            MaxLength = LongestNextStep,
            Value = context.Text(DeadlineVerbs.NextStepInput) ?? question.NextStep,
        });
        card.Body.Add(new AdaptiveTextInput
        {
            Id = DeadlineVerbs.CostInput,
            Label = texts["progress.cost", culture],
            MaxLength = 24,
            Placeholder = texts["progress.cost.example", culture],
            Value = context.Text(DeadlineVerbs.CostInput) ?? Amount(question.ActualCostEuro, culture),
        });
        card.Actions.Add(CardButton.Execute(texts["progress.do", culture], DeadlineVerbs.SaveProgress, Changing(question, quarter, context.Number(RoundVerbs.PageField) ?? 0), isPrimary: true));
        card.Actions.Add(CardButton.Go(texts["back", culture], DeadlineVerbs.ShowProgress, Quarter(quarter, context.Number(RoundVerbs.PageField) ?? 0)));
        return card;
    }

    public static string Notification(ProgressQuestionsView questions, CultureInfo culture) => $"{Heading(questions, culture)}. {Summary(questions, culture)}";

    private static Dictionary<string, string> Quarter(string quarter, int page) => new Dictionary<string, string> { [DeadlineVerbs.QuarterField] = quarter }.With(RoundVerbs.PageField, page);

    private static Dictionary<string, string> Naming(ProgressQuestion question, string quarter, int page) =>
        Quarter(quarter, page).With(RoundName.ConceptField, question.Concept).With(DeadlineVerbs.MeasureField, question.Measure);

    private static Dictionary<string, string> Changing(ProgressQuestion question, string quarter, int page) =>
        Naming(question, quarter, page).With(DeadlineVerbs.OperationField, Guid.NewGuid().ToString("N"));

    // 2024-Q1 is "1. Quartal 2024".
    private static string Heading(ProgressQuestionsView questions, CultureInfo culture) => questions.Quarter.Split("-Q") is [var year, var number]
        ? DeadlineTexts.All.Format("progress.heading", culture, number, year)
        : DeadlineTexts.All.Format("progress.heading.other", culture, questions.Quarter);

    private static string Summary(ProgressQuestionsView questions, CultureInfo culture)
    {
        var missing = questions.Measures.Count(question => question.AnsweredAt is null);
        return missing == 0 ? DeadlineTexts.All["progress.allAnswered", culture] : DeadlineTexts.All.Count("progress.missing", missing, culture);
    }

    private static AdaptiveContainer Entry(ProgressQuestion question, string quarter, int page, CultureInfo culture)
    {
        var texts = DeadlineTexts.All;
        var entry = new AdaptiveContainer { Separator = true, Spacing = AdaptiveSpacing.Medium };
        entry.Items.Add(new AdaptiveTextBlock { Text = CardText.Escape(CardText.Short($"{question.Number} {question.Title}", LongestText)), Weight = AdaptiveTextWeight.Bolder, Wrap = true });
        entry.Items.Add(CardText.Line(Standing(question, culture)));
        if (question.NextStep is { Length: > 0 } next)
        {
            entry.Items.Add(CardText.Line(texts.Format("progress.nextIs", culture, CardText.Short(next, LongestText))));
        }

        entry.Items.Add(CardText.Line(Answer(question, culture), isSubtle: true));
        var actions = new AdaptiveActionSet { Spacing = AdaptiveSpacing.Small };
        if (question.AnsweredAt is null)
        {
            actions.Actions.Add(Button("progress.none", DeadlineVerbs.NothingNew, Changing(question, quarter, page)));
        }

        actions.Actions.Add(Button(question.AnsweredAt is null ? "progress.ask" : "progress.change", DeadlineVerbs.AskProgress, Naming(question, quarter, page)));
        entry.Items.Add(actions);
        return entry;

        AdaptiveExecuteAction Button(string title, string verb, Dictionary<string, string> data)
        {
            var button = CardButton.Go(texts[title, culture], verb, data);
            button.Tooltip = CardText.Short(question.Title, LongestTooltip);
            return button;
        }
    }

    private static string? Amount(decimal? euro, CultureInfo culture) => euro?.ToString(decimal.Truncate(euro.Value) == euro ? "N0" : "N2", culture);

    private static string Standing(ProgressQuestion question, CultureInfo culture)
    {
        var texts = DeadlineTexts.All;
        var parts = new List<string> { texts.Format("progress.percentIs", culture, question.Progress) };
        if (question.ActualCostEuro is { } cost)
        {
            parts.Add(texts.Format("progress.costIs", culture, Amount(cost, culture)));
        }

        if (question.Due is { } due)
        {
            parts.Add(texts.Format("progress.due", culture, CardText.Day(due, culture)));
        }

        return string.Join(" · ", parts);
    }

    private static string Answer(ProgressQuestion question, CultureInfo culture) => question switch
    {
        { AnsweredAt: { } at, AnsweredBy: { } by } => DeadlineTexts.All.Format(question.Unchanged ? "progress.unchangedBy" : "progress.answeredBy", culture, CardText.Instant(at, culture), DeadlineTexts.Name(by, culture)),
        { AnsweredAt: { } at } => DeadlineTexts.All.Format("progress.answered", culture, CardText.Instant(at, culture)),
        _ => DeadlineTexts.All["progress.unanswered", culture],
    };

    private static void AddPages(AdaptiveCard card, string quarter, int page, int pages, CultureInfo culture)
    {
        var texts = DeadlineTexts.All;
        if (pages > 1)
        {
            card.Body.Add(CardText.Paragraph(texts.Format("page", culture, page + 1, pages), isSubtle: true));
        }

        if (page > 0)
        {
            card.Actions.Add(CardButton.Go(texts["page.before", culture], DeadlineVerbs.ShowProgress, Quarter(quarter, page - 1)));
        }

        if (page < pages - 1)
        {
            card.Actions.Add(CardButton.Go(texts["page.after", culture], DeadlineVerbs.ShowProgress, Quarter(quarter, page + 1)));
        }
    }
}
