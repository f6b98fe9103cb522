using System.Globalization;
using Insek.Office.Bot.Actions;
using Insek.Office.Bot.Api;
using Insek.Office.Bot.Rounds;
using Insek.Office.Bot.Texts;
using Insek.Office.Contracts;
using Insek.Office.Domain;

namespace Insek.Office.Bot.Ballots;

/// <summary>Lays the ballot before whoever clicked: reads it as that person may, and answers in time.</summary>
internal sealed class BallotDesk(RoundsApi rounds, InvokeBudget budget)
{
    /// <summary>Reads the ballot a card names and answers with what <paramref name="work"/> makes of it, or with why there is none.</summary>
    public Task<CardReply> AnswerAsync(CardActionContext context, Func<BallotState, CancellationToken, Task<CardReply>> work, CancellationToken cancellationToken) =>
        BallotName.Read(context) is { } name
            ? budget.AnswerAsync(
                context.Culture,
                async token => (await ReadAsync(name, context.Actor.Id, context.Culture, token)).TryGet(out var state, out var reply) ? await work(state, token) : reply,
                cancellationToken)
            : Task.FromResult<CardReply>(new CardReply.Message(RoundTexts.All["unreadable", context.Culture]));

    /// <summary>The same for a step on the way: only while votes are taken, and for the items that are asked about now.</summary>
    /// <param name="context">The click.</param>
    /// <param name="work">What the step does.</param>
    /// <param name="rescue">What of an outdated card can be kept.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task<CardReply> StepAsync(
        CardActionContext context, Func<BallotState, CancellationToken, Task<CardReply>> work, Func<BallotState, BallotChoices> rescue, CancellationToken cancellationToken) =>
        AnswerAsync(
            context,
            async (state, token) =>
            {
                if (!state.CanVote)
                {
                    return state.Current(state.Round.IsOpen() ? null : ProblemTexts.For("round-not-open", state.Culture));
                }

                if (context.Text(BallotVerbs.StampField) == state.Round.Stamp)
                {
                    return await work(state, token);
                }

                return await KeepAsync(state, rescue(state), BallotStep.Items, page: 0, kept => kept.Items(0, ProblemTexts.For("outdated-revision", state.Culture)), token);
            },
            cancellationToken);

    /// <summary>Keeps choices, where they are not kept already, and shows what comes next.</summary>
    public async Task<CardReply> KeepAsync(
        BallotState state, BallotChoices choices, BallotStep step, int page, Func<BallotState, CardReply> next, CancellationToken cancellationToken)
    {
        var draft = choices.ToDraft(step, page);
        if (!Same(draft, state.Ballot.Draft))
        {
            var kept = await rounds.KeepDraftAsync(state.Name, draft, new ApiCall(state.Viewer), cancellationToken);
            if (!kept.TryGet(out _, out var problem))
            {
                return await RefusedAsync(state.Name, state.Viewer, problem, state.Culture, cancellationToken);
            }
        }

        return next(state with { Ballot = state.Ballot with { Draft = draft } });
    }

    /// <summary>Drops what was chosen on the way and shows the vote that was cast.</summary>
    public async Task<CardReply> DropAsync(BallotState state, CancellationToken cancellationToken)
    {
        var dropped = await rounds.DropDraftAsync(state.Name, new ApiCall(state.Viewer), cancellationToken);
        return dropped.TryGet(out _, out var problem)
            ? (state with { Ballot = state.Ballot with { Draft = null } }).Current()
            : await RefusedAsync(state.Name, state.Viewer, problem, state.Culture, cancellationToken);
    }

    /// <summary>A refusal in words, above the card as it is now.</summary>
    public async Task<CardReply> RefusedAsync(BallotName name, MemberId viewer, ApiProblem problem, CultureInfo culture, CancellationToken cancellationToken)
    {
        var sentence = ProblemTexts.For(problem, culture);
        return (await ReadAsync(name, viewer, culture, cancellationToken)).TryGet(out var state, out _) ? state.Current(sentence) : new CardReply.Message(sentence);
    }

    /// <summary>Reads a round and a ballot of it.</summary>
    public async Task<BallotReading> ReadAsync(BallotName name, MemberId viewer, CultureInfo culture, CancellationToken cancellationToken)
    {
        var call = new ApiCall(viewer);
        var (reading, ballotReading) = (rounds.FindAsync(name.Round, call, cancellationToken), rounds.FindBallotAsync(name, call, cancellationToken));
        await Task.WhenAll(reading, ballotReading);
        if (!(await reading).TryGet(out var round, out var problem))
        {
            return new BallotReading(null, new CardReply.Message(ProblemTexts.For(problem, culture)));
        }

        return (await ballotReading).TryGet(out var ballot, out problem)
            ? new BallotReading(new BallotState(round, ballot, viewer, culture), null)
            : new BallotReading(null, new CardReply.Card(RoundCard.Personal(round, culture, notice: ProblemTexts.For(problem, culture)), RoundTexts.Summary(round, culture)));
    }

    private static bool Same(BallotDraft draft, BallotDraft? kept) =>
        kept is not null && draft.Step == kept.Step && draft.Page == kept.Page && draft.Picked.SequenceEqual(kept.Picked) && draft.Votes.SequenceEqual(kept.Votes);
}

/// <summary>A ballot, or the answer that says why there is none to show.</summary>
internal sealed record BallotReading(BallotState? State, CardReply? Reply)
{
    public bool TryGet([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out BallotState? state, [System.Diagnostics.CodeAnalysis.NotNullWhen(false)] out CardReply? reply)
    {
        (state, reply) = (State, Reply);
        return state is not null;
    }
}
