namespace Insek.Office.Bot.Notices;

/// <summary>One queue per conversation: what is said in one is said in order, and different ones do not wait for each other.</summary>
internal sealed class Lanes
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Task> _last = new(StringComparer.Ordinal);

    /// <summary>Does the work after everything that was put into the same lane before.</summary>
    public async Task RunAsync(string lane, Func<Task> work)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task before;
        lock (_gate)
        {
            before = _last.GetValueOrDefault(lane, Task.CompletedTask);
            _last[lane] = done.Task;
        }

        try
        {
            // Completed by the line below only, never failed.
            await before;
            await work();
        }
        finally
        {
            lock (_gate)
            {
                if (_last[lane] == done.Task)
                {
                    _last.Remove(lane);
                }
            }

            done.SetResult();
        }
    }
}
