using System.Diagnostics;

namespace Insek.Office.EndToEnd.Tests;

/// <summary>Asks the system about processes that are not our children.</summary>
internal static class RunningProcess
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    /// <summary>Fails unless all of them end within 20 seconds.</summary>
    public static async Task AssertGoneAsync(IReadOnlyDictionary<string, int> processes)
    {
        var waited = Stopwatch.StartNew();
        while (waited.Elapsed < Limit && processes.Values.Any(Runs))
        {
            await Task.Delay(Interval, TestContext.Current.CancellationToken);
        }

        Assert.Empty(processes.Where(process => Runs(process.Value)).Select(process => process.Key));
    }

    public static void Kill(int id)
    {
        using var process = Process.GetProcessById(id);
        process.Kill();
    }

    private static bool Runs(int id)
    {
        if (OperatingSystem.IsLinux())
        {
            return ReadStatus(id) is { } status && !status.Contains(") Z ", StringComparison.Ordinal);
        }

        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    // A dead orphan stays listed as a zombie where nobody reaps it, as in many containers.
    // One that goes between opening and reading ends the reading with ESRCH, which is an IOException too.
    private static string? ReadStatus(int id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/stat");
        }
        catch (IOException)
        {
            return null;
        }
    }
}
