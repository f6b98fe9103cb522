using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Insek.Office.Domain;
using Insek.Office.Functions.Storage;

namespace Insek.Office.Functions.Reminders;

/// <summary>Somebody is to be reminded of a deadline: row <c>remind_{day}_{member}_{concept}_{deadline}</c> in <c>~tenant</c>, gone once a digest holds it. However often it is written, it is one.</summary>
internal sealed class RemindRow : ITableEntity
{
    public const string Prefix = "remind_";

    private const string DayFormat = "yyyyMMdd";

    public string PartitionKey { get; set; } = Tenant.Partition;

    public string RowKey { get; set; } = "";

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    /// <summary>Whether the member cannot opt out of it.</summary>
    public bool Mandatory { get; set; }

    public DateOnly ReadDay() => DateOnly.ParseExact(RowKey.Split('_')[1], DayFormat, CultureInfo.InvariantCulture);

    public MemberId ReadMember() => new(RowKey.Split('_')[2]);

    public DigestItem ReadItem() => new(new ConceptId(RowKey.Split('_')[3]), new DeadlineId(RowKey.Split('_')[4]));

    public static RemindRow For(DateOnly day, MemberId member, ConceptId concept, DeadlineId deadline, bool isMandatory) => new()
    {
        RowKey = string.Create(CultureInfo.InvariantCulture, $"{Prefix}{day.ToString(DayFormat, CultureInfo.InvariantCulture)}_{member}_{concept}_{deadline}"),
        Mandatory = isMandatory,
    };
}

/// <summary>What a digest names.</summary>
/// <param name="Concept">The concept.</param>
/// <param name="Deadline">The deadline.</param>
internal readonly record struct DigestItem(ConceptId Concept, DeadlineId Deadline);

/// <summary>What somebody is reminded of on one day: row <c>digest_{member}_{day}</c> in <c>~tenant</c>. Added once and never changed: there is one digest a day.</summary>
internal sealed class DigestRow : ITableEntity
{
    /// <summary>How much the names of all entries can take, in characters; what does not fit waits for the next morning.</summary>
    public const int Capacity = Parts * LongText.PropertyLength;

    private const int Parts = 8;

    public string PartitionKey { get; set; } = Tenant.Partition;

    public string RowKey { get; set; } = "";

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    public string? Items0 { get; set; }

    public string? Items1 { get; set; }

    public string? Items2 { get; set; }

    public string? Items3 { get; set; }

    public string? Items4 { get; set; }

    public string? Items5 { get; set; }

    public string? Items6 { get; set; }

    public string? Items7 { get; set; }

    public static string Key(MemberId member, DateOnly day) => FormattableString.Invariant($"digest_{member}_{day:yyyyMMdd}");

    public static DigestRow From(MemberId member, DateOnly day, IEnumerable<DigestItem> items)
    {
        var parts = new string?[Parts];
        LongText.Spread(string.Join('\n', items.Select(TextOf)), parts);
        return new DigestRow
        {
            RowKey = Key(member, day),
            Items0 = parts[0],
            Items1 = parts[1],
            Items2 = parts[2],
            Items3 = parts[3],
            Items4 = parts[4],
            Items5 = parts[5],
            Items6 = parts[6],
            Items7 = parts[7],
        };
    }

    /// <summary>What an item takes of <see cref="Capacity"/>.</summary>
    public static int LengthOf(DigestItem item) => TextOf(item).Length + 1;

    public IReadOnlyList<DigestItem> ReadItems() =>
    [
        .. string.Concat([Items0, Items1, Items2, Items3, Items4, Items5, Items6, Items7])
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('_'))
            .Select(parts => new DigestItem(new ConceptId(parts[0]), new DeadlineId(parts[1]))),
    ];

    private static string TextOf(DigestItem item) => $"{item.Concept}_{item.Deadline}";
}

/// <summary>Says which digest shows a deadline to somebody: row <c>shown_{concept}_{deadline}_{member}</c> in <c>~tenant</c>, the latest one only. By it a digest is found that is to be made current.</summary>
internal sealed class ShownRow : ITableEntity
{
    public string PartitionKey { get; set; } = Tenant.Partition;

    public string RowKey { get; set; } = "";

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    /// <summary>The digest's day: yyyy-MM-dd.</summary>
    public string Day { get; set; } = "";

    public MemberId ReadMember() => new(RowKey[(RowKey.LastIndexOf('_') + 1)..]);

    public DateOnly ReadDay() => DateOnly.ParseExact(Day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string KeyPrefix(ConceptId concept, DeadlineId deadline) => $"shown_{concept}_{deadline}_";

    public static ShownRow For(DigestItem item, MemberId member, DateOnly day) => new()
    {
        RowKey = KeyPrefix(item.Concept, item.Deadline) + member.Value,
        Day = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };
}

/// <summary>Says that something periodical was done, or how somebody wants to be reminded: a row of <c>~tenant</c> that holds little.</summary>
internal sealed class PeriodRow : ITableEntity
{
    public string PartitionKey { get; set; } = Tenant.Partition;

    public string RowKey { get; set; } = "";

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    /// <summary>The latest week or quarter that is dealt with.</summary>
    public string Period { get; set; } = "";

    /// <summary>Which weeks' overviews are done.</summary>
    public static string WeekKey => "period_overview";

    /// <summary>Which quarters' questions are asked.</summary>
    public static string QuarterKey => "period_progress";
}

/// <summary>That an overview or a quarter's question was put to somebody: row <c>overview_{member}_{week}</c> or <c>progress_{member}_{quarter}</c> in <c>~tenant</c>, added with its notice in one transaction.</summary>
internal sealed class AskedRow : ITableEntity
{
    public string PartitionKey { get; set; } = Tenant.Partition;

    public string RowKey { get; set; } = "";

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    public DateTimeOffset At { get; set; }

    public static AskedRow Overview(MemberId member, string week, DateTimeOffset at) => new() { RowKey = $"overview_{member}_{week}", At = at };

    public static AskedRow Progress(MemberId member, string quarter, DateTimeOffset at) => new() { RowKey = $"progress_{member}_{quarter}", At = at };
}

/// <summary>How somebody wants to be reminded: row <c>preferences_{member}</c> in <c>~tenant</c>.</summary>
internal sealed class PreferencesRow : ITableEntity
{
    public string PartitionKey { get; set; } = Tenant.Partition;

    public string RowKey { get; set; } = "";

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    public bool Reminders { get; set; } = true;

    public bool Progress { get; set; } = true;

    /// <summary>HH:mm; empty where there are no quiet hours.</summary>
    public string QuietFrom { get; set; } = "";

    public string QuietUntil { get; set; } = "";

    public static string Key(MemberId member) => $"preferences_{member}";
}
