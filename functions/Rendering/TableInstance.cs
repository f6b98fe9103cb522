using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Insek.Office.Domain;

namespace Insek.Office.Functions.Rendering;

/// <summary>Names one table in one document: 8 characters, a to z and 0 to 9. The same table inserted twice has two instances.</summary>
internal static class TableInstance
{
    public const int Length = 8;

    /// <summary>Whether the text names an instance.</summary>
    public static bool IsValid([NotNullWhen(true)] string? text) =>
        text is { Length: Length } && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c));

    /// <summary>The instance to use where the caller names none: the same for the same concept, definition and parameters.</summary>
    public static string Derive(Table table) => TableDigest.Of(table)[..Length];

    internal static string Require(string instance) =>
        IsValid(instance) ? instance : throw new ArgumentException($"'{instance}' is no table instance: {Length} characters, a to z and 0 to 9.", nameof(instance));
}

/// <summary>A short name made from what a table was asked for.</summary>
internal static class TableDigest
{
    // RFC 4648, in lower case: no capitals that a person reading the tag aloud would have to mention.
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

    /// <summary>20 base32 characters of SHA-256 over concept, definition and parameters.</summary>
    public static string Of(Table table)
    {
        // None of the three holds a line feed, so no two different triples run together.
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{table.Concept}\n{table.Definition}\n{table.Parameters}"));
        return string.Create(20, hash, static (text, bytes) =>
        {
            for (var i = 0; i < text.Length; i++)
            {
                var pair = (bytes[i * 5 / 8] << 8) | bytes[(i * 5 / 8) + 1];
                text[i] = Alphabet[(pair >> (11 - (i * 5 % 8))) & 31];
            }
        });
    }
}
