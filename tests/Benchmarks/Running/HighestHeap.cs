namespace Insek.Office.Benchmarks.Running;

/// <summary>The most managed memory that something held, beyond what was held before.</summary>
internal static class HighestHeap
{
    /// <summary>Does it and tells the bytes. Looked at every few milliseconds; garbage that is not collected yet counts.</summary>
    public static async Task<double> OfAsync(Func<Task> work)
    {
        GC.Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var highest = before;
        using var done = new CancellationTokenSource();
        var watch = Task.Factory.StartNew(
            () =>
            {
                while (!done.IsCancellationRequested)
                {
                    highest = Math.Max(highest, GC.GetTotalMemory(forceFullCollection: false));
                    Thread.Sleep(2);
                }
            },
            done.Token, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        await work();
        await done.CancelAsync();
        await watch;
        return highest - before;
    }
}
