using Insek.Office.Contracts;

namespace Insek.Office.Dev.Torgau;

/// <summary>An import's report in one line.</summary>
internal static class ImportSummary
{
    extension(ImportReport report)
    {
        /// <summary>What was written, what was there already, what was found.</summary>
        public string Summary => string.Join("; ", Parts(report));
    }

    private static IEnumerable<string> Parts(ImportReport report)
    {
        foreach (var (verb, counts) in ((string, ImportCounts)[])[("created", report.Created), ("updated", report.Updated), ("unchanged", report.Unchanged)])
        {
            var some = Counts(counts).Where(part => part.Count > 0).Select(part => $"{part.Count} {part.Name}").ToArray();
            if (some.Length > 0)
            {
                yield return $"{verb} {string.Join(", ", some)}";
            }
        }

        if (report.Problems.Count > 0)
        {
            yield return $"{report.Problems.Count} findings";
        }
    }

    private static (string Name, int Count)[] Counts(ImportCounts counts) =>
        [("concepts", counts.Concepts), ("areas", counts.Areas), ("sectors", counts.Sectors), ("goals", counts.Goals), ("measures", counts.Measures)];
}
