using System.Text;
using System.Text.Json;

namespace Azure.Data.Tables.Mapping;

/// <summary>Property names met before, so that the rows of a page share their strings.</summary>
internal sealed class NameCache
{
    private const int Kept = 256;

    private const string TypeSuffix = "@odata.type";

    [ThreadStatic]
    private static NameCache? s_ofThread;

    private readonly List<KnownName> names = [];
    private int _expected;

    public static NameCache OfThread => s_ofThread ??= new();

    /// <summary>The name the reader stands on; names are expected in the order in which they came last time.</summary>
    public KnownName Find(ref Utf8JsonReader reader)
    {
        for (var step = 0; step < names.Count; step++)
        {
            var index = (_expected + step) % names.Count;

            if (reader.ValueTextEquals(names[index].Utf8))
            {
                _expected = index + 1;

                return names[index];
            }
        }

        var text = reader.GetString()!;
        var property = text.EndsWith(TypeSuffix, StringComparison.Ordinal) ? text[..^TypeSuffix.Length] : null;
        var known = new KnownName(Encoding.UTF8.GetBytes(text), text, property);

        if (names.Count == Kept)
        {
            names.Clear();
        }

        names.Add(known);
        _expected = names.Count;

        return known;
    }
}

/// <summary>A name, and the property it tells the type of, if it does.</summary>
internal sealed record KnownName(byte[] Utf8, string Text, string? AnnotatedProperty)
{
    /// <summary>Whether the name is the protocol's, not the entity's; the version is the one such that is kept.</summary>
    public bool IsMetadata { get; } = Text.StartsWith("odata.", StringComparison.Ordinal) && Text != TableEntity.ETagName;
}
