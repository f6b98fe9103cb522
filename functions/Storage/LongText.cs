namespace Insek.Office.Functions.Storage;

/// <summary>Spreads a text over numbered properties, because one holds 32,768 characters; never cuts it.</summary>
internal static class LongText
{
    /// <summary>What one string property of Azure Table storage holds, in UTF-16 code units (64 KiB).</summary>
    public const int PropertyLength = 32_768;

    /// <summary>Spreads <paramref name="text"/> over <paramref name="parts"/>; unused parts become null.</summary>
    /// <exception cref="ArgumentException">The text is longer than all parts together; the domain's own limits keep it below.</exception>
    public static void Spread(string text, Span<string?> parts)
    {
        if (text.Length > parts.Length * PropertyLength)
        {
            throw new ArgumentException($"A text of {text.Length} characters does not fit into {parts.Length} properties.", nameof(text));
        }

        for (var i = 0; i < parts.Length; i++)
        {
            var start = i * PropertyLength;
            parts[i] = start < text.Length ? text.Substring(start, Math.Min(PropertyLength, text.Length - start)) : null;
        }
    }
}
