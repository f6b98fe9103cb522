namespace Insek.Office.Benchmarks.Running;

/// <summary>Something to be measured.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="RunAsync">Measures it.</param>
internal sealed record Benchmark(string Name, Func<Workbench, Task<IReadOnlyList<Line>>> RunAsync);
