using Insek.Office.Bot.Actions;
using Insek.Office.Bot.Api;
using Insek.Office.Bot.Commands.Opening;
using Insek.Office.Bot.Search;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Insek.Office.Bot.Commands;

internal static class CommandServices
{
    /// <summary>Adds <see cref="CommandRouter"/>, the commands, and what the buttons of their cards do.</summary>
    public static WebApplicationBuilder AddCommands(this WebApplicationBuilder builder)
    {
        builder.Services.TryAddSingleton<ConceptsApi>();
        builder.Services.TryAddSingleton<MeasureCatalogues>();
        builder.Services.AddSingleton<ConceptChoice>();
        builder.Services.AddSingleton<CommandRouter>();

        builder.Services.AddSingleton<ICommand, HelpCommand>();
        builder.Services.AddSingleton<ICommand, OwedCommand>();
        builder.Services.AddSingleton<ICommand, OpenRoundCommand>();
        builder.Services.AddSingleton<ICommand, StatusCommand>();
        builder.Services.AddSingleton<ICommand, MeasureCommand>();
        builder.Services.AddSingleton<ICommand, OverviewCommand>();
        builder.Services.AddSingleton<ICommand, BindCommand>();
        builder.Services.AddSingleton<ICommand, DeliveryCommand>();

        builder.Services.AddSingleton<ICardAction, RunCommand>();
        builder.Services.AddSingleton<ICardAction, ChooseConcept>();
        builder.Services.AddSingleton<ICardAction, SaveBinding>();
        builder.Services.AddSingleton<ICardAction, RemoveBinding>();
        builder.Services.AddSingleton<ICardAction, ResendNotice>();

        builder.Services.AddSingleton<OpeningDesk>();
        builder.Services.AddSingleton<ICardAction, StartForm>();
        builder.Services.AddSingleton<ICardAction, EditForm>();
        builder.Services.AddSingleton<ICardAction, PickItems>();
        builder.Services.AddSingleton<ICardAction, TakeItems>();
        builder.Services.AddSingleton<ICardAction, ReviewForm>();
        builder.Services.AddSingleton<ICardAction, ConfirmForm>();
        builder.Services.AddSingleton<ICardAction, CancelForm>();
        return builder;
    }
}
