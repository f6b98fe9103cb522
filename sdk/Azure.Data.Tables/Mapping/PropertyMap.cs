using System.Reflection;
using System.Text;
using System.Text.Json;

namespace Azure.Data.Tables.Mapping;

/// <summary>One property of a class: from JSON into the entity, and back.</summary>
internal abstract class PropertyMap<T>(string name)
    where T : class, ITableEntity
{
    public byte[] Utf8Name { get; } = Encoding.UTF8.GetBytes(name);

    public bool IsPartitionKey { get; } = name == TableEntity.PartitionKeyName;

    public abstract bool CanRead { get; }

    public static PropertyMap<T> For(PropertyInfo property) => (PropertyMap<T>)GenericPart.Make(
        typeof(ValueProperty<,>),
        [typeof(T), property.PropertyType],
        property,
        EdmConverter.For(property));

    /// <summary>Reads the value the reader stands on; never called for null.</summary>
    public abstract void Read(ref Utf8JsonReader reader, T entity);

    public abstract void Write(EntityWriter writer, T entity);
}

/// <summary>A property whose value passes through typed delegates, never through a box.</summary>
internal sealed class ValueProperty<T, TValue>(PropertyInfo property, EdmConverter<TValue> converter)
    : PropertyMap<T>(StoredProperty.NameOf(property))
    where T : class, ITableEntity
{
    private readonly PropertyName name = PropertyName.Of(StoredProperty.NameOf(property));
    private readonly Func<T, TValue> get = property.GetMethod!.CreateDelegate<Func<T, TValue>>();
    private readonly Action<T, TValue>? set = property.SetMethod is { IsPublic: true } setter ? setter.CreateDelegate<Action<T, TValue>>() : null;

    public override bool CanRead => set is not null;

    public override void Read(ref Utf8JsonReader reader, T entity) => set!(entity, converter.Read(ref reader));

    public override void Write(EntityWriter writer, T entity)
    {
        if (get(entity) is { } value)
        {
            converter.Write(writer, name, value);
        }
    }
}

/// <summary>A text the service sets.</summary>
internal sealed class SystemProperty<T>(string name, Action<T, string> set) : PropertyMap<T>(name)
    where T : class, ITableEntity
{
    public override bool CanRead => true;

    public override void Read(ref Utf8JsonReader reader, T entity) => set(entity, reader.GetString()!);

    public override void Write(EntityWriter writer, T entity) => throw new NotSupportedException();
}

/// <summary>When the service last wrote the entity.</summary>
internal sealed class TimestampProperty<T>() : PropertyMap<T>(TableEntity.TimestampName)
    where T : class, ITableEntity
{
    public override bool CanRead => true;

    public override void Read(ref Utf8JsonReader reader, T entity) => entity.Timestamp = reader.GetDateTimeOffset();

    public override void Write(EntityWriter writer, T entity) => throw new NotSupportedException();
}
