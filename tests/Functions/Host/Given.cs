using System.Text.Json;
using Insek.Office.Contracts;
using Insek.Office.Testing;

namespace Insek.Office.Functions.Tests.Host;

/// <summary>Concepts to begin with.</summary>
internal static class Given
{
    /// <summary>The Torgau sample under another id.</summary>
    public static ConceptDocument Torgau(string id)
    {
        using var file = File.OpenRead(Path.Combine(Repository.Root, "samples", "torgau", "concept.json"));
        var document = JsonSerializer.Deserialize(file, ContractsJson.Default.ConceptDocument)!;
        return document with { Concept = document.Concept with { Id = id } };
    }

    /// <summary>A small town with two sector concepts, two areas, a goal each and measures in the first.</summary>
    public static ConceptDocument Town(string id, int measures = 2) => new()
    {
        SchemaVersion = 1,
        Concept = new ConceptHead { Id = id, Town = "Musterstadt", Title = "INSEK Musterstadt", ShortTitle = "INSEK Musterstadt" },
        Areas = [new AreaDocument { Id = "PG-I", Code = "PG I", Name = "Altstadt" }, new AreaDocument { Id = "GESAMT", Name = "Gesamtstadt", Scope = "wholeTown" }],
        Sectors = [new SectorDocument { Key = "verkehr", Name = "Verkehr" }, new SectorDocument { Key = "umwelt", Name = "Umwelt" }],
        Goals =
        [
            new GoalDocument { Id = "verkehr-1", Sector = "verkehr", Number = 1, Title = "Radwege ausbauen" },
            new GoalDocument { Id = "umwelt-1", Sector = "umwelt", Number = 1, Title = "Bäume pflanzen" },
        ],
        Measures = [.. Enumerable.Range(1, measures).Select(number => new MeasureDocument
        {
            Id = FormattableString.Invariant($"verkehr-1-{number}"),
            Sector = "verkehr",
            Goal = "verkehr-1",
            Title = FormattableString.Invariant($"Maßnahme {number}"),
            Description = FormattableString.Invariant($"Beschreibung der Maßnahme {number}: Fahrradstraße und Abstellanlagen."),
            Source = "generated",
        })],
    };
}
