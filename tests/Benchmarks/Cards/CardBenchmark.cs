using System.Globalization;
using AdaptiveCards;
using Insek.Office.Benchmarks.Data;
using Insek.Office.Benchmarks.Running;
using Insek.Office.Bot.Ballots;
using Insek.Office.Bot.Cards;
using Insek.Office.Bot.Rounds;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Insek.Office.Benchmarks.Cards;

/// <summary>The JSON of the cards of a ballot, made of what the API has answered, up to the bytes that go to Teams.</summary>
internal static class CardBenchmark
{
    private const int Items = 40;
    private const int Voters = 50;
    private const int PerSample = 20;
    private const int Samples = 25;
    private const int WarmUps = 25;
    private const double LimitMilliseconds = 5;
    private const double LimitBytes = 1_000_000;

    private static readonly CultureInfo _german = CultureInfo.GetCultureInfo("de-DE");

    public static async Task<IReadOnlyList<Line>> RunAsync()
    {
        var round = GeneratedBallot.Round("r-1", Items, Voters);
        var (ballot, cast) = (GeneratedBallot.Ballot(round, 1), GeneratedBallot.Cast(round, 1));
        var choices = BallotChoices.Of(round, cast);
        var pages = BallotCards.PageCount(round, ballot, _german);
        var lines = new List<Line>();
        for (var page = 0; page < pages; page++)
        {
            var shown = page;
            lines.AddRange(await MeasureAsync($"items, page {page + 1} of {pages}", () => BallotCards.Items(round, ballot, shown, _german)));
        }

        lines.AddRange(await MeasureAsync("confirmation", () => BallotConfirmation.Card(round, ballot, choices, 0, "op", _german, BallotLook.Plain)));
        lines.AddRange(await MeasureAsync("receipt", () => BallotReceiptCard.Card(round, cast, 0, _german, BallotLook.Plain)));
        lines.AddRange(await MeasureAsync("round", () => RoundCard.Shared(round, _german)));
        return lines;
    }

    private static async Task<IReadOnlyList<Line>> MeasureAsync(string what, Func<AdaptiveCard> make)
    {
        var costs = new List<Cost>();
        for (var i = 0; i < WarmUps + Samples; i++)
        {
            costs.Add(await Cost.OfAsync(() => MakeAsync(make)));
        }

        var kept = costs.Skip(WarmUps).ToArray();
        var (time, bytes) = (Median.Of(kept.Select(cost => cost.Milliseconds)) / PerSample, Median.Of(kept.Select(cost => cost.Bytes)) / PerSample);
        var name = string.Create(CultureInfo.InvariantCulture, $"card of {Items} items, {what} ({Unit.Bytes(Written(make()))})");
        return
        [
            new Line($"{name}: time", Unit.Time(time), Unit.Time(LimitMilliseconds), time / LimitMilliseconds, 1),
            new Line($"{name}: allocated", Unit.Bytes(bytes), Unit.Bytes(LimitBytes), bytes / LimitBytes, 1),
        ];
    }

    private static Task MakeAsync(Func<AdaptiveCard> make)
    {
        for (var i = 0; i < PerSample; i++)
        {
            _ = Written(make()) > 0 ? true : throw new InvalidOperationException("The card is empty.");
        }

        return Task.CompletedTask;
    }

    // As an answer takes it: a plain JSON object, written without white space.
    private static int Written(AdaptiveCard card)
    {
        var content = (JObject)CardContent.Attach(card).Content;
        using var bytes = new MemoryStream();
        using var text = new StreamWriter(bytes);
        using var writer = new JsonTextWriter(text) { Formatting = Formatting.None };
        content.WriteTo(writer);
        writer.Flush();
        return (int)bytes.Length;
    }
}
