using System.Globalization;
using Insek.Office.Benchmarks.Processes;
using Insek.Office.Benchmarks.Running;

namespace Insek.Office.Benchmarks.Invokes;

/// <summary>From the click on "Stimme abgeben" to its receipt, through bot, functions and storage, against the storage calls alone.</summary>
internal static class InvokeBenchmark
{
    private const int Items = 40;
    private const int Voters = 50;
    private const int Singles = 300;
    private const int Bursts = 12;
    private const int WarmUps = 3;
    private const double Limit = 1.5;

    public static async Task<IReadOnlyList<Line>> RunAsync(Workbench workbench)
    {
        _ = (PublishedApp.Functions, PublishedApp.Bot);
        await using var town = await VotingTown.StartAsync(workbench, Items, Voters);
        var votes = new Votes(town.Bot.Client, town.Round);
        for (var voter = 0; voter < Voters; voter++)
        {
            // One after the other: what is compiled at the first click should not meet fifty.
            await votes.CastAsync(voter);
        }

        var bare = await BareCast.PrepareAsync(workbench, town.Round);
        return [.. await MeasureAsync(1, Singles, votes, bare), .. await MeasureAsync(Voters, Bursts, votes, bare)];
    }

    private static async Task<IReadOnlyList<Line>> MeasureAsync(int voters, int samples, Votes votes, BareCast bare)
    {
        var late = votes.Late;
        var times = new List<double>[] { [], [], [] };
        Func<int, Task<double>>[] ways = [votes.CastAsync, bare.CastAsync, bare.ReadAndCastAsync];
        for (var sample = -(voters == 1 ? Voters : WarmUps); sample < samples; sample++)
        {
            // Each goes first as often as the others.
            for (var turn = 0; turn < ways.Length; turn++)
            {
                var way = (sample + Voters + turn) % ways.Length;
                double[] taken = voters == 1 ? [await ways[way]((sample + Voters) % Voters)] : await BurstAsync(ways[way]);
                if (sample >= 0)
                {
                    times[way].AddRange(taken);
                }
                else
                {
                    late = votes.Late;
                }
            }
        }

        var what = string.Create(CultureInfo.InvariantCulture, $"invoke to receipt, {voters} {(voters == 1 ? "voter" : "at once")}");
        await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{what}: {votes.Late - late} answers before {times[0].Count} receipts were that it takes longer"));
        return
        [
            Compare($"{what}: p50", 0.50, times[0], times[2], Limit),
            Compare($"{what}: p99", 0.99, times[0], times[2], Limit),
            Compare($"{what}, against the 5 calls of casting alone: p50", 0.50, times[0], times[1], limit: null),
            Compare($"{what}, against the 5 calls of casting alone: p99", 0.99, times[0], times[1], limit: null),
        ];
    }

    private static Task<double[]> BurstAsync(Func<int, Task<double>> way) => Task.WhenAll(Enumerable.Range(0, Voters).Select(voter => Task.Run(() => way(voter))));

    private static Line Compare(string what, double share, List<double> ours, List<double> baseline, double? limit)
    {
        var (mine, theirs) = (Percentile.Of(ours, share), Percentile.Of(baseline, share));
        return new Line(what, Unit.Time(mine), Unit.Time(theirs), mine / theirs, limit);
    }
}
