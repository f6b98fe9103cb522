using System.Globalization;
using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Authentication;
using Insek.Office.Functions.Conversations;
using Insek.Office.Functions.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Insek.Office.Functions.Notices;

/// <summary>The outbox: the bot takes notices and says what became of them; administrators see what failed.</summary>
internal static class NoticeRoutes
{
    private const int DefaultMax = 32;
    private const int MaxMax = 100;
    private const int MaxReason = 500;
    private const int MaxRetryAfterSeconds = 86_400;

    /// <summary>Instead of a notice's id: all that failed in the concept.</summary>
    private const string All = "*";

    public static void MapNotices(this IEndpointRouteBuilder app)
    {
        var notices = app.MapGroup("/api/notices").RequireAuthorization(Policies.Read).WithTags("Notices")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        notices.MapPost("/lease", LeaseAsync).AddEndpointFilter(BotRoutes.RefuseOthersAsync).ProducesProblem(StatusCodes.Status409Conflict)
            .WithName("LeaseNotices").WithSummary("Takes or renews the sending lease and gives out what is due. Another sender's lease is a conflict, with Retry-After.");
        notices.MapPost("/ack", AckAsync).AddEndpointFilter(BotRoutes.RefuseOthersAsync).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .WithName("AckNotice").WithSummary("Says that a notice is shown. Saying it again changes nothing.");
        notices.MapPost("/fail", FailAsync).AddEndpointFilter(BotRoutes.RefuseOthersAsync).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .WithName("FailNotice").WithSummary("Says that a notice could not be sent: it is tried again later, or listed as failed.");
        notices.MapGet("/failed", FailedAsync)
            .WithName("ListFailedNotices").WithSummary("What could not be delivered, newest first; for administrators.");
        notices.MapPost("/resend", ResendAsync).ProducesProblem(StatusCodes.Status404NotFound)
            .WithName("ResendNotice").WithSummary("Sends a failed notice again, or with the id * all that failed in the concept; for administrators.");
    }

    private static async Task<Results<Ok<LeaseView>, ProblemHttpResult>> LeaseAsync(
        LeaseRequest body, HttpResponse response, SendingLease sending, NoticePicker picker, TimeProvider clock, CancellationToken cancellationToken)
    {
        var max = body.Max ?? DefaultMax;
        var problems = new List<ContentProblem>();
        if (!Identifier.IsValid(body.Sender))
        {
            problems.Add(new ContentProblem("sender", "invalid-id", body.Sender));
        }

        if (max is < 1 or > MaxMax)
        {
            problems.Add(new ContentProblem("max", "out-of-range", max.ToString(CultureInfo.InvariantCulture)));
        }

        if (problems.Count > 0)
        {
            return new InvalidContent(problems.ToValueList()).ToProblem();
        }

        if (!(await sending.TakeAsync(body.Sender, cancellationToken)).TryGet(out var lease, out var refusal))
        {
            if (refusal is not LeaseHeld held)
            {
                return refusal.ToProblem();
            }

            var wait = Math.Max(1, Math.Ceiling((held.Until - clock.GetUtcNow()).TotalSeconds));
            response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
            return held.ToProblem([new("until", held.Until.ToString("O", CultureInfo.InvariantCulture))]);
        }

        return TypedResults.Ok(new LeaseView(lease.Token, lease.Until, await picker.PickAsync(lease, max, cancellationToken)));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> AckAsync(NoticeAck body, Deliveries deliveries, CancellationToken cancellationToken)
    {
        var problems = NoticeIds.Check(body.Concept, body.Id).ToList();
        if (string.IsNullOrWhiteSpace(body.Conversation))
        {
            problems.Add(new ContentProblem("conversation", "required", body.Conversation));
        }

        if (Read(body.Tag, problems) is not { } tag)
        {
            return new InvalidContent(problems.ToValueList()).ToProblem();
        }

        return await deliveries.AckAsync(body with { Conversation = ConversationKey.WithoutThread(body.Conversation) }, tag, cancellationToken) is { } refusal
            ? refusal.ToProblem()
            : TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> FailAsync(NoticeFailure body, Deliveries deliveries, CancellationToken cancellationToken)
    {
        var problems = NoticeIds.Check(body.Concept, body.Id).ToList();
        if (string.IsNullOrWhiteSpace(body.Reason) || body.Reason.Length > MaxReason)
        {
            problems.Add(new ContentProblem("reason", string.IsNullOrWhiteSpace(body.Reason) ? "required" : "too-long", body.Reason));
        }

        if (body.RetryAfterSeconds is < 0 or > MaxRetryAfterSeconds)
        {
            problems.Add(new ContentProblem("retryAfterSeconds", "out-of-range", body.RetryAfterSeconds.Value.ToString(CultureInfo.InvariantCulture)));
        }

        if (Read(body.Tag, problems) is not { } tag)
        {
            return new InvalidContent(problems.ToValueList()).ToProblem();
        }

        return await deliveries.FailAsync(body, tag, cancellationToken) is { } refusal ? refusal.ToProblem() : TypedResults.NoContent();
    }

    private static async Task<Results<Ok<IReadOnlyList<FailedNotice>>, ProblemHttpResult>> FailedAsync(Caller caller, FailedNotices failed, CancellationToken cancellationToken) =>
        caller.RefuseOthersThanAdministrators("list notices") is { } refusal ? refusal.ToProblem() : TypedResults.Ok(await failed.ListAsync(cancellationToken));

    private static async Task<Results<NoContent, ProblemHttpResult>> ResendAsync(NoticeName body, Caller caller, FailedNotices failed, CancellationToken cancellationToken)
    {
        if (caller.RefuseOthersThanAdministrators("send notices again") is { } refused)
        {
            return refused.ToProblem();
        }

        var problems = NoticeIds.Check(body.Concept, body.Id == All ? "all" : body.Id).ToValueList();
        if (problems.Count > 0)
        {
            return new InvalidContent(problems).ToProblem();
        }

        if (body.Id == All)
        {
            await failed.ResendAsync(body.Concept, _ => true, cancellationToken);
            return TypedResults.NoContent();
        }

        return await failed.ResendAsync(body.Concept, body.Id, cancellationToken) is { } refusal ? refusal.ToProblem() : TypedResults.NoContent();
    }

    // Null where anything is wrong, with every reason in the list.
    private static LeaseTag? Read(string text, List<ContentProblem> problems)
    {
        var tag = LeaseTag.Parse(text);
        if (tag is null)
        {
            problems.Add(new ContentProblem("tag", "invalid-value", text));
        }

        return problems.Count == 0 ? tag : null;
    }
}
