using System.Buffers;
using System.Diagnostics;
using System.Text.Json;
using Azure.Data.Tables.Mapping;

namespace Azure.Data.Tables.Wire;

/// <summary>Reads entities from a response body through one pooled buffer.</summary>
internal static class EntityReading
{
    // Large enough that few entities straddle two fills (a straddling one is begun again), small enough to stay off the large-object heap.
    private const int BufferBytes = 64 * 1024;

    private enum Place
    {
        BeforeRows,
        InRows,
        AfterRows,
    }

    /// <summary>The one entity that is the whole body.</summary>
    public static async ValueTask<T> ReadEntityAsync<T>(Stream body, EntityMap<T> map, CancellationToken cancellationToken)
        where T : class, ITableEntity
    {
        using var buffer = new PooledBufferWriter();
        int read;

        do
        {
            read = await body.ReadAsync(buffer.GetMemory(1024), cancellationToken);
            buffer.Advance(read);
        }
        while (read > 0);

        return ParseEntity(buffer.Written.Span, map);
    }

    /// <summary>The entities of a page, each made as soon as its bytes are there; the body as a whole is never in memory.</summary>
    public static async ValueTask<List<T>> ReadPageAsync<T>(Stream body, EntityMap<T> map, CancellationToken cancellationToken)
        where T : class, ITableEntity
    {
        var rows = new List<T>();
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);

        try
        {
            var place = Place.BeforeRows;
            var state = default(JsonReaderState);
            var filled = 0;
            var ended = false;

            while (!ended)
            {
                if (filled == buffer.Length)
                {
                    buffer = Enlarge(buffer);
                }

                // Filled up before parsing: with small reads a large entity would be begun again at each of them.
                var room = buffer.AsMemory(filled);
                var read = await body.ReadAtLeastAsync(room, room.Length, throwOnEndOfStream: false, cancellationToken);
                ended = read < room.Length;
                filled += read;

                var used = ParseRows(buffer.AsSpan(0, filled), ended, map, rows, ref place, ref state);
                buffer.AsSpan(used, filled - used).CopyTo(buffer);
                filled -= used;
            }

            return place == Place.AfterRows ? rows : throw new JsonException("The page ended before its rows did.");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static T ParseEntity<T>(ReadOnlySpan<byte> json, EntityMap<T> map)
        where T : class, ITableEntity
    {
        var reader = new Utf8JsonReader(json);

        // Of a final block the reader throws where it cannot go on, so that it never asks for more here.
        return reader.Read() && map.TryRead(ref reader, previous: null, out var entity) ? entity : throw new UnreachableException();
    }

    /// <returns>How many bytes are done with.</returns>
    private static int ParseRows<T>(
        ReadOnlySpan<byte> json,
        bool isLast,
        EntityMap<T> map,
        List<T> rows,
        ref Place place,
        ref JsonReaderState state)
        where T : class, ITableEntity
    {
        var reader = new Utf8JsonReader(json, isLast, state);
        var done = reader;

        while (TryStep(ref reader, map, rows, ref place))
        {
            done = reader;
        }

        state = done.CurrentState;

        return (int)done.BytesConsumed;
    }

    // One step is one token outside the rows and one whole entity within them: where the bytes end in mid-entity, it is begun again.
    private static bool TryStep<T>(ref Utf8JsonReader reader, EntityMap<T> map, List<T> rows, ref Place place)
        where T : class, ITableEntity
    {
        if (!reader.Read())
        {
            return false;
        }

        switch (place)
        {
            case Place.BeforeRows when reader.TokenType == JsonTokenType.StartArray && reader.CurrentDepth == 1:
                place = Place.InRows;

                return true;
            case Place.InRows when reader.TokenType == JsonTokenType.EndArray:
                place = Place.AfterRows;

                return true;
            case Place.InRows:
                if (!map.TryRead(ref reader, rows.Count > 0 ? rows[^1] : null, out var entity))
                {
                    return false;
                }

                rows.Add(entity);

                return true;
            default:
                return true;
        }
    }

    private static byte[] Enlarge(byte[] buffer)
    {
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);

        return larger;
    }
}
