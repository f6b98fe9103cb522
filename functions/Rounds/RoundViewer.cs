using System.Collections.Concurrent;
using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Authentication;
using Insek.Office.Functions.People;
using Insek.Office.Functions.Storage;

namespace Insek.Office.Functions.Rounds;

/// <summary>Makes what a person sees of a round: names only where they may be seen, reasons when it has closed.</summary>
internal sealed class RoundViewer(RoundStore rounds, BallotProgress progress, ItemChanges changes, IDirectory directory)
{
    private const int MaxCached = 64;

    private readonly ConcurrentDictionary<(ConceptId Concept, RoundId Round), Ballot[]> _closed = new();

    /// <summary>The round for one person.</summary>
    /// <param name="reading">The concept.</param>
    /// <param name="round">The round.</param>
    /// <param name="caller">Who looks.</param>
    /// <param name="known">Ballots that have just been read, without votes; null where none were.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<RoundView> ViewAsync(ConceptReading reading, ApprovalRound round, Caller caller, IReadOnlyList<Ballot>? known, CancellationToken cancellationToken)
    {
        var concept = reading.Snapshot.Concept;
        var names = await directory.ReadAsync(cancellationToken);
        var ballots = round.State is RoundState.Closed ? await ClosedAsync(concept.Id, round.Id, cancellationToken) : known ?? await progress.ReadAsync(concept.Id, round.Id, cancellationToken);
        var cast = ballots.Where(ballot => ballot.IsCast).Select(ballot => ballot.For).ToHashSet();
        var voted = round.Electorate.Where(cast.Contains).ToArray();
        var manages = RoundActor.Manages(caller, round, names);
        var items = await ItemsAsync(reading, round, cancellationToken);
        return new RoundView
        {
            Id = round.Id.Value,
            Title = round.Title,
            Stage = ParameterValue.Of(round.Stage),
            Group = round.Group.Value,
            GroupName = round.GroupName,
            State = ParameterValue.Of(round.State),
            Rule = ParameterValue.Of(round.Procedure.Rule),
            QuorumPercent = round.Procedure.QuorumPercent,
            OpenVoting = round.Procedure.IsOpenVoting,
            OpenedAt = round.OpenedAt,
            Due = round.Due,
            ItemCount = round.Items.Count,
            ElectorateCount = round.Electorate.Count,
            Concept = concept.Id.Value,
            ConceptName = concept.DisplayName,
            Version = round.Version,
            OpenedBy = round.OpenedBy.ToView(names),
            Chair = round.Chair?.ToView(names),
            Stamp = RoundMapping.StampOf(items),
            Items = items,
            Electorate = [.. round.Electorate.Select(member => member.ToView(names))],
            VotedCount = voted.Length,
            Voted = round.State is RoundState.Closed || round.Procedure.IsOpenVoting || manages ? [.. voted.Select(member => member.ToView(names))] : null,
            MayManage = manages,
            Follows = round.Follows?.Value,
            FollowedBy = EndingSteps.Follows(round) ? round.SteeringRound.Value : null,
            ClosedFor = round.ClosedFor is { } cause ? ParameterValue.Of(cause) : null,
            EndedBy = round.EndedBy?.ToView(names),
            EndedAt = round.EndedAt,
            Reason = round.Reason,
            PausedFor = round.PausedFor is { } pause ? ParameterValue.Of(pause) : null,
            PausedAt = round.PausedAt,
            Outcomes = round.State is RoundState.Closed ? Outcomes(round, ballots, names) : [],
        };
    }

    private static IReadOnlyList<OutcomeView> Outcomes(ApprovalRound round, IEnumerable<Ballot> ballots, TenantDirectory names)
    {
        var electorate = round.Electorate.ToHashSet();
        var statements = ballots
            .Where(ballot => ballot.IsCast && electorate.Contains(ballot.For))
            .OrderBy(ballot => ballot.For.Value, StringComparer.Ordinal)
            .SelectMany(ballot => ballot.Votes.Where(vote => !string.IsNullOrWhiteSpace(vote.Text)).Select(vote => (vote.Item, Statement: new Statement(ballot.For, ballot.By ?? ballot.For, vote.Choice, vote.Text!))))
            .ToLookup(entry => entry.Item, entry => entry.Statement);
        return [.. round.Outcomes.Select(outcome => outcome.ToView(statements[outcome.Item], names))];
    }

    private async Task<IReadOnlyList<BallotItemView>> ItemsAsync(ConceptReading reading, ApprovalRound round, CancellationToken cancellationToken)
    {
        var live = RoundItems.Live(round, reading.Snapshot).ToDictionary(item => item.Item, item => item.Revision);
        var outcomes = round.Outcomes.ToDictionary(outcome => outcome.Item);
        var views = new BallotItemView[round.Items.Count];
        await Parallel.ForAsync(0, views.Length, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellationToken }, async (index, token) =>
        {
            var item = round.Items[index];
            var outcome = outcomes.GetValueOrDefault(item.Item);
            var revision = outcome?.Revision ?? (live.TryGetValue(item.Item, out var present) ? present : item.Revision);
            var diff = item.PresentedRevision is { } presented && presented != revision
                ? await changes.FindAsync(reading.Snapshot.Concept.Id, item, presented, revision, token)
                : null;
            var withdrawn = outcome is not null ? outcome.Decision is Decision.Withdrawn : round.State is RoundState.Open or RoundState.Paused or RoundState.Closing && !live.ContainsKey(item.Item);
            views[index] = item.ToView(reading.Snapshot, revision, withdrawn, diff);
        });
        return views;
    }

    // Sealed ballots never change again.
    private async Task<IReadOnlyList<Ballot>> ClosedAsync(ConceptId concept, RoundId round, CancellationToken cancellationToken)
    {
        if (_closed.TryGetValue((concept, round), out var kept))
        {
            return kept;
        }

        if (_closed.Count >= MaxCached)
        {
            _closed.Clear();
        }

        // Only what was said is worth keeping: silence is counted in the outcome.
        var ballots = (await rounds.BallotsAsync(concept, round, withVotes: true, cancellationToken))
            .Select(ballot => ballot.Ballot with { Votes = ballot.Ballot.Votes.Where(vote => !string.IsNullOrWhiteSpace(vote.Text)).ToValueList(), Operations = [] })
            .ToArray();
        return _closed[(concept, round)] = ballots;
    }
}
