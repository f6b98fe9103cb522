using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Authentication;
using Insek.Office.Functions.Notices;
using Insek.Office.Functions.People;
using Insek.Office.Functions.Problems;
using Insek.Office.Functions.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Insek.Office.Functions.Conversations;

/// <summary>Which group's rounds a conversation shows: for the bot, where an administrator tells it to.</summary>
internal static class BindingRoutes
{
    public static void MapBindings(this IEndpointRouteBuilder app)
    {
        var bindings = app.MapGroup("/api/bindings").RequireAuthorization(Policies.Read).AddEndpointFilter(BotRoutes.RefuseOthersAsync).WithTags("Conversations")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        bindings.MapPost("/", BindAsync).ProducesProblem(StatusCodes.Status404NotFound)
            .WithName("PostBinding").WithSummary("Shows a group's rounds in a conversation, instead of what it showed before. What could not be delivered to the group for want of one is sent.");
        bindings.MapPost("/removed", UnbindAsync)
            .WithName("PostBindingRemoved").WithSummary("Shows no group's rounds in the conversation any more.");
        bindings.MapGet("/", ListAsync)
            .WithName("ListBindings").WithSummary("The bindings of a conversation, of a concept, or all; for a member those of the own concepts.");
    }

    private static async Task<Results<Ok<BindingDocument>, ProblemHttpResult>> BindAsync(
        BindingDocument body, Caller caller, BindingStore bindings, IDirectory directory, ConceptReader reader, FailedNotices failed, CancellationToken cancellationToken)
    {
        var refusal = new ConversationName(body.Conversation).Check()
            ?? caller.RefuseOthersThanAdministrators("bind a conversation")
            ?? (Identifier.IsValid(body.Concept) ? null : new InvalidIdentifier(body.Concept))
            ?? (Identifier.IsValid(body.Group) ? (Refusal?)null : new InvalidIdentifier(body.Group));
        if (refusal is not null)
        {
            return refusal.ToProblem();
        }

        var (concept, group) = (new ConceptId(body.Concept), new GroupId(body.Group));
        if (await reader.FindStatusAsync(concept, cancellationToken) is not { ContentVersion: > 0 })
        {
            return new UnknownConcept(body.Concept).ToProblem();
        }

        if ((await directory.ReadAsync(cancellationToken)).Find(group) is not { } found || found.Concept != concept)
        {
            return new UnknownGroup(concept, body.Group).ToProblem();
        }

        var bound = await bindings.BindAsync(new Binding(body.Conversation, concept, group), caller.Id, cancellationToken);
        await failed.ResendAsync(concept.Value, notice => notice.Group == group.Value && notice.Member is null, cancellationToken);
        return TypedResults.Ok(View(bound));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> UnbindAsync(ConversationName body, Caller caller, BindingStore bindings, CancellationToken cancellationToken)
    {
        if ((body.Check() ?? caller.RefuseOthersThanAdministrators("end a binding")) is { } refusal)
        {
            return refusal.ToProblem();
        }

        await bindings.UnbindAsync(body.Id, caller.Id, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Results<Ok<IReadOnlyList<BindingDocument>>, ProblemHttpResult>> ListAsync(
        string? conversation, string? concept, Caller caller, BindingStore bindings, IDirectory directory, CancellationToken cancellationToken)
    {
        if (conversation is not null && new ConversationName(conversation).Check() is { } refusal)
        {
            return refusal.ToProblem();
        }

        var known = await directory.ReadAsync(cancellationToken);
        IEnumerable<Binding> found = conversation is null
            ? await bindings.ListAsync(cancellationToken)
            : await bindings.FindAsync(conversation, cancellationToken) is { } one ? [one] : [];
        return TypedResults.Ok<IReadOnlyList<BindingDocument>>(
        [
            .. found.Where(binding => concept is null || binding.Concept.Value == concept)
                .Where(binding => !caller.IsPerson || known.MaySee(caller.Id, binding.Concept))
                .Select(View),
        ]);
    }

    private static BindingDocument View(Binding binding) => new(binding.Conversation, binding.Concept.Value, binding.Group.Value);
}

/// <summary>A group that does not exist, or decides on another concept.</summary>
internal sealed record UnknownGroup(ConceptId Concept, string Group) : Refusal(RefusalKind.NotFound, "unknown-group", $"Concept {Concept} has no group '{Group}'.");
