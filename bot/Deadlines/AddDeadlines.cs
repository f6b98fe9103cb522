using Insek.Office.Bot.Actions;
using Insek.Office.Bot.Api;
using Insek.Office.Bot.Commands;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Insek.Office.Bot.Deadlines;

internal static class DeadlineServices
{
    /// <summary>Adds the cards of deadlines and reminders, what their buttons do, and the commands about them.</summary>
    public static WebApplicationBuilder AddDeadlines(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<PickerOptions>().BindConfiguration(PickerOptions.Section);
        services.TryAddSingleton<DeadlinesApi>();
        services.TryAddSingleton<InvokeBudget>();
        services.AddSingleton<PeoplePicker>();
        services.AddSingleton<DeadlineLists>();
        services.AddSingleton<DeadlineDesk>();
        services.AddSingleton<EscalationDesk>();
        services.AddSingleton<ProgressDesk>();

        services.AddSingleton<ICardAction, ShowDeadline>();
        services.AddSingleton<ICardAction, ShowDeadlines>();
        services.AddSingleton<ICardAction, CompleteDeadlineAction>();
        services.AddSingleton<ICardAction, ReopenDeadlineAction>();
        services.AddSingleton<ICardAction, MoveDeadlineAction>();
        services.AddSingleton<ICardAction, HandOverDeadlineAction>();
        services.AddSingleton<ICardAction, WaiveDeadlineAction>();
        services.AddSingleton<ICardAction, ShowEscalation>();
        services.AddSingleton<ICardAction, RemindVoters>();
        services.AddSingleton<ICardAction, NameVotersDeputy>();
        services.AddSingleton<ICardAction, ShowProgress>();
        services.AddSingleton<ICardAction, SayNothingNew>();
        services.AddSingleton<ICardAction, AskProgress>();
        services.AddSingleton<ICardAction, SaveProgress>();
        services.AddSingleton<ICardAction, SaveDeputy>();
        services.AddSingleton<ICardAction, EndDeputy>();
        services.AddSingleton<ICardAction, SavePreferences>();
        services.AddSingleton<ICardAction, ShowCalendar>();
        services.AddSingleton<ICardAction, RenewCalendar>();
        services.AddSingleton<ICardAction, RevokeCalendar>();

        services.AddSingleton<DeputyDesk>();
        services.AddSingleton<ICommand, DeadlinesCommand>();
        services.AddSingleton<ICommand, DeputyCommand>();
        services.AddSingleton<ICommand, PreferencesCommand>();
        return builder;
    }
}
