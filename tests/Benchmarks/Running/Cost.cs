using System.Diagnostics;

namespace Insek.Office.Benchmarks.Running;

/// <summary>What something cost.</summary>
/// <param name="Milliseconds">Time by the clock on the wall, not of the processor.</param>
/// <param name="Bytes">Allocated by this process meanwhile, on any thread.</param>
internal sealed record Cost(double Milliseconds, double Bytes)
{
    /// <summary>Does it and tells what it cost; garbage from before is not charged.</summary>
    public static async Task<Cost> OfAsync(Func<Task> work)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var start = Stopwatch.GetTimestamp();
        await work();
        var time = Stopwatch.GetElapsedTime(start);
        return new Cost(time.TotalMilliseconds, GC.GetTotalAllocatedBytes(precise: true) - before);
    }
}
