using System.Text.Json;

namespace Insek.Office.Functions.Storage;

/// <summary>Gives equal short texts of stored rows as one string: offices, areas and ids repeat in thousands of measures, and a concept stays in memory.</summary>
/// <remarks>Each text has one place, by its hash, and the last one there stays: what is kept never grows, and two threads that meet there lose nothing but a saving.</remarks>
internal static class RepeatedTexts
{
    /// <summary>What is longer hardly comes twice, in UTF-16 code units.</summary>
    public const int MaxLength = 64;

    private const int Places = 4096;

    private static readonly string?[] _texts = new string?[Places];

    /// <summary>The string that a JSON reader stands on; null for a JSON null.</summary>
    /// <exception cref="InvalidOperationException">It stands on anything else, or the text is no valid UTF-8.</exception>
    public static string? Read(ref Utf8JsonReader reader)
    {
        // UTF-8 never takes less than one byte for a code unit.
        if (reader.TokenType is not JsonTokenType.String || reader.HasValueSequence || reader.ValueSpan.Length > MaxLength)
        {
            return reader.GetString();
        }

        Span<char> text = stackalloc char[MaxLength];
        return Share(text[..reader.CopyString(text)], null);
    }

    /// <summary>A string equal to the text.</summary>
    public static string Share(string text) => text.Length > MaxLength ? text : Share(text, text);

    private static string Share(ReadOnlySpan<char> text, string? known)
    {
        if (text.IsEmpty)
        {
            return "";
        }

        ref var place = ref _texts[string.GetHashCode(text, StringComparison.Ordinal) & (Places - 1)];
        return place is { } shared && text.SequenceEqual(shared) ? shared : place = known ?? new string(text);
    }
}
