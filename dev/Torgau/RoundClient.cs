using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Serialization.Metadata;
using Insek.Office.Contracts;
using Insek.Office.Dev.Tokens;

namespace Insek.Office.Dev.Torgau;

/// <summary>Talks to the API about approval rounds the way the bot does: with the bot's token, in the name of a member.</summary>
internal sealed class RoundClient : IDisposable
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(1);

    private readonly HttpClient _http;

    public RoundClient(Uri address, byte[] key, TimeProvider clock) =>
        _http = ApiConnection.Open(new Uri(address, $"api/concepts/{TorgauClient.Concept}/"), key, "dev-demo", DevelopmentToken.Bot, clock);

    public Task<RoundView> OpenAsync(string member, OpenRound round, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, "rounds", member, JsonContent.Create(round, ContractsJson.Default.OpenRound), ifMatch: null, ContractsJson.Default.RoundView, cancellationToken);

    public Task<RoundView> ReadAsync(string round, string member, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Get, $"rounds/{round}", member, body: null, ifMatch: null, ContractsJson.Default.RoundView, cancellationToken);

    /// <summary>Casts a member's first ballot.</summary>
    public Task<BallotReceipt> CastAsync(string round, string member, IReadOnlyList<VoteView> votes, CancellationToken cancellationToken) =>
        SendAsync(
            HttpMethod.Put,
            $"rounds/{round}/ballots/{member}",
            member,
            JsonContent.Create(new CastBallot { Votes = votes }, ContractsJson.Default.CastBallot),
            ifMatch: "\"0\"",
            ContractsJson.Default.BallotReceipt,
            cancellationToken);

    public Task<IReadOnlyList<BallotView>> BallotsAsync(string round, string member, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Get, $"rounds/{round}/ballots", member, body: null, ifMatch: null, ContractsJson.Default.IReadOnlyListBallotView, cancellationToken);

    /// <summary>Waits until a round has come to a state: the API closes and opens rounds by itself once a vote was the last.</summary>
    /// <exception cref="StepFailedException">It has not after a minute.</exception>
    public async Task<RoundView> UntilAsync(string round, string member, string state, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeLimit);
        try
        {
            while (true)
            {
                var view = await ReadAsync(round, member, limit.Token);
                if (view.State == state)
                {
                    return view;
                }

                await Task.Delay(PollInterval, limit.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new StepFailedException($"Round {round} was not {state} after {TimeLimit.TotalSeconds} s.");
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<T> SendAsync<T>(HttpMethod method, string path, string member, HttpContent? body, string? ifMatch, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = body };
        request.Headers.Add("Insek-Acting-Member", member);
        if (ifMatch is not null)
        {
            request.Headers.IfMatch.Add(EntityTagHeaderValue.Parse(ifMatch));
        }

        using var answer = await _http.SendAsync(request, cancellationToken);
        await ApiConnection.EnsureAsync(answer, cancellationToken);
        return await answer.Content.ReadFromJsonAsync(type, cancellationToken) ?? throw new StepFailedException($"{method} {path} answered with nothing.");
    }
}
