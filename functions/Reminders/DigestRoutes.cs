using System.Globalization;
using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Authentication;
using Insek.Office.Functions.Conversations;
using Insek.Office.Functions.Deadlines;
using Insek.Office.Functions.People;
using Insek.Office.Functions.Problems;
using Insek.Office.Functions.Rounds;
using Insek.Office.Functions.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Insek.Office.Functions.Reminders;

/// <summary>What cards are made of that belong to no one concept: a person's deadlines and digests, an administrator's overviews.</summary>
internal static class DigestRoutes
{
    public static void MapReminders(this IEndpointRouteBuilder app)
    {
        var all = app.MapGroup("/api").RequireAuthorization(Policies.Read)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        var reminders = all.MapGroup("").WithTags("Reminders").ProducesProblem(StatusCodes.Status404NotFound);
        reminders.MapGet("/digests/{date}", DigestAsync).WithName("GetDigest").WithSummary("What the person who asks was reminded of on a day, as it stands now.");
        reminders.MapGet("/overviews/{week}", OverviewAsync).WithName("GetOverview").WithSummary("A week (2024-W12) as administrators see it, as it stands now.");
        reminders.MapGet("/progress/{quarter}", ProgressRoutes.QuestionsAsync).WithName("GetProgressQuestions").WithSummary("The measures of the person who asks, with what was answered in a quarter (2024-Q1).");

        var me = all.MapGroup("/me").WithTags("Me");
        me.MapGet("/deadlines", MineAsync).WithName("GetMyDeadlines").WithSummary("The deadlines of the person who asks, of all concepts, first due first; owner=… asks for somebody else's.");
        me.MapPreferences();
        me.MapCalendarLink();
    }

    private static async Task<Results<Ok<Page<DeadlineView>>, ProblemHttpResult>> MineAsync(
        [AsParameters] DeadlineQuery query, Caller caller, HttpContext context, ConceptReader reader, DeadlineLists lists, IDirectory directory, CancellationToken cancellationToken)
    {
        if (!caller.IsPerson)
        {
            return new ActingMemberMissing().ToProblem();
        }

        if (!query.Read(caller).TryGet(out var asked, out var refusal))
        {
            return refusal.ToProblem();
        }

        var mine = asked.Owner is null && !asked.HasNoOwner ? asked with { Owner = caller.Id } : asked;
        var known = await directory.ReadAsync(cancellationToken);
        var concepts = (await reader.ListAsync(cancellationToken)).Where(concept => caller.MaySee(concept.Id, known)).ToArray();
        return TypedResults.Ok(await lists.PageAsync(concepts, mine, caller, context.User.IsInRole(Roles.Editor), cancellationToken));
    }

    private static async Task<Results<Ok<DigestView>, ProblemHttpResult>> DigestAsync(
        string date, Caller caller, HttpContext context, Digests digests, ConceptReader reader, DeadlineStore deadlines, DeadlineViewer viewer, IDirectory directory, CancellationToken cancellationToken)
    {
        if (!caller.IsPerson)
        {
            return new ActingMemberMissing().ToProblem();
        }

        if (!DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return new InvalidParameter("date", date).ToProblem();
        }

        if (await digests.FindAsync(caller.Id, day, cancellationToken) is not { } items)
        {
            return new UnknownDigest(date).ToProblem();
        }

        var known = await directory.ReadAsync(cancellationToken);
        var concepts = new List<DigestConcept>();
        foreach (var group in items.GroupBy(item => item.Concept))
        {
            if (!caller.MaySee(group.Key, known) || await reader.FindAsync(group.Key, cancellationToken) is not { } reading)
            {
                continue;
            }

            var entries = new List<DigestEntry>();
            foreach (var item in group)
            {
                if (await deadlines.FindAsync(group.Key, item.Deadline, cancellationToken) is { } stored)
                {
                    var call = await viewer.FindCallAsync(group.Key, stored.Deadline, cancellationToken);
                    var view = await viewer.ViewAsync(reading.Snapshot.Concept, stored, call, caller, context.User.IsInRole(Roles.Editor), cancellationToken);
                    entries.Add(new DigestEntry(view, IsSettled(stored.Deadline, call, caller.Id, known)));
                }
            }

            concepts.Add(new DigestConcept(group.Key.Value, reading.Snapshot.Concept.DisplayName, [.. entries.OrderBy(entry => entry.Deadline.DueAt).ThenBy(entry => entry.Deadline.Id, StringComparer.Ordinal)]));
        }

        return TypedResults.Ok(new DigestView
        {
            Date = day,
            Member = caller.Id.ToView(known),
            Concepts = [.. concepts.Where(concept => concept.Entries.Count > 0).OrderBy(concept => concept.ConceptName, NaturalOrder.Instance)],
            Count = concepts.Sum(concept => concept.Entries.Count),
            OpenCount = concepts.Sum(concept => concept.Entries.Count(entry => !entry.Settled)),
        });
    }

    private static bool IsSettled(Deadline deadline, RoundCallState? call, MemberId member, TenantDirectory known) => deadline switch
    {
        { State: not DeadlineState.Open } => true,
        { Kind: DeadlineKind.RoundDue } => call is not { Round.State: RoundState.Open } || !call.Missing.Contains(member),
        _ => !deadline.RemindedIn(known).Contains(member),
    };

    private static async Task<Results<Ok<OverviewView>, ProblemHttpResult>> OverviewAsync(string week, Caller caller, HttpContext context, Overviews overviews, CancellationToken cancellationToken)
    {
        if (caller.RefuseOthersThanAdministrators("read overviews") is { } refusal)
        {
            return refusal.ToProblem();
        }

        return Periods.MondayOf(week) is { } monday ? TypedResults.Ok(await overviews.ReadAsync(monday, caller, context.User.IsInRole(Roles.Editor), cancellationToken)) : new InvalidParameter("week", week).ToProblem();
    }
}

/// <summary>A day on which the person was not reminded of anything.</summary>
internal sealed record UnknownDigest(string Date) : Refusal(RefusalKind.NotFound, "unknown-digest", $"There is no digest of {Date}.");
