using System.Globalization;
using Insek.Office.Benchmarks.Processes;
using Insek.Office.Benchmarks.Running;

namespace Insek.Office.Benchmarks.Notices;

/// <summary>The published bot empties a full outbox: as fast as Teams allows, and never faster.</summary>
internal static class NoticeBenchmark
{
    private const int Notices = 2_000;
    private const int Conversations = 200;

    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(5);

    /// <summary>What Teams might take over a request.</summary>
    private static readonly TimeSpan _latency = TimeSpan.FromMilliseconds(150);

    // The first 50 go at once, and 50 more with each second.
    private static double LeastMilliseconds => Arrivals.PerTenant.Span.TotalMilliseconds * ((Notices / Arrivals.PerTenant.Count) - 1);

    public static async Task<IReadOnlyList<Line>> RunAsync(Workbench workbench)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{Notices:N0} notices to {Conversations} conversations");
        var slowName = string.Create(CultureInfo.InvariantCulture, $"the same, {_latency.TotalMilliseconds:0} ms to each answer");
        var largeName = "the same with ballots of 40 items";
        var sent = await SendAsync(workbench, "roundCard", TimeSpan.Zero);
        var slow = await SendAsync(workbench, "roundCard", _latency);
        var large = await SendAsync(workbench, "ballotCard", TimeSpan.Zero);
        return
        [
            Time(name, sent, limit: 1.1),
            Refused(name, sent),
            Most($"{name}: most in {Arrivals.PerTenant.Span.TotalSeconds:0} s", sent.MostOfTenant(Arrivals.PerTenant), Arrivals.PerTenant),
            .. Arrivals.PerConversation.Select(limit => Most(string.Create(CultureInfo.InvariantCulture, $"one conversation: most in {limit.Span.TotalSeconds:0} s"), sent.MostOfConversation(limit), limit)),
            Time(slowName, slow, limit: null),
            Refused(slowName, slow),
            Time(largeName, large, limit: null),
            Refused(largeName, large),
        ];
    }

    private static async Task<Arrivals> SendAsync(Workbench workbench, string kind, TimeSpan latency)
    {
        await using var connector = await Connector.StartAsync(latency);
        await using var outbox = await FullOutbox.StartAsync(Notices, Conversations, kind, connector.ServiceUrl);
        await using var bot = await ServerProcess.StartBotAsync(workbench, outbox.Address);
        await outbox.IsEmpty.WaitAsync(_patience);
        await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"notices: asked for {outbox.Leases} times"));
        foreach (var (reason, count) in outbox.Failures)
        {
            await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"notices: {count} attempts failed: {reason}"));
        }

        return connector.Arrivals;
    }

    private static Line Time(string what, Arrivals arrivals, double? limit) =>
        new($"{what}: time", Unit.Time(arrivals.Duration.TotalMilliseconds), Unit.Time(LeastMilliseconds), arrivals.Duration.TotalMilliseconds / LeastMilliseconds, limit);

    private static Line Refused(string what, Arrivals arrivals) => new($"{what}: answers 429", Number(arrivals.Refused), "0", arrivals.Refused, 0);

    private static Line Most(string what, int most, Limit limit) => new(what, Number(most), Number(limit.Count), (double)most / limit.Count, 1);

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
