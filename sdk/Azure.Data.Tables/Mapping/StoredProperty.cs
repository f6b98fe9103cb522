using System.Reflection;
using System.Runtime.Serialization;

namespace Azure.Data.Tables.Mapping;

/// <summary>Which properties of a class are stored, and by which name.</summary>
internal static class StoredProperty
{
    private static readonly HashSet<string> System = new(StringComparer.Ordinal)
    {
        nameof(ITableEntity.PartitionKey), nameof(ITableEntity.RowKey), nameof(ITableEntity.Timestamp), nameof(ITableEntity.ETag),
    };

    public static IEnumerable<PropertyInfo> Of(Type type) => type
        .GetProperties(BindingFlags.Instance | BindingFlags.Public)
        .Where(property => property.GetMethod is { IsPublic: true }
            && property.GetIndexParameters().Length == 0
            && !System.Contains(property.Name)
            && property.GetCustomAttribute<IgnoreDataMemberAttribute>() is null);

    public static string NameOf(MemberInfo member) =>
        member.GetCustomAttribute<DataMemberAttribute>()?.Name is { Length: > 0 } name ? name : member.Name;
}
