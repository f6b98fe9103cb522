using System.ComponentModel;
using System.Globalization;
using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Authentication;
using Insek.Office.Functions.Problems;
using Insek.Office.Functions.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Insek.Office.Functions.Rounds;

/// <summary>Lists rounds and reads one.</summary>
internal static class ReadRounds
{
    public static void MapListRounds(this IEndpointRouteBuilder rounds) =>
        rounds.MapGet("/", ListAsync).WithName("ListRounds").WithSummary("Rounds, newest first.");

    public static void MapGetRound(this IEndpointRouteBuilder rounds) =>
        rounds.MapGet("/{id}", GetAsync).WithName("GetRound").WithSummary("One round as the person who asks may see it: names and reasons when it has closed.");

    private static async Task<Results<Ok<Page<RoundSummary>>, ProblemHttpResult>> ListAsync(
        string concept, [AsParameters] RoundQuery query, ConceptReader reader, RoundStore rounds, CancellationToken cancellationToken)
    {
        if (await reader.FindStatusAsync(new ConceptId(concept), cancellationToken) is not { ContentVersion: > 0 })
        {
            return new UnknownConcept(concept).ToProblem();
        }

        if (!query.Read().TryGet(out var asked, out var refusal))
        {
            return refusal.ToProblem();
        }

        var all = (await rounds.ListAsync(new ConceptId(concept), cancellationToken))
            .Select(stored => stored.Round)
            .Where(asked.Takes)
            .OrderByDescending(round => round.OpenedAt)
            .ThenBy(round => round.Id.Value, StringComparer.Ordinal)
            .ToArray();
        var page = all.SkipWhile(round => asked.After is { } after && !after.IsBefore(round)).Take(asked.Limit).ToArray();
        var more = page.Length > 0 && page[^1] != all[^1];
        return TypedResults.Ok(new Page<RoundSummary>([.. page.Select(round => round.ToSummary())], all.Length, more ? RoundPlace.Of(page[^1]).ToString() : null));
    }

    private static async Task<Results<Ok<RoundView>, ProblemHttpResult>> GetAsync(
        string concept, string id, Caller caller, ConceptReader reader, RoundStore rounds, BallotProgress progress, RoundViewer viewer, RoundChanges changes, RoundWorker worker, HttpResponse response,
        CancellationToken cancellationToken)
    {
        var (conceptId, roundId) = (new ConceptId(concept), new RoundId(id));
        var (head, row, voted) = (
            reader.FindAsync(conceptId, cancellationToken),
            rounds.FindAsync(conceptId, roundId, cancellationToken),
            progress.ReadAsync(conceptId, roundId, cancellationToken));
        await Task.WhenAll(head, row, voted);
        if (await head is not { } reading)
        {
            return new UnknownConcept(concept).ToProblem();
        }

        if (await row is not { } stored)
        {
            return new UnknownRound(id).ToProblem();
        }

        // Whoever looks at a round that is on its way helps it along: its process may have died.
        if (stored.Round.State is RoundState.Opening or RoundState.Closing or RoundState.Cancelling)
        {
            _ = worker.Start(conceptId, stored.Round.Id);
        }

        // The concept may be read a moment later than the round, when the round's own end has moved the items already.
        var round = RoundItems.AreGone(stored.Round, reading.Snapshot) && await rounds.FindAsync(conceptId, roundId, cancellationToken) is { } now ? now.Round : stored.Round;

        // Nor did whoever cast the last vote perhaps live to look whether it was the last.
        var ballots = await voted;
        if (round.State is RoundState.Open && round.IsComplete(ballots, RoundItems.Live(round, reading.Snapshot)))
        {
            round = await changes.CloseCompleteAsync(conceptId, round, cancellationToken);
        }

        response.Headers.ETag = EntityTags.Of(round.Version);
        return TypedResults.Ok(await viewer.ViewAsync(reading, round, caller, ballots, cancellationToken));
    }
}

/// <summary>The query of a list of rounds, as it comes in.</summary>
internal sealed class RoundQuery
{
    private const int DefaultLimit = 50;
    private const int MaxLimit = 500;

    [Description("opening, open, paused, closing, closed, cancelling or cancelled; several joined by commas.")]
    [FromQuery(Name = "state")]
    public string? State { get; init; }

    [Description("A group's id.")]
    [FromQuery(Name = "group")]
    public string? Group { get; init; }

    [Description("A goal's or measure's id: rounds that ask or asked about it.")]
    [FromQuery(Name = "item")]
    public string? Item { get; init; }

    [Description("Entries per page, 1 to 500; 50 where absent.")]
    [FromQuery(Name = "limit")]
    public string? Limit { get; init; }

    [Description("From the page before.")]
    [FromQuery(Name = "continuation")]
    public string? Continuation { get; init; }

    public Result<RoundFilter> Read()
    {
        var states = (State ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(ParameterValue.Parse<RoundState>).ToArray();
        if (states.Contains(null))
        {
            return new InvalidParameter("state", State!);
        }

        if (Item is { Length: > 0 } && !Identifier.IsValid(Item))
        {
            return new InvalidParameter("item", Item);
        }

        var limit = DefaultLimit;
        if (Limit is { Length: > 0 } && !(int.TryParse(Limit, NumberStyles.None, CultureInfo.InvariantCulture, out limit) && limit is > 0 and <= MaxLimit))
        {
            return new InvalidParameter("limit", Limit);
        }

        RoundPlace? after = null;
        if (Continuation is { Length: > 0 } && !RoundPlace.TryRead(Continuation, out after))
        {
            return new InvalidParameter("continuation", Continuation);
        }

        return new RoundFilter([.. states.OfType<RoundState>()], Group is { Length: > 0 } ? Group : null, Item is { Length: > 0 } ? new ItemId(Item) : null, limit, after);
    }
}

/// <summary>Which rounds are asked for.</summary>
internal sealed record RoundFilter(IReadOnlyList<RoundState> States, string? Group, ItemId? Item, int Limit, RoundPlace? After)
{
    public bool Takes(ApprovalRound round) =>
        (States.Count == 0 || States.Contains(round.State)) && (Group is null || round.Group.Value == Group) && (Item is not { } item || round.Find(item) is not null);
}

/// <summary>Where a round stands among the others, so that a page goes on right though rounds open meanwhile.</summary>
internal sealed record RoundPlace(long OpenedTicks, string Id)
{
    public static RoundPlace Of(ApprovalRound round) => new(round.OpenedAt.UtcTicks, round.Id.Value);

    public static bool TryRead(string text, out RoundPlace? place)
    {
        place = text.Split('_') is [var ticks, var id] && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var opened) ? new RoundPlace(opened, id) : null;
        return place is not null;
    }

    public bool IsBefore(ApprovalRound round) =>
        round.OpenedAt.UtcTicks < OpenedTicks || (round.OpenedAt.UtcTicks == OpenedTicks && string.CompareOrdinal(round.Id.Value, Id) > 0);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{OpenedTicks}_{Id}");
}
