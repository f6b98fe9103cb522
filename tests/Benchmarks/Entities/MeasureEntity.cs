using Azure;
using Azure.Data.Tables;
using Insek.Office.Benchmarks.Data;

namespace Insek.Office.Benchmarks.Entities;

/// <summary>An entity with a bit of everything.</summary>
internal sealed class MeasureEntity : ITableEntity
{
    public string PartitionKey { get; set; } = "";

    public string RowKey { get; set; } = "";

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    public string Title { get; set; } = "";

    public string Description { get; set; } = "";

    public string? Owner { get; set; }

    public int Revision { get; set; }

    public long CostCents { get; set; }

    public double Share { get; set; }

    public bool IsKeyMeasure { get; set; }

    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>As many as asked for, in one partition.</summary>
    public static IEnumerable<MeasureEntity> Generate(string partition, int count)
    {
        var text = new GermanText(seed: 7);
        for (var i = 0; i < count; i++)
        {
            yield return new MeasureEntity
            {
                PartitionKey = partition,
                RowKey = FormattableString.Invariant($"measure_{i:D6}"),
                Title = text.Title(i),
                Description = text.Description(),
                Owner = i % 3 == 0 ? null : "Bauamt",
                Revision = 1 + (i % 4),
                CostCents = i * 1_000_000L,
                Share = i / 7.0,
                IsKeyMeasure = i % 10 == 0,
                ChangedAt = new DateTimeOffset(2026, 3, 20, 9, 30, 0, TimeSpan.Zero).AddMinutes(i),
            };
        }
    }
}
