using System.Globalization;

namespace Insek.Office.Benchmarks.Running;

/// <summary>A line of the table.</summary>
/// <param name="What">What was done, and what of its cost is compared.</param>
/// <param name="Ours">The median of ours.</param>
/// <param name="Baseline">The median of what it is compared with.</param>
/// <param name="Ratio">Median of the ratios of pairs, which need not be the ratio of the medians.</param>
/// <param name="Limit">What the ratio must not pass; null where it is only reported.</param>
internal sealed record Line(string What, string Ours, string Baseline, double Ratio, double? Limit)
{
    public bool Misses => Ratio > Limit;

    public string[] Cells =>
    [
        What, Ours, Baseline,
        Ratio.ToString("0.00", CultureInfo.InvariantCulture),
        Limit is { } limit ? "≤ " + limit.ToString("0.0#", CultureInfo.InvariantCulture) : "–",
        Limit is null ? "" : Misses ? "MISS" : "ok",
    ];
}
