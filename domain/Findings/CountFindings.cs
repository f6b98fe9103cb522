using System.Globalization;

namespace Insek.Office.Domain;

/// <summary>Compares what a slide or council paper states with what is recorded, and with its own totals.</summary>
internal static class CountFindings
{
    private static readonly Column[] _columns =
    [
        new("goals", counts => counts.Goals, (concept, sector) => concept.GoalsOf(sector).Count()),
        new("generalMeasures", counts => counts.GeneralMeasures, (concept, sector) => concept.MeasuresOf(sector).Count(measure => measure.Content.Kind is MeasureKind.General)),
        new("areaMeasures", counts => counts.AreaMeasures, (concept, sector) => concept.MeasuresOf(sector).Count(measure => measure.Content.Kind is MeasureKind.AreaSpecific)),
    ];

    public static IEnumerable<Finding> Of(ConceptSnapshot concept)
    {
        foreach (var column in _columns)
        {
            foreach (var sector in concept.Sectors)
            {
                // Counted only where somebody reported a count.
                if (column.Reported(sector.Reported).Value is { } reported && column.Recorded(concept, sector.Key) is var count && reported != count)
                {
                    yield return Differs(FindingPart.Sectors, sector.Key.Value, $"reported.{column.Field}", reported, count, sector.Name);
                }
            }

            if (column.Reported(concept.Concept.ReportedTotals).Value is not { } total)
            {
                continue;
            }

            var recorded = concept.Sectors.Sum(sector => column.Recorded(concept, sector.Key));
            if (total != recorded)
            {
                yield return Differs(FindingPart.Concept, null, $"reportedTotals.{column.Field}", total, recorded, concept.Concept.DisplayName);
            }

            if (CheckTotal(concept, column, total) is { } mismatch)
            {
                yield return mismatch;
            }
        }
    }

    private static Finding Differs(FindingPart part, string? key, string field, int reported, int recorded, string name) =>
        new(FindingSeverity.Info, "reported-count-differs", part, key, field, Text(reported), [name, Text(reported), Text(recorded)]);

    // Cells that cannot be read could hold anything from 0 up, so a sum below the total is no contradiction then; one above it is.
    private static Finding? CheckTotal(ConceptSnapshot concept, Column column, int total)
    {
        var cells = concept.Sectors.Select(sector => column.Reported(sector.Reported)).ToArray();
        var illegible = cells.Count(cell => cell.Value is null);
        var sum = cells.Sum(cell => cell.Value ?? 0);
        var contradicts = illegible == 0 ? sum != total : sum > total;
        return contradicts && illegible < cells.Length
            ? new Finding(FindingSeverity.Warning, "reported-total-mismatch", FindingPart.Concept, null, $"reportedTotals.{column.Field}", Text(total), [Text(sum), Text(total), Text(illegible)])
            : null;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed record Column(string Field, Func<ReportedCounts, ReportedCount> Reported, Func<ConceptSnapshot, SectorKey, int> Recorded);
}
