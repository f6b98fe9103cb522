using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Authentication;
using Insek.Office.Functions.Notices;
using Insek.Office.Functions.People;
using Insek.Office.Functions.Problems;
using Insek.Office.Functions.Rounds;
using Insek.Office.Functions.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Insek.Office.Functions.Reminders;

/// <summary>A round that needs somebody: how it stands, and reminding those who have not voted.</summary>
internal static class EscalationRoutes
{
    private const int ProposedDays = 7;

    public static void MapEscalations(this IEndpointRouteBuilder concept)
    {
        var rounds = concept.MapGroup("/rounds").WithTags("Rounds");
        rounds.MapGet("/{id}/escalation", GetAsync).WithName("GetEscalation").WithSummary("A round as its chair and administrators see it when it needs them.");
        rounds.MapPost("/{id}/remind", RemindAsync).WithName("RemindVoters").WithSummary("Reminds those who have not voted, each once a day. For the chair and administrators.").ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<Results<Ok<EscalationView>, ProblemHttpResult>> GetAsync(
        string concept, string id, Caller caller, RoundCall calls, ConceptReader reader, IDirectory directory, ReminderClock schedule, TimeProvider clock, CancellationToken cancellationToken)
    {
        var conceptId = new ConceptId(concept);
        if (await calls.ReadAsync(conceptId, new RoundId(id), cancellationToken) is not { } call || await reader.FindAsync(conceptId, cancellationToken) is not { } reading)
        {
            return new UnknownRound(id).ToProblem();
        }

        var known = await directory.ReadAsync(cancellationToken);
        if (!RoundActor.Manages(caller, call.Round, known))
        {
            return new NotAllowed(caller.Id, "see who has not voted in this round").ToProblem();
        }

        var now = clock.GetUtcNow();
        var isOpen = call.Round.State is RoundState.Open && now <= call.Round.Due;
        var proposed = CivilTime.At((call.Round.Due > now ? CivilTime.DayOf(call.Round.Due) : CivilTime.DayOf(now)).AddDays(ProposedDays), CivilTime.TimeOf(call.Round.Due));
        return TypedResults.Ok(new EscalationView
        {
            Concept = concept,
            ConceptName = reading.Snapshot.Concept.DisplayName,
            Round = call.Round.ToSummary(),
            Why = call.IsOverdue(now) ? "overdue" : isOpen && !call.HasQuorum && schedule.Schedule.IsTimeToEscalate(Due.At(call.Round.Due), now) ? "noQuorum" : "settled",
            Standing = call.ToStanding(),
            Missing = [.. call.Missing.Select(member => member.ToView(known))],
            Chair = (known.Find(call.Round.Group)?.Chair ?? call.Round.Chair)?.ToView(known),
            MayManage = isOpen,
            ProposedDue = proposed,
        });
    }

    private static async Task<Results<Ok<RoundReminded>, ProblemHttpResult>> RemindAsync(
        string concept, string id, Caller caller, RoundCall calls, RoundStore rounds, NoticeHints notices, IDirectory directory, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (!caller.IsPerson)
        {
            return new ActingMemberMissing().ToProblem();
        }

        var conceptId = new ConceptId(concept);
        if (await calls.ReadAsync(conceptId, new RoundId(id), cancellationToken) is not { } call)
        {
            return new UnknownRound(id).ToProblem();
        }

        var known = await directory.ReadAsync(cancellationToken);
        if (!RoundActor.Manages(caller, call.Round, known))
        {
            return new NotAllowed(caller.Id, "remind the voters of this round").ToProblem();
        }

        var at = clock.GetUtcNow();
        if (call.Round.State is not RoundState.Open || at > call.Round.Due)
        {
            return new RoundNotOpen(call.Round.Id, call.Round.State).ToProblem();
        }

        // One notice for each and day: however often the chair clicks, nobody is told twice. The log says who asked first.
        await notices.RaiseAsync(conceptId, cancellationToken);
        foreach (var chunk in call.Missing.Chunk(MaxPerTransaction))
        {
            await rounds.TrySubmitAsync(chunk.Select(member => Outbox.RoundReminder(conceptId, call.Round, member, at)), cancellationToken);
        }

        var rows = new WriteSet(conceptId, FormattableString.Invariant($"{id}-remind-{CivilTime.DayOf(at):yyyyMMdd}-{caller.Id}"), $"round:{id}");
        rows.Log("VotersReminded", call.Round.Id, caller.Id, CivilTime.StartOf(CivilTime.DayOf(at)), FormattableString.Invariant($"{call.Missing.Count} to be told"));
        await rounds.TrySubmitAsync(rows.Actions, cancellationToken);
        return TypedResults.Ok(new RoundReminded([.. call.Missing.Select(member => member.ToView(known))]));
    }

    private const int MaxPerTransaction = 100;
}
