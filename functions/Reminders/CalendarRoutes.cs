using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Authentication;
using Insek.Office.Functions.Deadlines;
using Insek.Office.Functions.Hosting;
using Insek.Office.Functions.People;
using Insek.Office.Functions.Problems;
using Insek.Office.Functions.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Insek.Office.Functions.Reminders;

/// <summary>Calendar feeds, and the secret addresses at which programs that know no tokens read them.</summary>
internal static class CalendarRoutes
{
    private const string MediaType = "text/calendar; charset=utf-8";

    /// <summary>Maps a person's own address.</summary>
    public static void MapCalendarLink(this IEndpointRouteBuilder me)
    {
        me.MapGet("/calendar-link", GetAsync).WithName("GetCalendarLink").WithSummary("Whether the person who asks has a calendar address.");
        me.MapPost("/calendar-link", PostAsync).WithName("RenewCalendarLink").WithSummary("Makes a new calendar address and shows it once; an earlier one works no more.");
        me.MapDelete("/calendar-link", DeleteAsync).WithName("RevokeCalendarLink").WithSummary("Revokes the calendar address.");
    }

    /// <summary>Maps the feed, which needs no token but the key. Whatever is wrong with that, there is nothing at the address.</summary>
    public static void MapCalendarFeed(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/concepts/{concept}/deadlines.ics", FeedAsync)
            .AllowAnonymous()
            .WithTags("Deadlines")
            .WithQuery("key", "The person's secret key.")
            .WithName("GetDeadlineCalendar")
            .WithSummary("A person's open deadlines of a concept as iCalendar (RFC 5545). Needs the secret key instead of a token.")
            .Produces(StatusCodes.Status200OK, contentType: "text/calendar")
            .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<CalendarLinkView>, ProblemHttpResult>> GetAsync(Caller caller, CalendarLinks links, CancellationToken cancellationToken) =>
        caller.IsPerson ? TypedResults.Ok(new CalendarLinkView { CreatedAt = await links.FindAsync(caller.Id, cancellationToken) }) : new ActingMemberMissing().ToProblem();

    private static async Task<Results<Ok<CalendarLinkView>, ProblemHttpResult>> PostAsync(
        Caller caller, HttpResponse response, CalendarLinks links, ConceptReader reader, IDirectory directory, CancellationToken cancellationToken)
    {
        if (!caller.IsPerson)
        {
            return new ActingMemberMissing().ToProblem();
        }

        var known = await directory.ReadAsync(cancellationToken);
        var key = await links.RenewAsync(caller.Id, cancellationToken);
        var concepts = (await reader.ListAsync(cancellationToken)).Where(concept => known.MaySee(caller.Id, concept.Id));
        response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new CalendarLinkView
        {
            CreatedAt = await links.FindAsync(caller.Id, cancellationToken),
            Feeds = [.. concepts.Select(concept => new CalendarFeed(concept.Id.Value, concept.DisplayName, $"/api/concepts/{concept.Id}/deadlines.ics?key={key}"))],
        });
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(Caller caller, CalendarLinks links, CancellationToken cancellationToken)
    {
        if (!caller.IsPerson)
        {
            return new ActingMemberMissing().ToProblem();
        }

        await links.RevokeAsync(caller.Id, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<IResult> FeedAsync(
        string concept, HttpContext context, CalendarLinks links, ConceptReader reader, DeadlineStore deadlines, RoundCall calls, IDirectory directory, TimeProvider clock, CancellationToken cancellationToken)
    {
        var known = await directory.ReadAsync(cancellationToken);
        if (!Identifier.IsValid(concept)
            || context.Request.Query["key"] is not [var key]
            || await links.OwnerOfAsync(key, cancellationToken) is not { } member
            || known.Find(member) is null
            || !known.MaySee(member, new ConceptId(concept))
            || await reader.FindAsync(new ConceptId(concept), cancellationToken) is not { } reading)
        {
            return ProblemMapping.Of(StatusCodes.Status404NotFound, "not-found", "There is nothing at this address.");
        }

        var mine = new List<StoredDeadline>();
        foreach (var stored in (await deadlines.ListAsync(new ConceptId(concept), cancellationToken)).Where(stored => stored.Deadline.State is DeadlineState.Open))
        {
            var concerned = stored.Deadline is { Kind: DeadlineKind.RoundDue, Source.Id: { } round }
                ? await calls.ReadAsync(new ConceptId(concept), new RoundId(round), cancellationToken) is { } call ? call.Missing : []
                : stored.Deadline.RemindedIn(known);
            if (concerned.Contains(member))
            {
                mine.Add(stored);
            }
        }

        context.Response.Headers.CacheControl = "private, no-cache";
        var ordered = mine.OrderBy(stored => stored.Deadline.Due.Last).ThenBy(stored => stored.Deadline.Id.Value, StringComparer.Ordinal);
        return TypedResults.Bytes(DeadlineCalendar.Write(reading.Snapshot.Concept, ordered, clock.GetUtcNow()), MediaType);
    }
}
