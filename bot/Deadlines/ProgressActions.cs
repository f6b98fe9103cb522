using System.Globalization;
using Insek.Office.Bot.Actions;
using Insek.Office.Bot.Api;
using Insek.Office.Bot.Ballots;
using Insek.Office.Bot.Rounds;
using Insek.Office.Contracts;
using Insek.Office.Domain;

namespace Insek.Office.Bot.Deadlines;

/// <summary>Lays the questions of a quarter before whoever clicked, and takes answers.</summary>
internal sealed class ProgressDesk(DeadlinesApi api, InvokeBudget budget)
{
    /// <summary>Answers in time with what <paramref name="work"/> makes of the measure a card names.</summary>
    public Task<CardReply> AnswerAsync(CardActionContext context, Func<ProgressName, CancellationToken, Task<CardReply>> work, CancellationToken cancellationToken) => ProgressName.Read(context) is { } name
        ? budget.AnswerAsync(context.Culture, token => work(name, token), () => new CardReply.Message(DeadlineTexts.All["slow.change", context.Culture]), cancellationToken)
        : Task.FromResult<CardReply>(new CardReply.Message(DeadlineTexts.All["unreadable", context.Culture]));

    /// <summary>The questions as they stand now.</summary>
    public async Task<CardReply> AllAsync(string quarter, CardActionContext context, string? notice, CancellationToken cancellationToken)
    {
        if (!(await api.QuestionsAsync(quarter, context.Actor.Call, cancellationToken)).TryGet(out var questions, out var problem))
        {
            return new CardReply.Message(notice ?? DeadlineTexts.Refusal(problem, context.Culture));
        }

        return new CardReply.Card(ProgressCards.All(questions, context.Number(RoundVerbs.PageField) ?? 0, context.Culture, notice), ProgressCards.Notification(questions, context.Culture));
    }

    /// <summary>The questions about one measure; all where it is not asked about any more.</summary>
    public async Task<CardReply> AskAsync(ProgressName name, CardActionContext context, string? notice, CancellationToken cancellationToken)
    {
        if (!(await api.QuestionsAsync(name.Quarter, context.Actor.Call, cancellationToken)).TryGet(out var questions, out var problem))
        {
            return new CardReply.Message(DeadlineTexts.Refusal(problem, context.Culture));
        }

        if (questions.Measures.FirstOrDefault(question => question.Concept == name.Concept && question.Measure == name.Measure) is not { } asked)
        {
            return await AllAsync(name.Quarter, context, DeadlineTexts.All["progress.gone", context.Culture], cancellationToken);
        }

        var card = ProgressCards.Question(asked, name.Quarter, context, notice);
        return new CardReply.Card(card, card.Speak ?? string.Empty);
    }

    /// <summary>Sends an answer under the operation of the card, and shows the questions as they stand then.</summary>
    public async Task<CardReply> SendAsync(ProgressName name, ProgressReport report, CardActionContext context, CancellationToken cancellationToken)
    {
        if (context.Text(DeadlineVerbs.OperationField) is not { } operation || !Identifier.IsValid(operation))
        {
            return new CardReply.Message(DeadlineTexts.All["unreadable", context.Culture]);
        }

        var sent = await api.ReportAsync(name.Concept, name.Measure, report, context.Actor.Call with { Operation = operation }, cancellationToken);
        var sentence = sent.TryGet(out _, out var problem) ? DeadlineTexts.All["progress.said", context.Culture] : DeadlineTexts.Refusal(problem, context.Culture);
        return await AllAsync(name.Quarter, context, sentence, cancellationToken);
    }
}

/// <summary>Names a measure somebody is asked about in a quarter.</summary>
internal sealed record ProgressName(string Quarter, string Concept, string Measure)
{
    /// <summary>Reads it from a card's data; null where they hold none.</summary>
    public static ProgressName? Read(CardActionContext context) =>
        context.Text(DeadlineVerbs.QuarterField) is { } quarter && context.Text(RoundName.ConceptField) is { } concept && context.Text(DeadlineVerbs.MeasureField) is { } measure
        && Identifier.IsValid(quarter) && Identifier.IsValid(concept) && Identifier.IsValid(measure)
            ? new ProgressName(quarter, concept, measure)
            : null;
}

/// <summary>Handles <c>progress.show</c>: the questions, or a page of them.</summary>
internal sealed class ShowProgress(ProgressDesk desk, InvokeBudget budget) : ICardAction
{
    public string Verb => DeadlineVerbs.ShowProgress;

    public Task<CardReply> HandleAsync(CardActionContext context, CancellationToken cancellationToken) => context.Text(DeadlineVerbs.QuarterField) is { } quarter && Identifier.IsValid(quarter)
        ? budget.AnswerAsync(context.Culture, token => desk.AllAsync(quarter, context, notice: null, token), cancellationToken)
        : Task.FromResult<CardReply>(new CardReply.Message(DeadlineTexts.All["unreadable", context.Culture]));
}

/// <summary>Handles <c>progress.none</c>: "nichts Neues", an answer with one tap.</summary>
internal sealed class SayNothingNew(ProgressDesk desk) : ICardAction
{
    public string Verb => DeadlineVerbs.NothingNew;

    public Task<CardReply> HandleAsync(CardActionContext context, CancellationToken cancellationToken) =>
        desk.AnswerAsync(context, (name, token) => desk.SendAsync(name, new ProgressReport { Unchanged = true }, context, token), cancellationToken);
}

/// <summary>Handles <c>progress.ask</c>: the questions about one measure.</summary>
internal sealed class AskProgress(ProgressDesk desk) : ICardAction
{
    public string Verb => DeadlineVerbs.AskProgress;

    public Task<CardReply> HandleAsync(CardActionContext context, CancellationToken cancellationToken) =>
        desk.AnswerAsync(context, (name, token) => desk.AskAsync(name, context, notice: null, token), cancellationToken);
}

/// <summary>Handles <c>progress.save</c>: progress, next step and cost so far, as entered.</summary>
internal sealed class SaveProgress(ProgressDesk desk) : ICardAction
{
    private const decimal MostEuro = 1_000_000_000_000;

    public string Verb => DeadlineVerbs.SaveProgress;

    public Task<CardReply> HandleAsync(CardActionContext context, CancellationToken cancellationToken) => desk.AnswerAsync(
        context,
        (name, token) =>
        {
            var (percent, cost) = (Percent(context.Text(DeadlineVerbs.ProgressInput)), Euro(context.Text(DeadlineVerbs.CostInput), context.Culture));
            var wrong = percent is null ? "progress.percent.wrong" : cost is null ? "progress.cost.wrong" : null;
            if (wrong is not null)
            {
                return desk.AskAsync(name, context, DeadlineTexts.All[wrong, context.Culture], token);
            }

            // An empty input is not sent: it means that there is no next step any more. A cost that is left out stays.
            var report = new ProgressReport { Progress = percent, NextStep = context.Text(DeadlineVerbs.NextStepInput) ?? string.Empty, ActualCostEuro = context.Text(DeadlineVerbs.CostInput) is null ? null : cost };
            return desk.SendAsync(name, report, context, token);
        },
        cancellationToken);

    private static int? Percent(string? text) =>
        int.TryParse(text?.Trim().TrimEnd('%').TrimEnd(), NumberStyles.None, CultureInfo.InvariantCulture, out var percent) && percent <= 100 ? percent : null;

    /// <summary>"12.500", "12500,50 €" in German, "12,500.50" in English; 0 where nothing was entered, null for what is no amount.</summary>
    private static decimal? Euro(string? text, CultureInfo culture)
    {
        const NumberStyles Amount = NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint;
        var bare = text?.Replace("€", string.Empty, StringComparison.Ordinal).Replace("EUR", string.Empty, StringComparison.OrdinalIgnoreCase).Trim() ?? string.Empty;
        if (bare.Length == 0)
        {
            return 0;
        }

        // "12500.50" is no German number, and ".50" no group of thousands: it must not become a hundred times as much.
        var group = culture.NumberFormat.NumberGroupSeparator;
        var parts = bare.Split(culture.NumberFormat.NumberDecimalSeparator, 2)[0].Split(group);
        return parts.Skip(1).All(part => part.Length == 3) && decimal.TryParse(bare, Amount, culture, out var euro) && euro is >= 0 and <= MostEuro && decimal.Round(euro, 2) == euro ? euro : null;
    }
}
