using System.Text.Json.Serialization;
using Azure;
using Azure.Data.Tables;
using Insek.Office.Domain;
using Insek.Office.Functions.Storage;

namespace Insek.Office.Functions.Members;

/// <summary>Who stands in for a member: row <c>deputies_{member}</c> in <c>~tenant</c>, changed under its entity tag, so that two periods never overlap.</summary>
internal sealed class DeputyRow : ITableEntity
{
    public const string Prefix = "deputies_";

    public string PartitionKey { get; set; } = Tenant.Partition;

    public string RowKey { get; set; } = "";

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    public string Periods { get; set; } = "[]";

    public static string Key(MemberId member) => Prefix + member.Value;

    public static DeputyRow From(MemberDeputies deputies) => new()
    {
        RowKey = Key(deputies.Member),
        Periods = StoredJson.Write<IReadOnlyList<StoredPeriod>>([.. deputies.Periods.Select(period => new StoredPeriod(period.Deputy.Value, period.From, period.Until))], StoredDeputyJson.Default.IReadOnlyListStoredPeriod),
    };

    public MemberDeputies Read()
    {
        var member = new MemberId(RowKey[Prefix.Length..]);
        return new MemberDeputies
        {
            Member = member,
            Periods = StoredJson.Read(Periods, StoredDeputyJson.Default.IReadOnlyListStoredPeriod).Select(period => new Deputyship(member, new MemberId(period.Deputy), period.From, period.Until)).ToValueList(),
        };
    }
}

/// <summary>A period as it is stored.</summary>
internal sealed record StoredPeriod(string Deputy, DateOnly From, DateOnly Until);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IReadOnlyList<StoredPeriod>))]
internal sealed partial class StoredDeputyJson : JsonSerializerContext;
