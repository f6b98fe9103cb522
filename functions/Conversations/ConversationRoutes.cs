using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Authentication;
using Insek.Office.Functions.Hosting;
using Insek.Office.Functions.Notices;
using Insek.Office.Functions.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Insek.Office.Functions.Conversations;

/// <summary>Where the bot can speak: told by the bot, read by administrators. Ids stand in bodies and queries, because they hold ':', '@' and ';'.</summary>
internal static class ConversationRoutes
{
    public static void MapConversations(this IEndpointRouteBuilder app)
    {
        var conversations = app.MapGroup("/api/conversations").RequireAuthorization(Policies.Read).WithTags("Conversations")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        conversations.MapPost("/", SaveAsync).AddEndpointFilter(BotRoutes.RefuseOthersAsync)
            .WithName("PostConversation").WithSummary("Records a conversation or brings it up to date. What is left out stays; what had failed works again, and what could not be delivered there is sent again.");
        conversations.MapPost("/removed", RemoveAsync).AddEndpointFilter(BotRoutes.RefuseOthersAsync)
            .WithName("PostConversationRemoved").WithSummary("Forgets a conversation the bot was removed from. Its binding is kept and counts again when the bot comes back.");
        conversations.MapPost("/failed", FailAsync).AddEndpointFilter(BotRoutes.RefuseOthersAsync)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .WithName("PostConversationFailed").WithSummary("Notes why a conversation takes no messages; it is not used until an activity comes from there again.");
        conversations.MapGet("/", ListAsync)
            .WithQuery("failed", "true for those that have failed, false for those that work; all where absent.")
            .WithName("ListConversations").WithSummary("The conversations in which the bot can or could speak; for administrators.");
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> SaveAsync(ConversationDocument body, ConversationStore conversations, FailedNotices failed, CancellationToken cancellationToken)
    {
        if (body.Check() is { } refusal)
        {
            return refusal.ToProblem();
        }

        if (await conversations.SaveAsync(body, cancellationToken))
        {
            await failed.ResendAsync(body, cancellationToken);
        }

        return TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(ConversationName body, ConversationStore conversations, CancellationToken cancellationToken)
    {
        if (body.Check() is { } refusal)
        {
            return refusal.ToProblem();
        }

        await conversations.RemoveAsync(body.Id, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> FailAsync(ConversationName body, ConversationStore conversations, CancellationToken cancellationToken)
    {
        if (body.Check(needsReason: true) is { } refusal)
        {
            return refusal.ToProblem();
        }

        return await conversations.FailAsync(body.Id, body.Reason!, cancellationToken) ? TypedResults.NoContent() : new UnknownConversation(body.Id).ToProblem();
    }

    private static async Task<Results<Ok<IReadOnlyList<ConversationDocument>>, ProblemHttpResult>> ListAsync(
        Caller caller, HttpRequest request, ConversationStore conversations, CancellationToken cancellationToken)
    {
        if (caller.RefuseOthersThanAdministrators("list conversations") is { } refusal)
        {
            return refusal.ToProblem();
        }

        var failed = request.Query["failed"].ToString() switch
        {
            "true" => true,
            "false" => false,
            _ => (bool?)null,
        };
        return TypedResults.Ok(await conversations.ListAsync(failed, cancellationToken));
    }
}

/// <summary>A conversation the bot has not told about, or was removed from.</summary>
internal sealed record UnknownConversation(string Id) : Refusal(RefusalKind.NotFound, "unknown-conversation", $"There is no conversation '{Id}'.");
