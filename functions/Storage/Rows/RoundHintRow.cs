using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Insek.Office.Domain;

namespace Insek.Office.Functions.Storage;

/// <summary>Says that a round may need something, in partition <c>~tenant</c>.</summary>
/// <remarks>
/// <c>hint-step_{concept}_{round}</c>: one of its sequences may have to be resumed; written before it starts, removed after it ended.
/// <c>hint-round_{dueTicks}_{concept}_{round}</c>: it is due then; written before it opens, so those that are due come first.
/// <c>hint-paused_{concept}_{round}</c>: it waits for somebody to belong to its group; written before it pauses, removed after it went on.
/// </remarks>
internal sealed class RoundHintRow : ITableEntity
{
    public const string StepPrefix = "hint-step_";
    public const string DuePrefix = "hint-round_";
    public const string PausedPrefix = "hint-paused_";

    public string PartitionKey { get; set; } = Tenant.Partition;

    public string RowKey { get; set; } = "";

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    public ConceptId ReadConcept() => new(RowKey.Split('_')[^2]);

    public RoundId ReadRound() => new(RowKey.Split('_')[^1]);

    public DateTimeOffset ReadDue() => new(long.Parse(RowKey.Split('_')[1], NumberStyles.None, CultureInfo.InvariantCulture), TimeSpan.Zero);

    public static RoundHintRow ForStep(ConceptId concept, RoundId round) => new() { RowKey = $"{StepPrefix}{concept.Value}_{round.Value}" };

    public static RoundHintRow ForPaused(ConceptId concept, RoundId round) => new() { RowKey = $"{PausedPrefix}{concept.Value}_{round.Value}" };

    public static RoundHintRow ForDue(ConceptId concept, RoundId round, DateTimeOffset due) => new() { RowKey = $"{DueKey(due)}_{concept.Value}_{round.Value}" };

    /// <summary>Where the hints of rounds due later begin.</summary>
    public static string DueKey(DateTimeOffset due) => FormattableString.Invariant($"{DuePrefix}{due.UtcTicks:D19}");
}
