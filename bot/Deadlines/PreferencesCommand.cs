using System.Globalization;
using AdaptiveCards;
using Insek.Office.Bot.Actions;
using Insek.Office.Bot.Api;
using Insek.Office.Bot.Cards;
using Insek.Office.Bot.Commands;
using Insek.Office.Bot.Teams;
using Insek.Office.Contracts;

namespace Insek.Office.Bot.Deadlines;

/// <summary><c>erinnerungen</c>: whether and when one wants to be reminded.</summary>
internal sealed class PreferencesCommand(DeadlinesApi api) : ICommand
{
    public IReadOnlyList<string> Words => ["erinnerungen", "reminders", "erinnerung", "reminder", "ruhezeiten", "einstellungen", "settings"];

    public async Task<CardReply> HandleAsync(CommandContext context, CancellationToken cancellationToken)
    {
        if (context.Place.Kind is not PlaceKind.Personal)
        {
            return new CardReply.Message(DeadlineTexts.All["personal.only", context.Culture]);
        }

        return (await api.PreferencesAsync(context.Actor.Call, cancellationToken)).TryGet(out var preferences, out var problem)
            ? PreferencesCard.Reply(preferences, context.Culture, notice: null)
            : new CardReply.Message(DeadlineTexts.Refusal(problem, context.Culture));
    }
}

/// <summary>Handles <c>reminders.save</c>.</summary>
internal sealed class SavePreferences(DeadlinesApi api, InvokeBudget budget) : ICardAction
{
    public string Verb => DeadlineVerbs.SavePreferences;

    public Task<CardReply> HandleAsync(CardActionContext context, CancellationToken cancellationToken) => budget.AnswerAsync(
        context.Culture,
        async token =>
        {
            var wanted = new ReminderPreferences
            {
                Reminders = context.Text(DeadlineVerbs.WantsRemindersInput) == "true",
                Progress = context.Text(DeadlineVerbs.WantsProgressInput) == "true",
                QuietFrom = Hour(context.Text(DeadlineVerbs.QuietFromInput)),
                QuietUntil = Hour(context.Text(DeadlineVerbs.QuietUntilInput)),
            };
            var texts = DeadlineTexts.All;
            if (wanted.QuietFrom is null != wanted.QuietUntil is null)
            {
                return PreferencesCard.Reply(wanted, context.Culture, texts["preferences.both", context.Culture]);
            }

            return (await api.SavePreferencesAsync(wanted, context.Actor.Call, token)).TryGet(out var saved, out var problem)
                ? PreferencesCard.Reply(saved, context.Culture, texts["preferences.said", context.Culture])
                : PreferencesCard.Reply(wanted, context.Culture, problem.Code == "invalid-content" ? texts["preferences.wrong", context.Culture] : DeadlineTexts.Refusal(problem, context.Culture));
        },
        () => new CardReply.Message(DeadlineTexts.All["slow.change", context.Culture]),
        cancellationToken);

    // Some clients send seconds.
    private static string? Hour(string? text) => TimeOnly.TryParseExact(text, ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour) ? hour.ToString("HH:mm", CultureInfo.InvariantCulture) : null;
}

/// <summary>The card of a person's wishes.</summary>
internal static class PreferencesCard
{
    public static CardReply.Card Reply(ReminderPreferences preferences, CultureInfo culture, string? notice)
    {
        var texts = DeadlineTexts.All;
        var card = CardFrame.New($"{texts["preferences.title", culture]}. {texts["preferences.text", culture]}", texts["fallback", culture], culture, notice);
        card.Body.Add(CardText.Heading(texts["preferences.title", culture]));
        card.Body.Add(CardText.Paragraph(texts["preferences.text", culture]));
        card.Body.Add(Toggle(DeadlineVerbs.WantsRemindersInput, "preferences.reminders", preferences.Reminders is not false, culture));
        card.Body.Add(Toggle(DeadlineVerbs.WantsProgressInput, "preferences.questions", preferences.Progress is not false, culture));
        card.Body.Add(new AdaptiveTimeInput { Id = DeadlineVerbs.QuietFromInput, Label = texts["preferences.quietFrom", culture], Value = preferences.QuietFrom });
        card.Body.Add(new AdaptiveTimeInput { Id = DeadlineVerbs.QuietUntilInput, Label = texts["preferences.quietUntil", culture], Value = preferences.QuietUntil });
        card.Body.Add(CardText.Paragraph(texts["preferences.hint", culture], isSubtle: true));
        card.Actions.Add(CardButton.Execute(texts["preferences.do", culture], DeadlineVerbs.SavePreferences, new Dictionary<string, string>(), isPrimary: true));
        card.Actions.Add(CardButton.Go(texts["calendar.title", culture], DeadlineVerbs.ShowCalendar, new Dictionary<string, string>()));
        return new CardReply.Card(card, texts["preferences.title", culture]);
    }

    private static AdaptiveToggleInput Toggle(string id, string name, bool isOn, CultureInfo culture) => new()
    {
        Id = id,
        Label = DeadlineTexts.All[$"{name}.label", culture],
        Title = DeadlineTexts.All[name, culture],
        ValueOn = "true",
        ValueOff = "false",
        Value = isOn ? "true" : "false",
        Wrap = true,
    };
}
