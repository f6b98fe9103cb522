using Azure;
using Azure.Data.Tables;
using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Authentication;
using Insek.Office.Functions.Hosting;
using Insek.Office.Functions.Items;
using Insek.Office.Functions.Notices;
using Insek.Office.Functions.People;
using Insek.Office.Functions.Problems;
using Insek.Office.Functions.Rounds;
using Insek.Office.Functions.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Operation = Insek.Office.Functions.Rounds.Operation;

namespace Insek.Office.Functions.Reminders;

/// <summary>What was answered about a measure in a quarter: row <c>progress_{measure}_{quarter}</c> in the concept's partition, written with the tracking.</summary>
internal sealed class ProgressAnswerRow : ITableEntity
{
    public const string Prefix = "progress_";

    public string PartitionKey { get; set; } = "";

    public string RowKey { get; set; } = "";

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    public string By { get; set; } = "";

    public DateTimeOffset At { get; set; }

    public bool Unchanged { get; set; }

    public static string Key(ItemId measure, string quarter) => $"{Prefix}{measure}_{quarter}";
}

/// <summary>What owners say about their measures.</summary>
internal static class ProgressRoutes
{
    public static void MapProgress(this IEndpointRouteBuilder concept) =>
        concept.MapPost("/measures/{id}/progress", ReportAsync)
            .WithTags("Measures")
            .WithHeader(Operation.Header, "Names the click, so that its repetition changes nothing anew; up to 48 letters, digits, '-' or '.'.")
            .WithName("ReportProgress")
            .WithSummary("Says what has become of a measure: tracking, logged, no revision. For its owners, editors and administrators.")
            .ProducesProblem(StatusCodes.Status409Conflict);

    /// <summary>The measures of the person who asks, with what was answered.</summary>
    public static async Task<Results<Ok<ProgressQuestionsView>, ProblemHttpResult>> QuestionsAsync(
        string quarter, Caller caller, ConceptReader reader, MeasureOwners owners, ConceptTable table, IDirectory directory, CancellationToken cancellationToken)
    {
        if (!caller.IsPerson)
        {
            return new ActingMemberMissing().ToProblem();
        }

        if (Periods.FirstOf(quarter) is null)
        {
            return new InvalidParameter("quarter", quarter).ToProblem();
        }

        var known = await directory.ReadAsync(cancellationToken);
        var client = await table.OpenAsync(cancellationToken);
        var questions = new List<ProgressQuestion>();
        foreach (var concept in (await reader.ListAsync(cancellationToken)).Where(concept => known.MaySee(caller.Id, concept.Id)))
        {
            if (await reader.FindAsync(concept.Id, cancellationToken) is not { } reading)
            {
                continue;
            }

            foreach (var measure in await owners.OfAsync(caller.Id, reading, known, cancellationToken))
            {
                var answer = await client.GetEntityIfExistsAsync<ProgressAnswerRow>(concept.Id.Value, ProgressAnswerRow.Key(measure.Id, quarter), cancellationToken: cancellationToken);
                questions.Add(QuestionOf(concept, measure, answer.HasValue ? answer.Value : null, known));
            }
        }

        return TypedResults.Ok(new ProgressQuestionsView(quarter, caller.Id.ToView(known), [.. questions.OrderBy(question => question.ConceptName, NaturalOrder.Instance).ThenBy(question => question.Title, NaturalOrder.Instance)]));
    }

    private static ProgressQuestion QuestionOf(Concept concept, Measure measure, ProgressAnswerRow? answer, TenantDirectory known) => new()
    {
        Concept = concept.Id.Value,
        ConceptName = concept.DisplayName,
        Measure = measure.Id.Value,
        Number = measure.ExternalId ?? measure.Id.Value,
        Title = measure.Content.Title,
        Progress = measure.Tracking.Progress,
        NextStep = measure.Tracking.NextStep,
        ActualCostEuro = measure.Tracking.ActualCostEuro,
        Due = measure.Content.Due,
        AnsweredAt = answer?.At,
        AnsweredBy = answer is null ? null : new MemberId(answer.By).ToView(known),
        Unchanged = answer?.Unchanged is true,
    };

    private static async Task<Results<Ok<MeasureView>, ProblemHttpResult>> ReportAsync(
        string concept, string id, ProgressReport body, Caller caller, HttpContext context, ConceptWriter writer, MeasureOwners owners, NoticeHints notices, ConceptTable table, IDirectory directory, TimeProvider clock,
        CancellationToken cancellationToken)
    {
        if (!caller.IsPerson)
        {
            return new ActingMemberMissing().ToProblem();
        }

        if (!Operation.Read(context.Request).TryGet(out var operation, out var refusal))
        {
            return refusal.ToProblem();
        }

        if (body.Unchanged && (body.Progress, body.NextStep, body.ActualCostEuro) is not (null, null, null))
        {
            return new InvalidContent([new ContentProblem("unchanged", "contradicts", null)]).ToProblem();
        }

        var at = clock.GetUtcNow();
        var quarter = Periods.QuarterOf(CivilTime.DayOf(at));
        var known = await directory.ReadAsync(cancellationToken);
        var isEditor = caller.IsAdministrator || context.User.IsInRole(Roles.Editor);
        var written = await writer.WriteAsync(
            new ConceptId(concept),
            async Task<Result<Decision<Measure>>> (reading) =>
            {
                if (reading.Snapshot.FindMeasure(new ItemId(id)) is not { } measure)
                {
                    return new UnknownItem(ItemKind.Measure, id);
                }

                if (!isEditor && !await owners.OwnsAsync(caller.Id, reading.Snapshot.Concept.Id, measure, known, cancellationToken))
                {
                    return new NotAllowed(caller.Id, "report on somebody else's measure");
                }

                return Decide(reading, measure, body, caller.Id, quarter, operation, at);
            },
            cancellationToken);
        if (!written.TryGet(out var now, out refusal))
        {
            return refusal.ToProblem();
        }

        await RefreshAsync(caller.Id, quarter, notices, table, at, cancellationToken);
        context.Response.Headers.ETag = EntityTags.Of(now.Version);
        return TypedResults.Ok(ReadMeasures.View(now));
    }

    private static Result<Decision<Measure>> Decide(ConceptReading reading, Measure measure, ProgressReport body, MemberId by, string quarter, string operation, DateTimeOffset at)
    {
        var concept = reading.Snapshot.Concept.Id;
        var rows = new WriteSet(concept, $"{operation}-progress", $"progress:{quarter}");
        var wanted = measure.Tracking with
        {
            Progress = body.Progress ?? measure.Tracking.Progress,
            NextStep = body.NextStep is null ? measure.Tracking.NextStep : string.IsNullOrWhiteSpace(body.NextStep) ? null : body.NextStep,
            ActualCostEuro = body.ActualCostEuro ?? measure.Tracking.ActualCostEuro,
        };
        var answer = measure;
        if (wanted != measure.Tracking)
        {
            if (!measure.Track(wanted, by, at).TryGet(out var changed, out var refusal))
            {
                return refusal;
            }

            answer = changed.Item;
            rows.Save(changed.Item, [changed.Change], reading.Concept);
        }
        else
        {
            // "Nichts Neues" is an answer: logged, though nothing about the measure changes.
            rows.Log("ProgressUnchanged", by, at, measure.Id.Value);
        }

        rows.Add(new TableTransactionAction(
            TableTransactionActionType.UpsertReplace,
            new ProgressAnswerRow { PartitionKey = concept.Value, RowKey = ProgressAnswerRow.Key(measure.Id, quarter), By = by.Value, At = at, Unchanged = wanted == measure.Tracking }));
        return new Decision<Measure>(answer, rows);
    }

    // The card that asked shows the answer; whoever was never asked gets none.
    private static async Task RefreshAsync(MemberId member, string quarter, NoticeHints notices, ConceptTable table, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var client = await table.OpenAsync(cancellationToken);
        if ((await client.GetEntityIfExistsAsync<AskedRow>(Tenant.Partition, AskedRow.Progress(member, quarter, at).RowKey, cancellationToken: cancellationToken)).HasValue)
        {
            await notices.RaiseAsync(Tenant.Partition, cancellationToken);
            await client.SubmitTransactionAsync([Outbox.Progress(member, quarter, Periods.FirstOf(quarter)!.Value, at)], cancellationToken);
        }
    }
}
