using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;

namespace Azure.Data.Tables.Mapping;

/// <summary>Maps a class by its public properties, through delegates made once per type.</summary>
internal sealed class ObjectMap<T> : EntityMap<T>
    where T : class, ITableEntity
{
    private readonly PropertyMap<T>[] stored;
    private readonly PropertyMap<T>[] readable;
    private Func<T>? _create;

    internal ObjectMap()
    {
        stored = [.. StoredProperty.Of(typeof(T)).Select(PropertyMap<T>.For)];

        // In the order in which the service sends them, so that the next one is usually the expected one.
        readable =
        [
            new SystemProperty<T>(TableEntity.ETagName, static (entity, value) => entity.ETag = new ETag(value)),
            new SystemProperty<T>(TableEntity.PartitionKeyName, static (entity, value) => entity.PartitionKey = value),
            new SystemProperty<T>(TableEntity.RowKeyName, static (entity, value) => entity.RowKey = value),
            new TimestampProperty<T>(),
            .. stored.Where(property => property.CanRead),
        ];
    }

    public override void WriteProperties(EntityWriter writer, ITableEntity entity)
    {
        var typed = (T)entity;

        foreach (var property in stored)
        {
            property.Write(writer, typed);
        }
    }

    public override bool TryRead(ref Utf8JsonReader reader, T? previous, [NotNullWhen(true)] out T? entity)
    {
        entity = null;
        var made = (_create ??= Constructor())();
        var expected = 0;

        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndObject)
            {
                entity = made;

                return true;
            }

            var property = IsAnnotation(ref reader) ? null : Find(ref reader, ref expected);

            if (!reader.Read())
            {
                return false;
            }

            if (property is null)
            {
                if (!reader.TrySkip())
                {
                    return false;
                }
            }
            else if (property.IsPartitionKey)
            {
                made.PartitionKey = PartitionKey(ref reader, previous)!;
            }
            else if (reader.TokenType != JsonTokenType.Null)
            {
                property.Read(ref reader, made);
            }
        }

        return false;
    }

    private PropertyMap<T>? Find(ref Utf8JsonReader reader, ref int expected)
    {
        for (var step = 0; step < readable.Length; step++)
        {
            var index = expected + step;
            var property = readable[index < readable.Length ? index : index - readable.Length];

            if (reader.ValueTextEquals(property.Utf8Name))
            {
                expected = index + 1 < readable.Length ? index + 1 : index + 1 - readable.Length;

                return property;
            }
        }

        return null;
    }

    // Through an expression, because "required" members forbid a new() constraint though the constructor is there.
    private static Func<T> Constructor()
    {
        var constructor = typeof(T).GetConstructor(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, Type.EmptyTypes);

        return constructor is null || typeof(T).IsAbstract
            ? throw new NotSupportedException($"{typeof(T)} cannot be read: it has no constructor without parameters.")
            : Expression.Lambda<Func<T>>(Expression.New(constructor)).Compile();
    }
}
