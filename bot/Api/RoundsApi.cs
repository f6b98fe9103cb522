using Insek.Office.Bot.Ballots;
using Insek.Office.Bot.Rounds;
using Insek.Office.Contracts;

namespace Insek.Office.Bot.Api;

/// <summary>Calls of the API about rounds and ballots. Refusals are answers; outages throw, see <see cref="ApiClient"/>.</summary>
internal sealed class RoundsApi(ApiClient api)
{
    public Task<ApiAnswer<RoundView>> FindAsync(RoundName name, ApiCall call, CancellationToken cancellationToken) =>
        api.GetAsync($"api/concepts/{name.Concept}/rounds/{name.Round}", ContractsJson.Default.RoundView, call, cancellationToken);

    public Task<ApiAnswer<BallotView>> FindBallotAsync(BallotName name, ApiCall call, CancellationToken cancellationToken) =>
        api.GetAsync($"api/concepts/{name.Round.Concept}/rounds/{name.Round.Round}/ballots/{name.For}", ContractsJson.Default.BallotView, call, cancellationToken);

    /// <summary>Casts a ballot. The call needs the ballot version that was seen, and the operation.</summary>
    public Task<ApiAnswer<BallotReceipt>> CastAsync(BallotName name, CastBallot votes, ApiCall call, CancellationToken cancellationToken) =>
        api.PutAsync(
            $"api/concepts/{name.Round.Concept}/rounds/{name.Round.Round}/ballots/{name.For}",
            votes,
            ContractsJson.Default.CastBallot,
            ContractsJson.Default.BallotReceipt,
            call,
            cancellationToken);

    /// <summary>Keeps choices on the way.</summary>
    public Task<ApiAnswer<Nothing>> KeepDraftAsync(BallotName name, BallotDraft draft, ApiCall call, CancellationToken cancellationToken) =>
        api.PutAsync(
            $"api/concepts/{name.Round.Concept}/rounds/{name.Round.Round}/ballots/{name.For}/draft",
            draft,
            ContractsJson.Default.BallotDraft,
            Nothing.Json,
            call,
            cancellationToken);

    /// <summary>Forgets choices on the way.</summary>
    public Task<ApiAnswer<Nothing>> DropDraftAsync(BallotName name, ApiCall call, CancellationToken cancellationToken) =>
        api.DeleteAsync($"api/concepts/{name.Round.Concept}/rounds/{name.Round.Round}/ballots/{name.For}/draft", Nothing.Json, call, cancellationToken);

    public Task<ApiAnswer<Nothing>> CloseAsync(RoundName name, CloseRound why, ApiCall call, CancellationToken cancellationToken) =>
        api.PostAsync($"api/concepts/{name.Concept}/rounds/{name.Round}/close", why, ContractsJson.Default.CloseRound, Nothing.Json, call, cancellationToken);

    public Task<ApiAnswer<Nothing>> ExtendAsync(RoundName name, ExtendRound until, ApiCall call, CancellationToken cancellationToken) =>
        api.PostAsync($"api/concepts/{name.Concept}/rounds/{name.Round}/extend", until, ContractsJson.Default.ExtendRound, Nothing.Json, call, cancellationToken);

    public Task<ApiAnswer<Nothing>> CancelAsync(RoundName name, CancelRound why, ApiCall call, CancellationToken cancellationToken) =>
        api.PostAsync($"api/concepts/{name.Concept}/rounds/{name.Round}/cancel", why, ContractsJson.Default.CancelRound, Nothing.Json, call, cancellationToken);
}
