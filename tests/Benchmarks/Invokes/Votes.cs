using System.Diagnostics;
using System.Text;
using Insek.Office.Bot.Ballots;
using Insek.Office.Contracts;
using Newtonsoft.Json.Linq;

namespace Insek.Office.Benchmarks.Invokes;

/// <summary>Members who click "Stimme abgeben" again and again: each casts the own ballot anew, with consent to everything.</summary>
/// <param name="bot">The bot, as Teams reaches it.</param>
/// <param name="round">The round.</param>
internal sealed class Votes(HttpClient bot, RoundView round)
{
    private const int MostClicks = 20;

    private static readonly Uri _messages = new("/api/messages", UriKind.Relative);

    private readonly string _digest = BallotChoices.Of(round, new BallotView { Round = round.Id, For = round.Electorate[0], Version = 0 }).Digest;
    private readonly int[] _versions = new int[round.ElectorateCount];
    private int _late;

    /// <summary>How many answers were that it takes longer and nothing is known to be counted.</summary>
    public int Late => _late;

    /// <summary>Clicks, and waits for the receipt.</summary>
    /// <returns>The time to the receipt, in milliseconds.</returns>
    /// <exception cref="InvalidOperationException">The receipt did not come, or is another one.</exception>
    public async Task<double> CastAsync(int voter)
    {
        var click = Click(round.Electorate[voter].Id, _versions[voter]);
        var began = Stopwatch.GetTimestamp();
        var answer = await SendAsync(click);
        for (var clicks = 1; !Says(answer, BallotVerbs.Change) && clicks < MostClicks; clicks++)
        {
            // The same click again, as the answer asks for: it joins the casting that is under way.
            Interlocked.Increment(ref _late);
            answer = await SendAsync(click);
        }

        var time = Stopwatch.GetElapsedTime(began);
        _versions[voter] = Says(answer, BallotVerbs.Change) && Version(answer) == _versions[voter] + 1
            ? _versions[voter] + 1
            : throw new InvalidOperationException($"The vote was not answered with its receipt: {answer}");
        return time.TotalMilliseconds;
    }

    private async Task<string> SendAsync(string click)
    {
        using var content = new StringContent(click, Encoding.UTF8, "application/json");
        using var answer = await bot.PostAsync(_messages, content);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsStringAsync();
    }

    private static bool Says(string answer, string verb) => answer.Contains($"\"verb\":\"{verb}\"", StringComparison.Ordinal);

    private static int Version(string answer) => (int?)JObject.Parse(answer).SelectToken($"$.value.actions[0].data.{BallotVerbs.VersionField}") ?? -1;

    /// <summary>The click as the local Teams client sends it from a personal chat.</summary>
    private string Click(string member, int version) => new JObject
    {
        ["type"] = "invoke",
        ["id"] = Guid.NewGuid().ToString(),
        ["name"] = "adaptiveCard/action",
        ["from"] = new JObject { ["id"] = $"29:{member}", ["name"] = member, ["aadObjectId"] = member },
        ["timestamp"] = "2026-11-22T07:05:49.186Z",
        ["localTimezone"] = "Europe/Berlin",
        ["serviceUrl"] = "http://127.0.0.1:56150/_connector",
        ["channelId"] = "msteams",
        ["locale"] = "de-DE",
        ["conversation"] = new JObject { ["conversationType"] = "personal", ["tenantId"] = "00000000-0000-0000-0000-000000000001", ["id"] = $"a:{member}" },
        ["recipient"] = new JObject { ["id"] = "28:11111111-1111-1111-1111-111111111111", ["name"] = "INSEK" },
        ["channelData"] = new JObject { ["tenant"] = new JObject { ["id"] = "00000000-0000-0000-0000-000000000001" } },
        ["replyToId"] = "1795331147288",
        ["value"] = new JObject
        {
            ["action"] = new JObject
            {
                ["type"] = "Action.Execute",
                ["title"] = "Stimme abgeben",
                ["verb"] = BallotVerbs.Cast,
                ["data"] = new JObject
                {
                    ["concept"] = round.Concept,
                    ["round"] = round.Id,
                    [BallotName.ForField] = member,
                    [BallotVerbs.StampField] = round.Stamp,
                    [BallotVerbs.VersionField] = FormattableString.Invariant($"{version}"),
                    [BallotVerbs.VotesField] = _digest,
                    [BallotVerbs.OperationField] = Guid.NewGuid().ToString("N"),
                },
            },
            ["trigger"] = "manual",
        },
    }.ToString(Newtonsoft.Json.Formatting.None);
}
