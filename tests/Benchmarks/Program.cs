using Insek.Office.Benchmarks.Cards;
using Insek.Office.Benchmarks.Deadlines;
using Insek.Office.Benchmarks.Documents;
using Insek.Office.Benchmarks.Entities;
using Insek.Office.Benchmarks.Imports;
using Insek.Office.Benchmarks.Invokes;
using Insek.Office.Benchmarks.Lists;
using Insek.Office.Benchmarks.Notices;
using Insek.Office.Benchmarks.Processes;
using Insek.Office.Benchmarks.Running;
using Insek.Office.Benchmarks.Tables;

Benchmark[] all =
[
    new("query", EntityBenchmarks.QueryAsync),
    new("get", EntityBenchmarks.GetAsync),
    new("insert", EntityBenchmarks.InsertAsync),
    new("batch", EntityBenchmarks.BatchAsync),
    new("import", ImportBenchmark.RunAsync),
    new("list", _ => ListBenchmark.RunAsync()),
    new("table-cold", ColdTableBenchmark.RunAsync),
    new("table-warm", WarmTableBenchmark.RunAsync),
    new("render", _ => RenderingBenchmark.RunAsync()),
    new("refresh", _ => RefreshBenchmark.RunAsync()),
    new("start", StartBenchmark.RunAsync),
    new("memory", MemoryBenchmark.RunAsync),
    new("invoke", InvokeBenchmark.RunAsync),
    new("card", _ => CardBenchmark.RunAsync()),
    new("notices", NoticeBenchmark.RunAsync),
    new("deadlines", DeadlineBenchmark.RunAsync),
];
var chosen = all.Where(benchmark => args.Length == 0 || args.Any(part => benchmark.Name.Contains(part, StringComparison.OrdinalIgnoreCase))).ToArray();
if (chosen.Length == 0)
{
    await Console.Error.WriteLineAsync($"There are {string.Join(", ", all.Select(benchmark => benchmark.Name))}.");
    return 2;
}

var lines = new List<Line>();
foreach (var benchmark in chosen)
{
    await Console.Error.WriteLineAsync($"{benchmark.Name} …");

    // Each has an emulator of its own, whose memory no other has filled.
    await using var workbench = await Workbench.SetUpAsync();
    lines.AddRange(await benchmark.RunAsync(workbench));
}

Console.Write(LineTable.Write(lines));
return lines.Any(line => line.Misses) ? 1 : 0;
