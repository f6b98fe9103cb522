using Azure.Data.Tables;
using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Authentication;
using Insek.Office.Functions.Hosting;
using Insek.Office.Functions.People;
using Insek.Office.Functions.Problems;
using Insek.Office.Functions.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Insek.Office.Functions.Resolutions;

/// <summary>What is left to do in a concept, and saying that it is done.</summary>
internal static class TaskRoutes
{
    public static void MapTasks(this IEndpointRouteBuilder concept)
    {
        var tasks = concept.MapGroup("/tasks").WithTags("Resolutions");
        tasks.MapGet("/", ListAsync)
            .WithQuery("state", "open or done; both where absent.")
            .WithName("ListTasks").WithSummary("What is left to do and what was done, oldest first.");
        tasks.MapPost("/{id}/done", DoneAsync)
            .WithName("PostTaskDone").WithSummary("Says that a task is done; for editors and administrators. Saying it again changes nothing.");
    }

    private static async Task<Results<Ok<IReadOnlyList<TaskView>>, ProblemHttpResult>> ListAsync(
        string concept, HttpRequest request, ConceptReader reader, ConceptTable table, IDirectory directory, CancellationToken cancellationToken)
    {
        var state = request.Query["state"].ToString();
        if (state is not ("" or TaskRow.Open or TaskRow.Done))
        {
            return new InvalidContent([new ContentProblem("state", "invalid-value", state)]).ToProblem();
        }

        if (await reader.FindStatusAsync(new ConceptId(concept), cancellationToken) is not { ContentVersion: > 0 })
        {
            return new UnknownConcept(concept).ToProblem();
        }

        var people = await directory.ReadAsync(cancellationToken);
        var tasks = new List<TaskView>();
        await foreach (var row in table.ByPrefixAsync<TaskRow>(concept, TaskRow.Prefix, cancellationToken: cancellationToken))
        {
            if (state.Length == 0 || row.State == state)
            {
                tasks.Add(row.ToView(people));
            }
        }

        return TypedResults.Ok<IReadOnlyList<TaskView>>([.. tasks.OrderBy(task => task.CreatedAt).ThenBy(task => task.Item, NaturalOrder.Instance)]);
    }

    private static async Task<Results<Ok<TaskView>, ProblemHttpResult>> DoneAsync(
        string concept, string id, Caller caller, HttpContext context, ConceptTable table, IDirectory directory, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (!caller.IsPerson)
        {
            return new ActingMemberMissing().ToProblem();
        }

        if (!caller.IsAdministrator && (caller.IsBot || !context.User.IsInRole(Roles.Editor)))
        {
            return new NotAllowed(caller.Id, "finish a task").ToProblem();
        }

        var client = await table.OpenAsync(cancellationToken);
        var found = await client.GetEntityIfExistsAsync<TaskRow>(concept, TaskRow.Key(id), cancellationToken: cancellationToken);
        if (!found.HasValue)
        {
            return new UnknownTask(id).ToProblem();
        }

        var row = found.Value!;
        if (row.State == TaskRow.Open)
        {
            (row.State, row.DoneAt, row.DoneBy) = (TaskRow.Done, clock.GetUtcNow(), caller.Id.Value);
            row = await FinishAsync(client, row, cancellationToken);
        }

        return TypedResults.Ok(row.ToView(await directory.ReadAsync(cancellationToken)));
    }

    // A task is finished once: whoever comes second, or again, sees who was first.
    private static async Task<TaskRow> FinishAsync(TableClient client, TaskRow row, CancellationToken cancellationToken)
    {
        var entry = new LogRow
        {
            PartitionKey = row.PartitionKey,
            RowKey = LogRow.Key(row.DoneAt ?? default, row.ReadId()),
            Kind = "TaskDone",
            Item = row.Item,
            By = row.DoneBy ?? "",
            At = row.DoneAt ?? default,
            Cause = row.Resolution is { } resolution ? $"resolution:{resolution}" : null,
        };
        try
        {
            await client.SubmitTransactionAsync(
                [new TableTransactionAction(TableTransactionActionType.UpdateReplace, row, row.ETag), new TableTransactionAction(TableTransactionActionType.Add, entry)], cancellationToken);
            return row;
        }
        catch (TableTransactionFailedException failure) when (failure.Status is 409 or 412)
        {
            return (await client.GetEntityAsync<TaskRow>(row.PartitionKey, row.RowKey, cancellationToken: cancellationToken)).Value;
        }
    }
}

/// <summary>A task the concept does not have.</summary>
internal sealed record UnknownTask(string Id) : Refusal(RefusalKind.NotFound, "unknown-task", $"The concept has no task '{Id}'.");
