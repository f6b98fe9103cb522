using System.Buffers;
using System.Buffers.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Azure.Data.Tables.Mapping;

/// <summary>Writes one entity as JSON and counts what the service would count.</summary>
#pragma warning disable CA1001 // Lives as long as its thread; disposing a JSON writer only flushes it.
internal sealed class EntityWriter
#pragma warning restore CA1001
{
    private static readonly JsonEncodedText Int64Type = JsonEncodedText.Encode("Edm.Int64");
    private static readonly JsonEncodedText DoubleType = JsonEncodedText.Encode("Edm.Double");
    private static readonly JsonEncodedText GuidType = JsonEncodedText.Encode("Edm.Guid");
    private static readonly JsonEncodedText DateTimeType = JsonEncodedText.Encode("Edm.DateTime");
    private static readonly JsonEncodedText BinaryType = JsonEncodedText.Encode("Edm.Binary");

    private static readonly JsonEncodedText PartitionKey = JsonEncodedText.Encode(TableEntity.PartitionKeyName);
    private static readonly JsonEncodedText RowKey = JsonEncodedText.Encode(TableEntity.RowKeyName);

    // What the service charges an entity and a property with, in bytes, before their content:
    // https://learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model
    private const int EntityOverhead = 4;
    private const int PropertyOverhead = 8;
    private const int LengthPrefix = 4;

    // Writing never leaves its thread, so that one writer per thread is enough.
    [ThreadStatic]
    private static EntityWriter? s_ofThread;

    private readonly Utf8JsonWriter json;
    private int _customProperties;
    private long _bytes;

    private EntityWriter(IBufferWriter<byte> output) => json = new(output, new JsonWriterOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    });

    /// <summary>Writes an entity, its keys first.</summary>
    /// <exception cref="RequestFailedException">The service would refuse the entity.</exception>
    public static void Write(IBufferWriter<byte> output, ITableEntity entity)
    {
        var map = EntityMap.For(entity.GetType());

        // Taken off the thread meanwhile: a property's getter might itself write an entity.
        var writer = s_ofThread ?? new EntityWriter(output);
        s_ofThread = null;
        writer.json.Reset(output);
        writer.WriteEntity(map, entity);
        writer.json.Reset(Nothing.Instance);
        s_ofThread = writer;
    }

    public void Text(PropertyName name, string value)
    {
        Limits.CheckText(value);
        Count(name, (2 * value.Length) + LengthPrefix);
        json.WriteString(name.Encoded, value);
    }

    public void Boolean(PropertyName name, bool value)
    {
        Count(name, 1);
        json.WriteBoolean(name.Encoded, value);
    }

    public void Int32(PropertyName name, int value)
    {
        Count(name, 4);
        json.WriteNumber(name.Encoded, value);
    }

    // JSON numbers end at 2^53 for many readers: the protocol carries 64 bits as text.
    public void Int64(PropertyName name, long value)
    {
        Count(name, 8);
        Span<byte> digits = stackalloc byte[20];
        _ = Utf8Formatter.TryFormat(value, digits, out var length);
        json.WriteString(name.TypeAnnotation, Int64Type);
        json.WriteString(name.Encoded, digits[..length]);
    }

    public void Double(PropertyName name, double value)
    {
        Count(name, 8);
        json.WriteString(name.TypeAnnotation, DoubleType);

        if (double.IsFinite(value))
        {
            json.WriteNumber(name.Encoded, value);
        }
        else
        {
            json.WriteString(name.Encoded, double.IsNaN(value) ? "NaN"u8 : value > 0 ? "Infinity"u8 : "-Infinity"u8);
        }
    }

    public void Guid(PropertyName name, Guid value)
    {
        Count(name, 16);
        json.WriteString(name.TypeAnnotation, GuidType);
        json.WriteString(name.Encoded, value);
    }

    public void Instant(PropertyName name, DateTimeOffset value) => Utc(name, value.UtcDateTime);

    /// <exception cref="NotSupportedException">The value's kind is not UTC: which instant it means would depend on the machine.</exception>
    public void Instant(PropertyName name, DateTime value) => Utc(
        name,
        value.Kind == DateTimeKind.Utc
            ? value
            : throw new NotSupportedException($"Property '{name.Text}': a DateTime of kind {value.Kind} cannot be stored, only UTC."));

    public void Binary(PropertyName name, ReadOnlySpan<byte> value)
    {
        Limits.CheckBinary(value.Length);
        Count(name, value.Length + LengthPrefix);
        json.WriteString(name.TypeAnnotation, BinaryType);
        json.WriteBase64String(name.Encoded, value);
    }

    private void WriteEntity(EntityMap map, ITableEntity entity)
    {
        Limits.CheckKey(entity.PartitionKey);
        Limits.CheckKey(entity.RowKey);
        _customProperties = 0;
        _bytes = EntityOverhead + (2 * (entity.PartitionKey.Length + entity.RowKey.Length));

        json.WriteStartObject();
        json.WriteString(PartitionKey, entity.PartitionKey);
        json.WriteString(RowKey, entity.RowKey);
        map.WriteProperties(this, entity);
        json.WriteEndObject();
        json.Flush();

        Limits.CheckEntity(_customProperties, _bytes);
    }

    private void Utc(PropertyName name, DateTime utc)
    {
        Limits.CheckInstant(utc);
        Count(name, 8);
        json.WriteString(name.TypeAnnotation, DateTimeType);
        json.WriteString(name.Encoded, utc);
    }

    private void Count(PropertyName name, int valueBytes)
    {
        _customProperties++;
        _bytes += PropertyOverhead + (2 * name.Text.Length) + valueBytes;
    }

    /// <summary>Where a writer at rest points, so that it keeps no request's buffer alive.</summary>
    private sealed class Nothing : IBufferWriter<byte>
    {
        public static readonly Nothing Instance = new();

        public void Advance(int count)
        {
        }

        public Memory<byte> GetMemory(int sizeHint = 0) => throw new NotSupportedException();

        public Span<byte> GetSpan(int sizeHint = 0) => throw new NotSupportedException();
    }
}
