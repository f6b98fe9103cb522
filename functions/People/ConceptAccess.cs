using Insek.Office.Domain;
using Insek.Office.Functions.Authentication;
using Insek.Office.Functions.Problems;

namespace Insek.Office.Functions.People;

/// <summary>Keeps concepts apart: a member for whom the bot acts sees only the concepts of the own groups.</summary>
internal static class ConceptAccess
{
    /// <summary>Refuses whoever does not belong to the concept of the route.</summary>
    public static async ValueTask<object?> RefuseStrangersAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext;
        if (await Caller.ReadAsync(request) is { IsBot: true, IsPerson: true } caller
            && request.GetRouteValue("concept") is string concept && Identifier.IsValid(concept))
        {
            var directory = await request.RequestServices.GetRequiredService<IDirectory>().ReadAsync(request.RequestAborted);
            if (RefuseStranger(caller, directory, new ConceptId(concept)) is { } refusal)
            {
                return refusal.ToProblem();
            }
        }

        return await next(context);
    }

    /// <summary>Why the caller may not see the concept; null where nothing is in the way.</summary>
    public static Refusal? RefuseStranger(Caller caller, TenantDirectory directory, ConceptId concept) =>
        caller is { IsBot: true, IsPerson: true } && !directory.MaySee(caller.Id, concept) ? new NotInConceptGroups(caller.Id, concept.Value) : null;
}

/// <summary>Somebody who belongs to none of the concept's groups.</summary>
internal sealed record NotInConceptGroups(MemberId Member, string Concept)
    : Refusal(RefusalKind.Forbidden, "not-in-concept", $"{Member} belongs to no group of concept {Concept}.");

/// <summary>A request that only a person can make, made by the bot on its own behalf.</summary>
internal sealed record ActingMemberMissing()
    : Refusal(RefusalKind.Forbidden, "acting-member-missing", $"The bot must name the acting member in {Caller.ActingMemberHeader}.");

/// <summary>A request that only the bot makes.</summary>
internal sealed record BotOnly() : Refusal(RefusalKind.Forbidden, "bot-only", "Only the bot makes this request.");

/// <summary>A request that needs more than a member's rights.</summary>
internal sealed record NotAllowed(MemberId Member, string What)
    : Refusal(RefusalKind.Forbidden, "not-allowed", $"{Member} may not {What}.");
