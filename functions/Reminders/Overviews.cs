using System.Collections.Concurrent;
using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Authentication;
using Insek.Office.Functions.Conversations;
using Insek.Office.Functions.Deadlines;
using Insek.Office.Functions.Notices;
using Insek.Office.Functions.People;
using Insek.Office.Functions.Rounds;
using Insek.Office.Functions.Storage;

namespace Insek.Office.Functions.Reminders;

/// <summary>What administrators read on Monday, computed when it is read.</summary>
internal sealed class Overviews(ConceptReader reader, DeadlineStore deadlines, DeadlineViewer viewer, RoundStore rounds, RoundCall calls, FailedNotices failed, ConversationStore conversations, IDirectory directory, TimeProvider clock)
{
    private const int MaxEntries = 50;
    private const int MaxAtOnce = 8;

    public async Task<OverviewView> ReadAsync(DateOnly monday, Caller caller, bool isEditor, CancellationToken cancellationToken)
    {
        var known = await directory.ReadAsync(cancellationToken);
        var concepts = new ConcurrentBag<OverviewConcept>();
        await Parallel.ForEachAsync(
            await reader.ListAsync(cancellationToken),
            new ParallelOptions { MaxDegreeOfParallelism = MaxAtOnce, CancellationToken = cancellationToken },
            async (concept, token) => concepts.Add(await ReadAsync(concept, monday, caller, isEditor, known, token)));

        var undelivered = await failed.ListAsync(cancellationToken);
        var unreachable = await UnreachableAsync(known, cancellationToken);
        return new OverviewView
        {
            Week = Periods.WeekOf(monday),
            From = monday,
            Until = monday.AddDays(6),
            Concepts = [.. concepts.Where(concept => concept.OverdueCount + concept.DueThisWeekCount + concept.WithoutQuorum.Count + concept.WithoutOwnerCount > 0).OrderBy(concept => concept.ConceptName, NaturalOrder.Instance)],
            FailedNotices = [.. undelivered.Take(MaxEntries)],
            FailedNoticesCount = undelivered.Count,
            Unreachable = [.. unreachable.Take(MaxEntries)],
            UnreachableCount = unreachable.Count,
        };
    }

    private async Task<OverviewConcept> ReadAsync(Concept concept, DateOnly monday, Caller caller, bool isEditor, TenantDirectory known, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var open = (await deadlines.ListAsync(concept.Id, cancellationToken)).Where(stored => stored.Deadline.State is DeadlineState.Open).OrderBy(stored => stored.Deadline.Due.Last).ThenBy(stored => stored.Deadline.Id.Value, StringComparer.Ordinal).ToArray();
        var overdue = open.Where(stored => stored.Deadline.IsOverdue(now)).ToArray();
        var thisWeek = open.Where(stored => !stored.Deadline.IsOverdue(now) && stored.Deadline.Due.Day >= monday && stored.Deadline.Due.Day <= monday.AddDays(6)).ToArray();
        var unowned = open.Where(stored => stored.Deadline.Kind is DeadlineKind.MeasureDue && stored.Deadline.OwnersIn(known).Count == 0).ToArray();
        return new OverviewConcept
        {
            Concept = concept.Id.Value,
            ConceptName = concept.DisplayName,
            Overdue = await ViewAsync(overdue),
            OverdueCount = overdue.Length,
            DueThisWeek = await ViewAsync(thisWeek),
            DueThisWeekCount = thisWeek.Length,
            WithoutQuorum = await WithoutQuorumAsync(concept.Id, cancellationToken),
            WithoutOwner = await ViewAsync(unowned),
            WithoutOwnerCount = unowned.Length,
        };

        async Task<IReadOnlyList<DeadlineView>> ViewAsync(IEnumerable<StoredDeadline> listed)
        {
            var views = new List<DeadlineView>();
            foreach (var stored in listed.Take(MaxEntries))
            {
                views.Add(await viewer.ViewAsync(concept, stored, caller, isEditor, cancellationToken));
            }

            return views;
        }
    }

    private async Task<IReadOnlyList<RoundWithoutQuorum>> WithoutQuorumAsync(ConceptId concept, CancellationToken cancellationToken)
    {
        var without = new List<RoundWithoutQuorum>();
        foreach (var stored in (await rounds.ListRunningAsync(concept, cancellationToken)).Where(stored => stored.Round.State is RoundState.Open).OrderBy(stored => stored.Round.Due))
        {
            if (await calls.ReadAsync(concept, stored.Round.Id, cancellationToken) is { HasQuorum: false } call)
            {
                without.Add(new RoundWithoutQuorum(call.Round.Id.Value, call.Round.Title, call.Round.GroupName, call.Round.Due, call.ToStanding()));
            }
        }

        return without;
    }

    private async Task<IReadOnlyList<UnreachableMember>> UnreachableAsync(TenantDirectory known, CancellationToken cancellationToken)
    {
        var personal = (await conversations.ListAsync(failed: null, cancellationToken)).Where(conversation => conversation.Member is not null).ToLookup(conversation => conversation.Member!, StringComparer.Ordinal);
        return
        [
            .. known.Groups.SelectMany(group => group.Members).Distinct()
                .Select(member => WhyUnreachable(member, known, [.. personal[member.Value]]))
                .OfType<UnreachableMember>()
                .OrderBy(entry => entry.Member.Name, NaturalOrder.Instance),
        ];
    }

    private static UnreachableMember? WhyUnreachable(MemberId member, TenantDirectory known, IReadOnlyList<ConversationDocument> conversations) => conversations switch
    {
        _ when conversations.Any(conversation => conversation.Failure is null) => null,
        [var broken, ..] => new UnreachableMember(member.ToView(known), "failed", broken.Failure),
        _ => new UnreachableMember(member.ToView(known), known.Find(member) is { IsGuest: true } ? "guest" : "notInstalled"),
    };
}
