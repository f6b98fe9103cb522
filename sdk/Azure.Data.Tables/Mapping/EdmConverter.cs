using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace Azure.Data.Tables.Mapping;

/// <summary>Finds the converter for a property's type.</summary>
internal static class EdmConverter
{
    private static readonly Dictionary<Type, object> Converters = new()
    {
        [typeof(string)] = new TextConverter(),
        [typeof(bool)] = new BooleanConverter(),
        [typeof(int)] = new Int32Converter(),
        [typeof(long)] = new Int64Converter(),
        [typeof(double)] = new DoubleConverter(),
        [typeof(Guid)] = new GuidConverter(),
        [typeof(DateTime)] = new DateTimeConverter(),
        [typeof(DateTimeOffset)] = new DateTimeOffsetConverter(),
        [typeof(byte[])] = new BytesConverter(),
        [typeof(BinaryData)] = new BinaryDataConverter(),
    };

    /// <exception cref="NotSupportedException">The service has no type for the property's.</exception>
    public static object For(PropertyInfo property) => For(property.PropertyType) ?? throw new NotSupportedException(
        $"{property.DeclaringType}.{property.Name} is {property.PropertyType}, which has no counterpart in table storage. Mark it [IgnoreDataMember] or store another type.");

    private static object? For(Type type)
    {
        if (Converters.TryGetValue(type, out var converter))
        {
            return converter;
        }

        if (type.IsEnum)
        {
            return GenericPart.Make(typeof(EnumConverter<>), [type]);
        }

        return Nullable.GetUnderlyingType(type) is { } underlying && For(underlying) is { } inner
            ? GenericPart.Make(typeof(NullableConverter<>), [underlying], inner)
            : null;
    }
}

/// <summary>A value of one type in JSON; null never comes here.</summary>
internal abstract class EdmConverter<TValue>
{
    public abstract TValue Read(ref Utf8JsonReader reader);

    public abstract void Write(EntityWriter writer, PropertyName name, TValue value);
}

internal sealed class TextConverter : EdmConverter<string>
{
    public override string Read(ref Utf8JsonReader reader) => reader.GetString()!;

    public override void Write(EntityWriter writer, PropertyName name, string value) => writer.Text(name, value);
}

internal sealed class BooleanConverter : EdmConverter<bool>
{
    public override bool Read(ref Utf8JsonReader reader) => reader.GetBoolean();

    public override void Write(EntityWriter writer, PropertyName name, bool value) => writer.Boolean(name, value);
}

internal sealed class Int32Converter : EdmConverter<int>
{
    public override int Read(ref Utf8JsonReader reader) => reader.GetInt32();

    public override void Write(EntityWriter writer, PropertyName name, int value) => writer.Int32(name, value);
}

internal sealed class Int64Converter : EdmConverter<long>
{
    // A number where the column once held 32 bits.
    public override long Read(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Number
        ? reader.GetInt64()
        : long.Parse(reader.ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    public override void Write(EntityWriter writer, PropertyName name, long value) => writer.Int64(name, value);
}

internal sealed class DoubleConverter : EdmConverter<double>
{
    public override double Read(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Number
        ? reader.GetDouble()
        : double.Parse(reader.ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture);

    public override void Write(EntityWriter writer, PropertyName name, double value) => writer.Double(name, value);
}

internal sealed class GuidConverter : EdmConverter<Guid>
{
    public override Guid Read(ref Utf8JsonReader reader) => reader.GetGuid();

    public override void Write(EntityWriter writer, PropertyName name, Guid value) => writer.Guid(name, value);
}

internal sealed class DateTimeConverter : EdmConverter<DateTime>
{
    public override DateTime Read(ref Utf8JsonReader reader) => reader.GetDateTimeOffset().UtcDateTime;

    public override void Write(EntityWriter writer, PropertyName name, DateTime value) => writer.Instant(name, value);
}

internal sealed class DateTimeOffsetConverter : EdmConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader) => reader.GetDateTimeOffset();

    public override void Write(EntityWriter writer, PropertyName name, DateTimeOffset value) => writer.Instant(name, value);
}

internal sealed class BytesConverter : EdmConverter<byte[]>
{
    public override byte[] Read(ref Utf8JsonReader reader) => reader.GetBytesFromBase64();

    public override void Write(EntityWriter writer, PropertyName name, byte[] value) => writer.Binary(name, value);
}

internal sealed class BinaryDataConverter : EdmConverter<BinaryData>
{
    public override BinaryData Read(ref Utf8JsonReader reader) => BinaryData.FromBytes(reader.GetBytesFromBase64());

    public override void Write(EntityWriter writer, PropertyName name, BinaryData value) => writer.Binary(name, value.ToMemory().Span);
}

internal sealed class NullableConverter<TValue>(EdmConverter<TValue> inner) : EdmConverter<TValue?>
    where TValue : struct
{
    public override TValue? Read(ref Utf8JsonReader reader) => inner.Read(ref reader);

    public override void Write(EntityWriter writer, PropertyName name, TValue? value) => inner.Write(writer, name, value.GetValueOrDefault());
}

/// <summary>An enumeration by the names of its members.</summary>
internal sealed class EnumConverter<TEnum> : EdmConverter<TEnum>
    where TEnum : struct, Enum
{
    private static readonly (string Name, TEnum Value)[] Members = [.. Enum.GetNames<TEnum>().Select(name => (name, Enum.Parse<TEnum>(name)))];

    public override TEnum Read(ref Utf8JsonReader reader)
    {
        foreach (var (name, value) in Members)
        {
            if (reader.ValueTextEquals(name))
            {
                return value;
            }
        }

        // Combined flags, or a name that is gone: the parser's exception names it.
        return Enum.Parse<TEnum>(reader.GetString()!);
    }

    public override void Write(EntityWriter writer, PropertyName name, TEnum value) => writer.Text(name, value.ToString());
}
