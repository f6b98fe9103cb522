using System.Globalization;
using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Authentication;
using Insek.Office.Functions.Conversations;
using Insek.Office.Functions.People;
using Insek.Office.Functions.People.Graph;
using Insek.Office.Functions.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Insek.Office.Functions.Members;

/// <summary>Installing the app before people have found it, for the bot; and whom it cannot reach, for administrators.</summary>
internal static class InstallationRoutes
{
    private const int RetryAfterSeconds = 60;

    public static void MapInstallations(this IEndpointRouteBuilder app)
    {
        var routes = app.MapGroup("/api").RequireAuthorization(Policies.Read).WithTags("Members")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        routes.MapPost("/members/{member}/installation", ForMemberAsync).AddEndpointFilter(BotRoutes.RefuseOthersAsync).ProducesProblem(StatusCodes.Status409Conflict)
            .WithName("PostMemberInstallation").WithSummary("Installs the Teams app for a member; that it is installed already is fine. For the bot.");
        routes.MapPost("/teams/{team}/installation", ForTeamAsync).AddEndpointFilter(BotRoutes.RefuseOthersAsync).ProducesProblem(StatusCodes.Status409Conflict)
            .WithName("PostTeamInstallation").WithSummary("Installs the Teams app in a team; that it is installed already is fine. For the bot.");
        routes.MapGet("/members/unreachable", UnreachableAsync)
            .WithName("ListUnreachableMembers").WithSummary("Members whom the bot cannot reach, with the reason; for administrators.");
    }

    private static async Task<Results<Ok<InstallationView>, ProblemHttpResult>> ForMemberAsync(string member, Installations installations, IDirectory directory, HttpResponse response, CancellationToken cancellationToken)
    {
        if (!Identifier.IsValid(member))
        {
            return new InvalidIdentifier(member).ToProblem();
        }

        var id = new MemberId(member);
        return (await directory.ReadAsync(cancellationToken)).Find(id) is null
            ? new UnknownMember(id).ToProblem()
            : await AnswerAsync(() => installations.ForMemberAsync(id, cancellationToken), response);
    }

    private static async Task<Results<Ok<InstallationView>, ProblemHttpResult>> ForTeamAsync(string team, Installations installations, HttpResponse response, CancellationToken cancellationToken) =>
        Guid.TryParseExact(team, "D", out var id) ? await AnswerAsync(() => installations.ForTeamAsync(id, cancellationToken), response) : new InvalidIdentifier(team).ToProblem();

    private static async Task<Results<Ok<IReadOnlyList<UnreachableView>>, ProblemHttpResult>> UnreachableAsync(Caller caller, UnreachableMembers unreachable, CancellationToken cancellationToken) =>
        caller.RefuseOthersThanAdministrators("list members") is { } refusal ? refusal.ToProblem() : TypedResults.Ok(await unreachable.ListAsync(cancellationToken));

    private static async Task<Results<Ok<InstallationView>, ProblemHttpResult>> AnswerAsync(Func<Task<Result<InstallationView>>> install, HttpResponse response)
    {
        try
        {
            return (await install()).TryGet(out var installed, out var refusal) ? TypedResults.Ok(installed) : refusal.ToProblem();
        }
        catch (GraphFailedException away)
        {
            response.Headers.RetryAfter = Math.Ceiling(away.RetryAfter?.TotalSeconds ?? RetryAfterSeconds).ToString(CultureInfo.InvariantCulture);
            return ProblemMapping.Of(StatusCodes.Status503ServiceUnavailable, "graph-unavailable", away.Message);
        }
    }
}
