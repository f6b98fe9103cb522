namespace Insek.Office.Benchmarks.Running;

internal static class Median
{
    /// <summary>The middle value; the mean of the two middle ones where there is no middle.</summary>
    public static double Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
