namespace Insek.Office.Benchmarks.Running;

/// <summary>Costs of two ways to do the same, taken in turns.</summary>
/// <remarks>
/// The machine is shared: what somebody else does to it for a second must hit both ways alike. So each sample of ours is divided by
/// the sample of the baseline right beside it, and the median of these ratios counts. Where they scatter, more are taken.
/// </remarks>
internal sealed class Pairs
{
    private const int MaxRounds = 3;
    private const double AcceptedScatter = 0.2;

    private readonly List<(Cost Ours, Cost Baseline)> _samples = [];

    public double OursMilliseconds => Median.Of(_samples.Select(pair => pair.Ours.Milliseconds));

    public double BaselineMilliseconds => Median.Of(_samples.Select(pair => pair.Baseline.Milliseconds));

    public double OursBytes => Median.Of(_samples.Select(pair => pair.Ours.Bytes));

    public double BaselineBytes => Median.Of(_samples.Select(pair => pair.Baseline.Bytes));

    public double TimeRatio => Median.Of(TimeRatios);

    public double BytesRatio => Median.Of(_samples.Select(pair => pair.Ours.Bytes / pair.Baseline.Bytes));

    private IEnumerable<double> TimeRatios => _samples.Select(pair => pair.Ours.Milliseconds / pair.Baseline.Milliseconds);

    /// <summary>Warms both ways up, then takes samples in pairs.</summary>
    public static async Task<Pairs> TakeAsync(Func<Task<Cost>> ours, Func<Task<Cost>> baseline, int samples, int warmUps = 3)
    {
        for (var i = 0; i < warmUps; i++)
        {
            await ours();
            await baseline();
        }

        var pairs = new Pairs();
        for (var round = 0; round == 0 || (round < MaxRounds && pairs.Scatters()); round++)
        {
            for (var i = 0; i < samples; i++)
            {
                await pairs.TakeOneAsync(ours, baseline, oursFirst: i % 2 == 0);
            }
        }

        return pairs;
    }

    /// <summary>The line about time.</summary>
    /// <param name="what">What was done.</param>
    /// <param name="times">How often a sample did it.</param>
    /// <param name="limit">The ratio that must not be passed; null where it is only reported.</param>
    public Line Time(string what, int times = 1, double? limit = null) =>
        new($"{what}: time", Unit.Time(OursMilliseconds / times), Unit.Time(BaselineMilliseconds / times), TimeRatio, limit);

    /// <summary>The line about allocation.</summary>
    public Line Allocation(string what, int times = 1, double? limit = null) =>
        new($"{what}: allocated", Unit.Bytes(OursBytes / times), Unit.Bytes(BaselineBytes / times), BytesRatio, limit);

    private async Task TakeOneAsync(Func<Task<Cost>> ours, Func<Task<Cost>> baseline, bool oursFirst)
    {
        // Whoever goes second may find things warmer, so they take turns at that too.
        var first = await (oursFirst ? ours : baseline)();
        var second = await (oursFirst ? baseline : ours)();
        _samples.Add(oursFirst ? (first, second) : (second, first));
    }

    private bool Scatters()
    {
        var sorted = TimeRatios.Order().ToArray();
        return sorted[sorted.Length * 3 / 4] - sorted[sorted.Length / 4] > AcceptedScatter * TimeRatio;
    }
}
