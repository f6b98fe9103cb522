using System.Buffers;
using System.Text.Json;
using Azure;

namespace Insek.Office.Benchmarks.Entities;

/// <summary>The wire form of <see cref="MeasureEntity"/>, written and read by hand.</summary>
internal static class BareJson
{
    public static void ReadPage(ReadOnlySpan<byte> json, List<MeasureEntity> rows)
    {
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.StartObject && reader.CurrentDepth > 0)
            {
                rows.Add(Read(ref reader));
            }
        }
    }

    public static MeasureEntity ReadEntity(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        return Read(ref reader);
    }

    public static void Write(IBufferWriter<byte> target, MeasureEntity entity)
    {
        using var json = new Utf8JsonWriter(target);
        json.WriteStartObject();
        json.WriteString("PartitionKey"u8, entity.PartitionKey);
        json.WriteString("RowKey"u8, entity.RowKey);
        json.WriteString(nameof(MeasureEntity.Title), entity.Title);
        json.WriteString(nameof(MeasureEntity.Description), entity.Description);
        if (entity.Owner is { } owner)
        {
            json.WriteString(nameof(MeasureEntity.Owner), owner);
        }

        json.WriteNumber(nameof(MeasureEntity.Revision), entity.Revision);
        json.WriteString("CostCents@odata.type"u8, "Edm.Int64"u8);
        json.WriteString(nameof(MeasureEntity.CostCents), entity.CostCents.ToString(System.Globalization.CultureInfo.InvariantCulture));
        json.WriteString("Share@odata.type"u8, "Edm.Double"u8);
        json.WriteNumber(nameof(MeasureEntity.Share), entity.Share);
        json.WriteBoolean(nameof(MeasureEntity.IsKeyMeasure), entity.IsKeyMeasure);
        json.WriteString("ChangedAt@odata.type"u8, "Edm.DateTime"u8);
        json.WriteString(nameof(MeasureEntity.ChangedAt), entity.ChangedAt.UtcDateTime);
        json.WriteEndObject();
    }

    private static MeasureEntity Read(ref Utf8JsonReader reader)
    {
        var entity = new MeasureEntity();
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            ReadProperty(ref reader, entity);
        }

        return entity;
    }

    private static void ReadProperty(ref Utf8JsonReader reader, MeasureEntity entity)
    {
        if (Is(ref reader, "odata.etag"u8))
        {
            entity.ETag = new ETag(reader.GetString()!);
        }
        else if (Is(ref reader, "PartitionKey"u8))
        {
            entity.PartitionKey = reader.GetString()!;
        }
        else if (Is(ref reader, "RowKey"u8))
        {
            entity.RowKey = reader.GetString()!;
        }
        else if (Is(ref reader, "Timestamp"u8))
        {
            entity.Timestamp = reader.GetDateTimeOffset();
        }
        else if (Is(ref reader, "Title"u8))
        {
            entity.Title = reader.GetString()!;
        }
        else if (Is(ref reader, "Description"u8))
        {
            entity.Description = reader.GetString()!;
        }
        else if (Is(ref reader, "Owner"u8))
        {
            entity.Owner = reader.GetString();
        }
        else if (Is(ref reader, "Revision"u8))
        {
            entity.Revision = reader.GetInt32();
        }
        else if (Is(ref reader, "CostCents"u8))
        {
            entity.CostCents = long.Parse(reader.GetString()!, System.Globalization.CultureInfo.InvariantCulture);
        }
        else if (Is(ref reader, "Share"u8))
        {
            entity.Share = reader.GetDouble();
        }
        else if (Is(ref reader, "IsKeyMeasure"u8))
        {
            entity.IsKeyMeasure = reader.GetBoolean();
        }
        else if (Is(ref reader, "ChangedAt"u8))
        {
            entity.ChangedAt = reader.GetDateTimeOffset();
        }
        else
        {
            reader.Read();
        }
    }

    // Where the name is the one asked for, the reader stands on its value afterwards.
    private static bool Is(ref Utf8JsonReader reader, ReadOnlySpan<byte> name) => reader.ValueTextEquals(name) && reader.Read();
}
