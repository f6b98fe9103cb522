using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Authentication;
using Insek.Office.Functions.Problems;
using Insek.Office.Functions.Rendering;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Insek.Office.Functions.Tables;

/// <summary>Tells where the tables of a document stand. One that cannot be told never spoils the others.</summary>
internal static class PostTableStatus
{
    /// <summary>Maps what concerns tables of several concepts at once.</summary>
    public static void MapTableStatus(this IEndpointRouteBuilder app) =>
        app.MapPost("/api/tables/status", HandleAsync)
            .RequireAuthorization(Policies.Read)
            .WithMetadata(new RequestSizeLimitAttribute(TableStatusRequest.MaxBytes))
            .WithTags("Tables")
            .WithName("PostTableStatus")
            .WithSummary("Whether tables in a document are current, and with changes=true what changed them and how they are now.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static async Task<Results<Ok<TableStatusesView>, ProblemHttpResult>> HandleAsync(
        TableStatusRequest body, bool? changes, Caller caller, TableLookups lookups, TableStatuses statuses, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (Check(body) is { Count: > 0 } problems)
        {
            return new InvalidContent(problems).ToProblem();
        }

        var lookup = await lookups.OpenAsync(caller, cancellationToken);
        return TypedResults.Ok(new TableStatusesView(clock.GetUtcNow(), await statuses.TellAsync(lookup, body.Tables, changes is true, cancellationToken)));
    }

    private static ValueList<ContentProblem> Check(TableStatusRequest body) => body.Tables.Count is 0 or > TableStatusRequest.MaxTables
        ? [new ContentProblem("tables", body.Tables.Count == 0 ? "required" : "too-many", null)]
        : body.Tables.Where(table => !TableInstance.IsValid(table.Instance)).Select(table => new ContentProblem("instance", "invalid-value", table.Instance)).ToValueList();
}
