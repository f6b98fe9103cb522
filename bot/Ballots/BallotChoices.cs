using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using Insek.Office.Bot.Rounds;
using Insek.Office.Contracts;

namespace Insek.Office.Bot.Ballots;

/// <summary>What is not yet as it must be on a picked item.</summary>
internal enum Gap
{
    /// <summary>No vote was chosen.</summary>
    Choice,

    /// <summary>The chosen vote needs a reason or a wanted change.</summary>
    Text,

    /// <summary>The text is longer than a vote holds.</summary>
    Long,
}

/// <summary>Choices on the way to a ballot: the picked items and what is said to them. Whatever is not picked is consent.</summary>
internal sealed record BallotChoices
{
    /// <summary>The most a vote's text holds, in UTF-16 code units.</summary>
    public const int LongestText = 2_000;

    private static readonly string[] _choices = ["approveWithChange", "reject", "abstain", "recused"];

    private readonly ImmutableHashSet<string> _picked;
    private readonly ImmutableDictionary<string, DraftVote> _votes;

    private BallotChoices(IReadOnlyList<BallotItemView> live, ImmutableHashSet<string> picked, ImmutableDictionary<string, DraftVote> votes) =>
        (Live, _picked, _votes) = (live, picked, votes);

    /// <summary>The votes a picked item can have.</summary>
    public static IReadOnlyList<string> Possible => _choices;

    /// <summary>What is before the group.</summary>
    public IReadOnlyList<BallotItemView> Live { get; }

    /// <summary>The picked items, in the ballot's order.</summary>
    public IReadOnlyList<BallotItemView> Picked => [.. Live.Where(IsPicked)];

    /// <summary>What is still to be said before it can be cast, in the ballot's order.</summary>
    public IReadOnlyList<(BallotItemView Item, Gap Gap)> Gaps => [.. Picked.Select(item => (item, GapOf(On(item)))).Where(gap => gap.Item2 is not null).Select(gap => (gap.item, gap.Item2!.Value))];

    /// <summary>A name for exactly these votes.</summary>
    public string Digest =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(ToBallot(), ContractsJson.Default.CastBallot)).AsSpan(0, 8));

    /// <summary>The choices as they were kept, else those of the ballot that was cast, else none.</summary>
    public static BallotChoices Of(RoundView round, BallotView ballot)
    {
        var live = round.Live();
        var ids = live.Select(item => item.Id).ToHashSet(StringComparer.Ordinal);
        var (picked, votes) = ballot.Draft is { } draft
            ? (draft.Picked, draft.Votes)
            : (ballot.Votes.Where(vote => vote.Choice != "approve").Select(vote => vote.Item), ballot.Votes.Select(vote => new DraftVote(vote.Item, vote.Choice, vote.Text)));
        return new BallotChoices(
            live,
            [.. picked.Where(ids.Contains)],
            votes.Where(vote => ids.Contains(vote.Item)).DistinctBy(vote => vote.Item).ToImmutableDictionary(vote => vote.Item));
    }

    public bool IsPicked(BallotItemView item) => _picked.Contains(item.Id);

    public DraftVote? On(BallotItemView item) => _votes.GetValueOrDefault(item.Id);

    /// <summary>Of the items from <paramref name="from"/> up to <paramref name="to"/>, exactly these are picked; the others stay as they were.</summary>
    public BallotChoices WithPicks(int from, int to, IReadOnlyCollection<string> ids)
    {
        var (first, end) = (Math.Clamp(from, 0, Live.Count), Math.Clamp(to, 0, Live.Count));
        var shown = Live.Skip(first).Take(end - first).Select(item => item.Id).ToArray();
        return new BallotChoices(Live, _picked.Except(shown).Union(shown.Intersect(ids)), _votes);
    }

    /// <summary>These are picked too, as far as they are before the group: for a card whose list of items is not the present one.</summary>
    public BallotChoices WithMorePicks(IReadOnlyCollection<string> ids) => new(Live, _picked.Union(Live.Select(item => item.Id).Intersect(ids)), _votes);

    /// <summary>What was entered for an item; nothing is judged here.</summary>
    public BallotChoices WithVote(string item, string? choice, string? text)
    {
        var said = text?.ReplaceLineEndings("\n").Trim();
        var vote = new DraftVote(item, _choices.Contains(choice) ? choice : null, string.IsNullOrEmpty(said) ? null : said);
        return Live.Any(live => live.Id == item) ? new BallotChoices(Live, _picked, _votes.SetItem(item, vote)) : this;
    }

    /// <summary>The whole ballot: every item before the group, and consent for what is not picked.</summary>
    /// <exception cref="InvalidOperationException">Something is still to be said.</exception>
    public CastBallot ToBallot() => new()
    {
        Votes =
        [
            .. Live.Select(item => IsPicked(item)
                ? new VoteView(item.Id, item.Revision, On(item)?.Choice ?? throw new InvalidOperationException($"Nothing is chosen for {item.Id}."), On(item)?.Text)
                : new VoteView(item.Id, item.Revision, "approve")),
        ],
    };

    /// <summary>The choices as they are kept. A text that is too long is kept as far as it may be.</summary>
    public BallotDraft ToDraft(BallotStep step, int page) => new()
    {
        Picked = [.. Picked.Select(item => item.Id)],
        Votes = [.. Live.Select(On).OfType<DraftVote>().Select(vote => vote with { Text = vote.Text is { Length: > LongestText } text ? text[..LongestText] : vote.Text })],
        Page = page,
        Step = step.ToString().ToLowerInvariant(),
    };

    private static Gap? GapOf(DraftVote? vote) => vote switch
    {
        { Text.Length: > LongestText } => Gap.Long,
        null or { Choice: null } => Gap.Choice,
        { Choice: "reject" or "approveWithChange", Text: null } => Gap.Text,
        _ => null,
    };
}

/// <summary>Where somebody is on the way to a ballot.</summary>
internal enum BallotStep
{
    Items,
    Details,
    Confirm,
}
