using Insek.Office.Benchmarks.Running;

namespace Insek.Office.Benchmarks.Processes;

/// <summary>From the start of the process to its first "ready", against an ASP.NET app that does nothing.</summary>
internal static class StartBenchmark
{
    private const int Samples = 9;

    public static async Task<IReadOnlyList<Line>> RunAsync(Workbench workbench)
    {
        _ = (PublishedApp.Functions, PublishedApp.Empty);
        var pairs = await Pairs.TakeAsync(
            () => StartAsync(() => ServerProcess.StartFunctionsAsync(workbench)),
            () => StartAsync(() => ServerProcess.StartAsync(PublishedApp.Empty)),
            Samples,
            warmUps: 1);
        return [pairs.Time("start of the functions to ready", limit: 1.5)];
    }

    private static async Task<Cost> StartAsync(Func<Task<ServerProcess>> start)
    {
        await using var server = await start();
        return new Cost(server.StartedIn.TotalMilliseconds, 1);
    }
}
