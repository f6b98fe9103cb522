using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace Azure.Data.Tables.Mapping;

/// <summary>Maps a dictionary entity by the types its values have and the types the service names.</summary>
internal sealed class TableEntityMap : EntityMap<TableEntity>
{
    public static new readonly TableEntityMap Instance = new();

    private TableEntityMap()
    {
    }

    public override void WriteProperties(EntityWriter writer, ITableEntity entity)
    {
        foreach (var (name, value) in ((TableEntity)entity).Properties)
        {
            if (value is not null && name is not (TableEntity.PartitionKeyName or TableEntity.RowKeyName or TableEntity.TimestampName or TableEntity.ETagName))
            {
                Write(writer, PropertyName.Of(name), value);
            }
        }
    }

    public override bool TryRead(ref Utf8JsonReader reader, TableEntity? previous, [NotNullWhen(true)] out TableEntity? entity)
    {
        entity = null;
        var made = new TableEntity();
        var names = NameCache.OfThread;

        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndObject)
            {
                entity = made;

                return true;
            }

            var name = names.Find(ref reader);

            if (!reader.Read())
            {
                return false;
            }

            if (name.AnnotatedProperty is { } property)
            {
                Annotate(made, property, reader.GetString());
            }
            else if (name.Text == TableEntity.PartitionKeyName)
            {
                made.PartitionKey = PartitionKey(ref reader, previous)!;
            }
            else if (name.IsMetadata)
            {
                if (!reader.TrySkip())
                {
                    return false;
                }
            }
            else
            {
                made.Put(name.Text, Read(ref reader, name.Text, made.Properties.GetValueOrDefault(name.Text) as TypeName));
            }
        }

        return false;
    }

    private static void Write(EntityWriter writer, PropertyName name, object value)
    {
        switch (value)
        {
            case string text:
                writer.Text(name, text);
                break;
            case bool truth:
                writer.Boolean(name, truth);
                break;
            case int number:
                writer.Int32(name, number);
                break;
            case long number:
                writer.Int64(name, number);
                break;
            case double number:
                writer.Double(name, number);
                break;
            case Guid id:
                writer.Guid(name, id);
                break;
            case DateTime instant:
                writer.Instant(name, instant);
                break;
            case DateTimeOffset instant:
                writer.Instant(name, instant);
                break;
            case byte[] bytes:
                writer.Binary(name, bytes);
                break;
            case BinaryData data:
                writer.Binary(name, data.ToMemory().Span);
                break;
            default:
                throw new NotSupportedException($"Property '{name.Text}': {value.GetType()} has no counterpart in table storage.");
        }
    }

    // The annotation usually stands before its value and then waits in the value's place; it may also come after it.
    private static void Annotate(TableEntity entity, string property, string? type)
    {
        var typeName = new TypeName(type);
        entity.Put(property, entity.Properties.GetValueOrDefault(property) switch
        {
            null => typeName,
            string text => Convert(text, typeName),
            int number when type == "Edm.Double" => (double)number,
            var value => value,
        });
    }

    private static object? Read(ref Utf8JsonReader reader, string name, TypeName? type) => reader.TokenType switch
    {
        JsonTokenType.String when name == TableEntity.TimestampName => reader.GetDateTimeOffset(),
        JsonTokenType.String when type is { Value: "Edm.DateTime" } => reader.GetDateTimeOffset(),
        JsonTokenType.String when type is { Value: "Edm.Guid" } => reader.GetGuid(),
        JsonTokenType.String when type is { Value: "Edm.Binary" } => reader.GetBytesFromBase64(),
        JsonTokenType.String => Convert(reader.GetString()!, type),
        JsonTokenType.Number when type is not { Value: "Edm.Double" } && reader.TryGetInt32(out var number) => number,
        JsonTokenType.Number => reader.GetDouble(),
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => null,
    };

    private static object Convert(string text, TypeName? type) => type?.Value switch
    {
        "Edm.Int64" => long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
        "Edm.Double" => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
        "Edm.Guid" => Guid.Parse(text),
        "Edm.DateTime" => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        "Edm.Binary" => System.Convert.FromBase64String(text),
        _ => text,
    };

    /// <summary>A type waiting for its value.</summary>
    private sealed record TypeName(string? Value);
}
