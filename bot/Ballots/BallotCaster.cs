using System.Globalization;
using Insek.Office.Bot.Actions;
using Insek.Office.Bot.Api;
using Insek.Office.Bot.Texts;
using Insek.Office.Contracts;

namespace Insek.Office.Bot.Ballots;

/// <summary>Casts a ballot as the card showed it, or not at all.</summary>
internal sealed class BallotCaster(RoundsApi rounds, BallotDesk desk)
{
    /// <summary>Makes the whole ballot from the choices kept on the way, if they are still those of the card.</summary>
    /// <returns>The votes; or, where nothing is to be sent, the answer.</returns>
    public async Task<PreparedBallot> PrepareAsync(Casting casting, CancellationToken cancellationToken)
    {
        if (!(await desk.ReadAsync(casting.Ballot, casting.By, casting.Culture, cancellationToken)).TryGet(out var state, out var reply))
        {
            return new PreparedBallot(null, reply);
        }

        // Cast meanwhile: by this very operation, whose receipt the API gives again, or by another, which it refuses. It knows which.
        return state.Ballot.Version == casting.Version
            ? Unchanged(casting, state)
            : new PreparedBallot(new CastBallot { Votes = state.Ballot.Votes }, null);
    }

    /// <summary>Sends the votes; repeated with the same votes it takes effect once.</summary>
    /// <exception cref="ApiUnavailableException">Whether they count is not known.</exception>
    public async Task<CardReply> SendAsync(Casting casting, CastBallot votes, CancellationToken cancellationToken)
    {
        var call = new ApiCall(casting.By) { IfMatch = string.Create(CultureInfo.InvariantCulture, $"\"{casting.Version}\""), Operation = casting.Operation };
        var answer = await rounds.CastAsync(casting.Ballot, votes, call, cancellationToken);
        return answer.TryGet(out var receipt, out var problem)
            ? new BallotState(receipt.Round, receipt.Ballot, casting.By, casting.Culture).Receipt()
            : await desk.RefusedAsync(casting.Ballot, casting.By, problem, casting.Culture, cancellationToken);
    }

    private static PreparedBallot Unchanged(Casting casting, BallotState state)
    {
        if (!state.CanVote)
        {
            return new PreparedBallot(null, state.Current(state.Round.State == "open" ? null : ProblemTexts.For("round-not-open", state.Culture)));
        }

        if (casting.Stamp != state.Round.Stamp)
        {
            return new PreparedBallot(null, state.Items(0, ProblemTexts.For("outdated-revision", state.Culture)));
        }

        var choices = state.Choices;
        return choices switch
        {
            { Gaps.Count: > 0 } => new PreparedBallot(null, state.Details(choices, 0, BallotTexts.All["redrafted", state.Culture])),
            _ when choices.Digest != casting.Votes => new PreparedBallot(null, state.Confirm(0, BallotTexts.All["redrafted", state.Culture])),
            _ => new PreparedBallot(choices.ToBallot(), null),
        };
    }
}

/// <summary>Votes to send, or the answer where there are none to send.</summary>
internal sealed record PreparedBallot(CastBallot? Votes, CardReply? Reply);
