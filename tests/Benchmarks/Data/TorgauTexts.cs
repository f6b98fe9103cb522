using System.Text.Json;
using Insek.Office.Testing;

namespace Insek.Office.Benchmarks.Data;

/// <summary>What a town has really written: the titles of Torgau's goals and measures. Generated texts are made of few phrases and pack twice as well.</summary>
internal static class TorgauTexts
{
    /// <summary>The titles, goals first, each once.</summary>
    public static IReadOnlyList<string> Titles { get; } = Read();

    private static string[] Read()
    {
        using var concept = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Root, "samples", "torgau", "concept.json")));
        return [.. Titles("goals").Concat(Titles("measures")).Distinct(StringComparer.Ordinal)];

        IEnumerable<string> Titles(string name) => concept.RootElement.GetProperty(name).EnumerateArray().Select(item => item.GetProperty("title").GetString()!);
    }
}
