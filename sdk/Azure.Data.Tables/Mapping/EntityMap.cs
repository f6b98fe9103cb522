using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Azure.Data.Tables.Mapping;

/// <summary>How entities of one type become JSON.</summary>
internal abstract class EntityMap
{
    private static readonly ConcurrentDictionary<Type, EntityMap> Maps = new();

    /// <summary>The map of an entity's own type, which need not be the type the caller names it by.</summary>
    public static EntityMap For(Type type) => Maps.GetOrAdd(type, static type =>
        type == typeof(TableEntity) ? TableEntityMap.Instance
        : type.IsValueType ? throw new NotSupportedException($"{type} is a value type; entities are classes.")
        : (EntityMap)GenericPart.Make(typeof(ObjectMap<>), [type]));

    /// <summary>Writes all but the keys; what is null is left out, as the service would.</summary>
    public abstract void WriteProperties(EntityWriter writer, ITableEntity entity);
}

/// <summary>How entities of one type come from JSON.</summary>
internal abstract class EntityMap<T> : EntityMap
    where T : class, ITableEntity
{
    public static EntityMap<T> Instance => field ??= (EntityMap<T>)For(typeof(T));

    /// <summary>Reads the entity whose first token the reader stands on.</summary>
    /// <param name="reader">Stands on the entity's last token afterwards.</param>
    /// <param name="previous">The entity read before it: neighbours share their partition key.</param>
    /// <param name="entity">The entity.</param>
    /// <returns>False if the bytes end before the entity does.</returns>
    public abstract bool TryRead(ref Utf8JsonReader reader, T? previous, [NotNullWhen(true)] out T? entity);

    protected static string? PartitionKey(ref Utf8JsonReader reader, T? previous) =>
        previous?.PartitionKey is { } key && reader.TokenType == JsonTokenType.String && reader.ValueTextEquals(key) ? key : reader.GetString();

    /// <summary>Whether the name belongs to an annotation, such as <c>Due@odata.type</c>.</summary>
    protected static bool IsAnnotation(ref Utf8JsonReader reader) => reader.ValueSpan.Contains((byte)'@');
}
