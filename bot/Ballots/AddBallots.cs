using Insek.Office.Bot.Actions;
using Insek.Office.Bot.Api;
using Insek.Office.Bot.Rounds;
using Microsoft.Extensions.Options;

namespace Insek.Office.Bot.Ballots;

internal static class BallotServices
{
    /// <summary>Adds the cards of rounds and ballots and what their buttons do.</summary>
    public static WebApplicationBuilder AddBallots(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<IValidateOptions<CastingOptions>, CastingAnnotations>();
        services.AddOptions<CastingOptions>().BindConfiguration(CastingOptions.Section).ValidateOnStart();

        services.AddSingleton<RoundsApi>();
        services.AddSingleton<InvokeBudget>();
        services.AddSingleton<BallotDesk>();
        services.AddSingleton<BallotCaster>();
        services.AddSingleton<Castings>();
        services.AddHostedService(provider => provider.GetRequiredService<Castings>());
        services.AddSingleton<RoundDesk>();

        services.AddSingleton<ICardAction, ShowBallot>();
        services.AddSingleton<ICardAction, TurnPage>();
        services.AddSingleton<ICardAction, PickItems>();
        services.AddSingleton<ICardAction, SayDetails>();
        services.AddSingleton<ICardAction, ConfirmBallot>();
        services.AddSingleton<ICardAction, CastVote>();
        services.AddSingleton<ICardAction, ChangeVote>();
        services.AddSingleton<ICardAction, ShowRound>();
        services.AddSingleton<ICardAction, CloseRoundAction>();
        services.AddSingleton<ICardAction, ExtendRoundAction>();
        services.AddSingleton<ICardAction, CancelRoundAction>();
        return builder;
    }
}
