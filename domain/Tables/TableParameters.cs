using System.Collections.Frozen;

namespace Insek.Office.Domain;

/// <summary>Whose numbers an overview shows.</summary>
public enum CountSource
{
    /// <summary>What the concept holds.</summary>
    Recorded,

    /// <summary>What a slide or council paper states.</summary>
    Reported,
}

/// <summary>What a table is asked for. A definition says which of them it takes.</summary>
public sealed record TableParameters
{
    /// <summary>Nothing in particular.</summary>
    public static TableParameters None { get; } = new();

    /// <summary>One sector concept.</summary>
    public SectorKey? Sector { get; init; }

    /// <summary>One planning area.</summary>
    public AreaId? Area { get; init; }

    /// <summary>Goals and measures in these states only, in the order of <see cref="ItemState"/>; null for all that are shown by default.</summary>
    public ValueList<ItemState>? States { get; init; }

    /// <summary>General or area-specific measures only.</summary>
    public MeasureKind? Kind { get; init; }

    /// <summary>Whose numbers an overview shows.</summary>
    public CountSource Counts { get; init; }

    internal bool Shows(ItemState state) => (States ?? ItemStates.Shown).Contains(state);

    internal bool Shows(Measure measure) => Shows(measure.State) && (Kind is null || Kind == measure.Content.Kind);

    /// <summary>The parameters in their canonical form, "name=value" joined by ';', by name, defaults left out: part of a Word tag and of the content hash.</summary>
    public override string ToString()
    {
        var parts = new List<string>(5);
        if (Area is { } area)
        {
            parts.Add($"area={area}");
        }

        if (Counts is not CountSource.Recorded)
        {
            parts.Add($"counts={ParameterValue.Of(Counts)}");
        }

        if (Kind is { } kind)
        {
            parts.Add($"kind={ParameterValue.Of(kind)}");
        }

        if (Sector is { } sector)
        {
            parts.Add($"sector={sector}");
        }

        if (States is { } states)
        {
            parts.Add($"states={string.Join(',', states.Select(ParameterValue.Of))}");
        }

        return string.Join(';', parts);
    }
}

/// <summary>How enumeration values are written in queries, tags and files: camel case.</summary>
public static class ParameterValue
{
    /// <summary>Writes a value.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum =>
        Names<T>.Written.TryGetValue(value, out var name) ? name : OfName(value.ToString());

    /// <summary>Reads a value by its name, whatever its case; numbers are no names.</summary>
    public static T? Parse<T>(string? text)
        where T : struct, Enum =>
        text is not null && Names<T>.Read.TryGetValue(text.Trim(), out var value) ? value : null;

    /// <summary>Writes a value known by its name alone, as logs keep it; for example <c>Edited</c> as <c>edited</c>.</summary>
    /// <param name="name">The name, which is not empty.</param>
    public static string OfName(string name) => string.Concat(char.ToLowerInvariant(name[0]).ToString(), name.AsSpan(1));

    // An import writes and reads several of each row.
    private static class Names<T>
        where T : struct, Enum
    {
        public static FrozenDictionary<T, string> Written { get; } = Enum.GetValues<T>().Distinct().ToFrozenDictionary(value => value, value => OfName(value.ToString()));

        public static FrozenDictionary<string, T> Read { get; } = Enum.GetValues<T>().Distinct().ToFrozenDictionary(value => value.ToString(), StringComparer.OrdinalIgnoreCase);
    }
}
