using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Azure.Data.Tables;

/// <summary>An entity as a dictionary from property name to value.</summary>
#pragma warning disable CA1710 // The name is the official package's.
public sealed class TableEntity : ITableEntity, IDictionary<string, object?>
#pragma warning restore CA1710
{
    internal const string PartitionKeyName = "PartitionKey";
    internal const string RowKeyName = "RowKey";
    internal const string TimestampName = "Timestamp";
    internal const string ETagName = "odata.etag";

    private readonly Dictionary<string, object?> _properties;

    /// <summary>An entity without properties.</summary>
    public TableEntity() => _properties = new(StringComparer.Ordinal);

    /// <summary>An entity without properties but its keys.</summary>
    public TableEntity(string? partitionKey, string? rowKey)
        : this()
    {
        _properties[PartitionKeyName] = partitionKey;
        _properties[RowKeyName] = rowKey;
    }

    /// <summary>An entity with a copy of these properties.</summary>
    public TableEntity(IDictionary<string, object?>? values) =>
        _properties = values is null ? new(StringComparer.Ordinal) : new(values, StringComparer.Ordinal);

    /// <inheritdoc/>
    public string PartitionKey
    {
        get => GetString(PartitionKeyName)!;
        set => _properties[PartitionKeyName] = value;
    }

    /// <inheritdoc/>
    public string RowKey
    {
        get => GetString(RowKeyName)!;
        set => _properties[RowKeyName] = value;
    }

    /// <inheritdoc/>
    public DateTimeOffset? Timestamp
    {
        get => GetDateTimeOffset(TimestampName);
        set => _properties[TimestampName] = value;
    }

    /// <inheritdoc/>
    public ETag ETag
    {
        get => GetString(ETagName) is { } etag ? new ETag(etag) : default;
        set => _properties[ETagName] = value.ToString();
    }

    /// <summary>Number of properties, the system's included.</summary>
    public int Count => _properties.Count;

    /// <summary>Names of the properties, the system's included.</summary>
    public ICollection<string> Keys => _properties.Keys;

    ICollection<object?> IDictionary<string, object?>.Values => _properties.Values;

    bool ICollection<KeyValuePair<string, object?>>.IsReadOnly => false;

    /// <summary>A property's value, or null if there is none. A value of another type than the present one is refused.</summary>
    /// <exception cref="InvalidOperationException">The present value has another type.</exception>
    public object? this[string key]
    {
        get => _properties.GetValueOrDefault(key);
        set => _properties[key] = value is not null && _properties.GetValueOrDefault(key) is { } present ? SameType(present, value) : value;
    }

    /// <summary>A text, or null if there is none.</summary>
    public string? GetString(string key) => Get<string>(key);

    /// <summary>A binary value, or null if there is none.</summary>
    public byte[]? GetBinary(string key) => _properties.GetValueOrDefault(key) is BinaryData data ? data.ToArray() : Get<byte[]>(key);

    /// <summary>A binary value, or null if there is none.</summary>
    public BinaryData? GetBinaryData(string key) =>
        _properties.GetValueOrDefault(key) is byte[] bytes ? BinaryData.FromBytes(bytes) : Get<BinaryData>(key);

    /// <summary>A truth value, or null if there is none.</summary>
    public bool? GetBoolean(string key) => Get<bool?>(key);

    /// <summary>An instant in UTC, or null if there is none.</summary>
    public DateTime? GetDateTime(string key) =>
        _properties.GetValueOrDefault(key) is DateTimeOffset instant ? instant.UtcDateTime : Get<DateTime?>(key);

    /// <summary>An instant, or null if there is none.</summary>
    public DateTimeOffset? GetDateTimeOffset(string key) =>
        _properties.GetValueOrDefault(key) is DateTime instant ? new DateTimeOffset(instant) : Get<DateTimeOffset?>(key);

    /// <summary>A floating-point number, or null if there is none.</summary>
    public double? GetDouble(string key) => Get<double?>(key);

    /// <summary>An identifier, or null if there is none.</summary>
    public Guid? GetGuid(string key) => Get<Guid?>(key);

    /// <summary>A 32-bit number, or null if there is none.</summary>
    public int? GetInt32(string key) => Get<int?>(key);

    /// <summary>A 64-bit number, or null if there is none.</summary>
    public long? GetInt64(string key) => Get<long?>(key);

    /// <summary>Adds a property; one of that name must not be there yet.</summary>
    public void Add(string key, object? value) => _properties.Add(key, value);

    /// <summary>Whether a property of that name is there.</summary>
    public bool ContainsKey(string key) => _properties.ContainsKey(key);

    /// <summary>Takes a property away.</summary>
    public bool Remove(string key) => _properties.Remove(key);

    /// <summary>Looks a property up.</summary>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out object? value) => _properties.TryGetValue(key, out value);

    /// <summary>Takes all properties away, keys included.</summary>
    public void Clear() => _properties.Clear();

    void ICollection<KeyValuePair<string, object?>>.Add(KeyValuePair<string, object?> item) => _properties.Add(item.Key, item.Value);

    bool ICollection<KeyValuePair<string, object?>>.Contains(KeyValuePair<string, object?> item) => _properties.Contains(item);

    void ICollection<KeyValuePair<string, object?>>.CopyTo(KeyValuePair<string, object?>[] array, int arrayIndex) =>
        ((ICollection<KeyValuePair<string, object?>>)_properties).CopyTo(array, arrayIndex);

    bool ICollection<KeyValuePair<string, object?>>.Remove(KeyValuePair<string, object?> item) =>
        ((ICollection<KeyValuePair<string, object?>>)_properties).Remove(item);

    IEnumerator<KeyValuePair<string, object?>> IEnumerable<KeyValuePair<string, object?>>.GetEnumerator() => _properties.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _properties.GetEnumerator();

    /// <summary>Stores a value as it came from the service, whatever its type.</summary>
    internal void Put(string key, object? value) => _properties[key] = value;

    /// <summary>For reading and writing in the mapping without an enumerator on the heap.</summary>
    internal Dictionary<string, object?> Properties => _properties;

    private T? Get<T>(string key) => _properties.GetValueOrDefault(key) switch
    {
        null => default,
        T value => value,
        var other => throw new InvalidOperationException($"Property '{key}' holds {other.GetType()}, not {typeof(T)}."),
    };

    // A column changes its type only where nothing is lost: the service would store it as another type without a word.
    private static object SameType(object present, object value) => (present, value) switch
    {
        (long, int number) => (long)number,
        (double, int number) => (double)number,
        (DateTimeOffset, DateTime instant) => new DateTimeOffset(instant),
        (DateTime, DateTimeOffset instant) => instant.UtcDateTime,
        (byte[], BinaryData) or (BinaryData, byte[]) => value,
        _ when present.GetType() == value.GetType() => value,
        _ => throw new InvalidOperationException(
            string.Create(CultureInfo.InvariantCulture, $"The property holds {present.GetType()} and cannot become {value.GetType()}.")),
    };
}
