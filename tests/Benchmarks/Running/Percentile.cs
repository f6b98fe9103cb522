namespace Insek.Office.Benchmarks.Running;

internal static class Percentile
{
    /// <summary>The smallest of the values that so large a share of them does not exceed.</summary>
    /// <param name="values">The values, at least one.</param>
    /// <param name="share">Above 0, up to 1.</param>
    public static double Of(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToArray();
        return sorted[Math.Clamp((int)Math.Ceiling(sorted.Length * share) - 1, 0, sorted.Length - 1)];
    }
}
