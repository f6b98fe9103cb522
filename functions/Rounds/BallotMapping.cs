using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Authentication;
using Insek.Office.Functions.Mapping;
using Insek.Office.Functions.Storage;

namespace Insek.Office.Functions.Rounds;

/// <summary>Ballots, votes and drafts between contract and domain.</summary>
internal static class BallotMapping
{
    private const int MaxPicked = ApprovalRound.MaxItems;

    public static BallotView ToView(this Ballot ballot, ApprovalRound round, TenantDirectory directory, Caller? caster, DateTimeOffset at) => new()
    {
        Round = round.Id.Value,
        For = ballot.For.ToView(directory),
        By = ballot.By?.ToView(directory),
        CastAt = ballot.CastAt,
        Version = ballot.Version,
        Removed = ballot.IsRemoved,
        MayCast = caster is not null && round.State is RoundState.Open && at <= round.Due && !ballot.IsRemoved && !ballot.IsSealed && RoundActor.VotesFor(caster, ballot.For, round, directory, at),
        Votes = [.. ballot.Votes.Select(vote => new VoteView(vote.Item.Value, vote.Revision, ParameterValue.Of(vote.Choice), vote.Text))],
    };

    /// <summary>Reads votes. Whether they fit the round is the round's affair.</summary>
    public static Result<IReadOnlyList<Vote>> ToDomain(this CastBallot body)
    {
        var reader = new ContentReader();
        var votes = new List<Vote>();
        foreach (var vote in body.Votes)
        {
            // JSON can put null into a list whatever the contract says.
            var choice = ParameterValue.Parse<Choice>(vote?.Choice);
            if (!Identifier.IsValid(vote?.Item))
            {
                reader.Add("votes", "invalid-id", vote?.Item);
            }
            else if (choice is not { } said)
            {
                reader.Add(vote.Item, "unknown-choice", vote.Choice);
            }
            else
            {
                votes.Add(new Vote(new ItemId(vote.Item), vote.Revision, said, ContentReader.Text(vote.Text)));
            }
        }

        return reader.Result<IReadOnlyList<Vote>>(votes);
    }

    /// <summary>Reads choices on the way; what is missing may come later, what is there must be possible.</summary>
    public static Result<string> ToStored(this BallotDraft draft)
    {
        var reader = new ContentReader();
        if (draft.Picked.Count > MaxPicked || draft.Votes.Count > MaxPicked)
        {
            reader.Add("picked", "too-many", null);
        }

        foreach (var item in draft.Picked.Concat(draft.Votes.Select(vote => vote?.Item)).Where(item => !Identifier.IsValid(item)))
        {
            reader.Add("picked", "invalid-id", item);
        }

        foreach (var vote in draft.Votes)
        {
            if (vote?.Choice is not null && ParameterValue.Parse<Choice>(vote.Choice) is null)
            {
                reader.Add(vote.Item, "unknown-choice", vote.Choice);
            }

            if (vote?.Text is { Length: > Vote.MaxText })
            {
                reader.Add(vote.Item, "too-long", vote.Text);
            }
        }

        var json = StoredJson.Write(draft, ContractsJson.Default.BallotDraft);
        if (json.Length > DraftRow.Capacity)
        {
            reader.Add("votes", "too-long", null);
        }

        return reader.Result(json);
    }

    public static BallotDraft ReadDraft(DraftRow row) => StoredJson.Read(row.ReadDraft(), ContractsJson.Default.BallotDraft);
}
