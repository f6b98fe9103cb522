using System.Globalization;
using System.Text.Json.Serialization;
using Azure;
using Azure.Data.Tables;
using Insek.Office.Domain;

namespace Insek.Office.Functions.Storage;

/// <summary>A deadline: row <c>deadline_{id}</c> in the concept's partition; and, as row <c>next_{ticks}_{id}</c>, the same once more under the instant of its next reminder.</summary>
/// <remarks>
/// Three parties write it, each its own columns by a merge: its source (<see cref="DeadlineSourceRow"/>), people, and the timer
/// (<see cref="DeadlineTimerRow"/>). The copy lets the timer tell whom to remind without reading anything else. What is cleared is written
/// as an empty text, because a merge leaves null alone.
/// </remarks>
internal sealed class DeadlineRow : ITableEntity
{
    public const string Prefix = "deadline_";
    public const string NextPrefix = "next_";

    /// <summary>Sorts right behind every row of <see cref="NextPrefix"/>: '`' follows '_'.</summary>
    public const string NextEnd = "next`";

    private const int TicksLength = 19;

    public string PartitionKey { get; set; } = "";

    public string RowKey { get; set; } = "";

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    public string? Kind { get; set; }

    public string? Title { get; set; }

    /// <summary>When it is due as its source says: yyyy-MM-dd, or an instant in UTC.</summary>
    public string? Stated { get; set; }

    public string? SourceKind { get; set; }

    public string? SourceId { get; set; }

    public string? Office { get; set; }

    /// <summary>What the source makes of it: a <see cref="DeadlineState"/>, or <see cref="DeadlineSourceRow.Gone"/>.</summary>
    public string? SourceState { get; set; }

    /// <summary>The source's version when it last wrote; 0 where it comes from nothing.</summary>
    public int SourceVersion { get; set; }

    public string? Moved { get; set; }

    /// <summary>Ids of members, joined by blanks.</summary>
    public string? Owners { get; set; }

    public string? State { get; set; }

    public string? Reason { get; set; }

    public string? ClosedBy { get; set; }

    public string? ClosedAt { get; set; }

    public bool Mandatory { get; set; }

    /// <summary>Counts the changes by people; the entity tag of the API is the sum of both versions.</summary>
    public int Version { get; set; }

    public string? Operations { get; set; }

    /// <summary>The key of its next row; empty where it has none.</summary>
    public string? Next { get; set; }

    /// <summary>When somebody was last reminded of it.</summary>
    public string? ToldAt { get; set; }

    /// <summary>Of a round: when it went to chair and administrators.</summary>
    public string? EscalatedAt { get; set; }

    /// <summary>Whether this is a next row that only says: its source has written it, look at it.</summary>
    public bool Touch { get; set; }

    [JsonIgnore]
    public bool IsGone => SourceState == DeadlineSourceRow.Gone;

    public static string Key(DeadlineId id) => Prefix + id.Value;

    public static string NextKey(DateTimeOffset at, DeadlineId id) => $"{NextKey(at)}_{id.Value}";

    /// <summary>Where the next rows of later instants begin.</summary>
    public static string NextKey(DateTimeOffset at) => FormattableString.Invariant($"{NextPrefix}{at.UtcTicks:D19}");

    /// <summary>The instant in the key of a next row.</summary>
    public static DateTimeOffset AtOf(string nextKey) => new(long.Parse(nextKey.AsSpan(NextPrefix.Length, TicksLength), NumberStyles.None, CultureInfo.InvariantCulture), TimeSpan.Zero);

    public DeadlineId ReadId() => new(RowKey[(RowKey.LastIndexOf('_') + 1)..]);

    /// <summary>Writes a deadline, as people have left it; what its source and the timer know is kept from the row before.</summary>
    public static DeadlineRow From(ConceptId concept, Deadline deadline, DeadlineRow? before, DateTimeOffset? next) => new()
    {
        PartitionKey = concept.Value,
        RowKey = Key(deadline.Id),
        Kind = deadline.Kind.ToString(),
        Title = deadline.Title,
        Stated = DueText.Of(deadline.Stated),
        SourceKind = deadline.Source.Kind.ToString(),
        SourceId = deadline.Source.Id,
        Office = deadline.Office,
        SourceState = before?.SourceState,
        SourceVersion = before?.SourceVersion ?? 0,
        Moved = deadline.MovedTo is { } moved ? DueText.Of(moved) : "",
        Owners = string.Join(' ', deadline.Owners.Select(owner => owner.Value)),
        State = before is { SourceState: not (null or nameof(DeadlineState.Open)) } ? before.State : deadline.State.ToString(),
        Reason = deadline.Reason,
        ClosedBy = deadline.ClosedBy?.Value,
        ClosedAt = deadline.ClosedAt is { } at ? DueText.Of(at) : "",
        Mandatory = deadline.IsMandatory,
        Version = deadline.Version - (before?.SourceVersion ?? 0),
        Operations = string.Join(' ', deadline.Operations),
        Next = next is { } instant ? NextKey(instant, deadline.Id) : "",
        ToldAt = before?.ToldAt,
        EscalatedAt = before?.EscalatedAt,
    };

    public Deadline ToDomain()
    {
        var closedBySource = Enum.TryParse<DeadlineState>(SourceState, out var said) ? said : DeadlineState.Open;
        return new Deadline
        {
            Id = ReadId(),
            Kind = Enum.Parse<DeadlineKind>(Kind ?? ""),
            Title = Title ?? "",
            Stated = DueText.Parse(Stated ?? ""),
            Source = new DeadlineSource(Enum.Parse<DeadlineSourceKind>(SourceKind ?? ""), string.IsNullOrEmpty(SourceId) ? null : SourceId),
            Office = string.IsNullOrEmpty(Office) ? null : Office,
            MovedTo = string.IsNullOrEmpty(Moved) ? null : DueText.Parse(Moved),
            Owners = Split(Owners).Select(id => new MemberId(id)).ToValueList(),
            State = closedBySource is not DeadlineState.Open ? closedBySource : string.IsNullOrEmpty(State) ? DeadlineState.Open : Enum.Parse<DeadlineState>(State),
            Reason = string.IsNullOrEmpty(Reason) ? null : Reason,
            ClosedBy = string.IsNullOrEmpty(ClosedBy) ? null : new MemberId(ClosedBy),
            ClosedAt = string.IsNullOrEmpty(ClosedAt) ? null : DueText.ParseInstant(ClosedAt),
            IsMandatory = Mandatory,
            Version = Math.Max(1, Version + SourceVersion),
            Operations = Split(Operations).ToValueList(),
        };
    }

    /// <summary>The same under the key of its next reminder.</summary>
    public DeadlineRow AsNext(DateTimeOffset at)
    {
        var copy = (DeadlineRow)MemberwiseClone();
        (copy.RowKey, copy.ETag, copy.Next, copy.Operations) = (NextKey(at, ReadId()), default, null, null);
        return copy;
    }

    private static string[] Split(string? text) => (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>What a source says about its deadline, and nothing else, by a merge that needs no entity tag: whoever writes a measure, a round or a step waits for nobody.</summary>
internal sealed class DeadlineSourceRow : ITableEntity
{
    /// <summary>The source has no due day any more, or is gone itself.</summary>
    public const string Gone = "Gone";

    public string PartitionKey { get; set; } = "";

    public string RowKey { get; set; } = "";

    [JsonIgnore]
    public DateTimeOffset? Timestamp { get; set; }

    [JsonIgnore]
    public ETag ETag { get; set; }

    public string? Kind { get; set; }

    public string? Title { get; set; }

    public string? Stated { get; set; }

    public string? SourceKind { get; set; }

    public string? SourceId { get; set; }

    public string? Office { get; set; }

    public string? SourceState { get; set; }

    public int? SourceVersion { get; set; }

    /// <summary>Emptied where the source names another day: what people made of the old one is over.</summary>
    public string? Moved { get; set; }

    public string? State { get; set; }

    public string? ClosedBy { get; set; }

    public string? ClosedAt { get; set; }
}

/// <summary>Says that a source has written its deadline: a next row of that instant. The timer looks at the deadline and puts its real next row there instead.</summary>
internal sealed class DeadlineTouchRow : ITableEntity
{
    public string PartitionKey { get; set; } = "";

    public string RowKey { get; set; } = "";

    [JsonIgnore]
    public DateTimeOffset? Timestamp { get; set; }

    [JsonIgnore]
    public ETag ETag { get; set; }

    public bool Touch { get; set; } = true;

    public static DeadlineTouchRow For(ConceptId concept, DeadlineId id, DateTimeOffset at) => new() { PartitionKey = concept.Value, RowKey = DeadlineRow.NextKey(at, id) };
}

/// <summary>What the timer knows of a deadline, and nothing else, by a merge.</summary>
internal sealed class DeadlineTimerRow : ITableEntity
{
    public string PartitionKey { get; set; } = "";

    public string RowKey { get; set; } = "";

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    public string? Next { get; set; }

    public string? ToldAt { get; set; }

    public string? EscalatedAt { get; set; }
}

/// <summary>Days and instants as rows hold them: a merge can empty a text, but not an instant.</summary>
internal static class DueText
{
    private const string DayFormat = "yyyy-MM-dd";

    public static string Of(Due due) => due.Instant is { } at ? Of(at) : due.Day.ToString(DayFormat, CultureInfo.InvariantCulture);

    public static string Of(DateTimeOffset at) => at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    public static Due Parse(string text) => text.Length == DayFormat.Length ? Due.On(DateOnly.ParseExact(text, DayFormat, CultureInfo.InvariantCulture)) : Due.At(ParseInstant(text));

    public static DateTimeOffset ParseInstant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
}
