using Insek.Office.Functions.Authentication;
using Insek.Office.Functions.People;
using Insek.Office.Functions.Problems;

namespace Insek.Office.Functions.Conversations;

/// <summary>Requests that only the bot makes, on its own behalf or for a member.</summary>
internal static class BotRoutes
{
    /// <summary>Refuses whoever is not the bot.</summary>
    public static async ValueTask<object?> RefuseOthersAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        await Caller.ReadAsync(context.HttpContext) is { IsBot: true } ? await next(context) : new BotOnly().ToProblem();

    /// <summary>Why the caller may not do what needs an administrator; null where the caller may.</summary>
    public static Domain.Refusal? RefuseOthersThanAdministrators(this Caller caller, string what) => caller switch
    {
        { IsPerson: false } => new ActingMemberMissing(),
        { IsAdministrator: false } => new NotAllowed(caller.Id, what),
        _ => null,
    };
}
