using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Insek.Office.Domain;

/// <summary>What every id in the concept must look like.</summary>
/// <remarks>
/// Ids become Table storage keys, parts of row keys (joined by <c>_</c>), URL segments and parts of Word tags (joined by <c>:</c>),
/// so they hold letters, digits, <c>-</c> and <c>.</c> only. A town's own numbers ("B5+6", "III.10 a") are kept as external ids.
/// </remarks>
public static class Identifier
{
    /// <summary>The longest id, in UTF-16 code units.</summary>
    public const int MaxLength = 64;

    /// <summary>Whether <paramref name="text"/> is an id: 1 to 64 letters, digits, '-' or '.', in NFC, beginning with a letter or digit.</summary>
    public static bool IsValid([NotNullWhen(true)] string? text) =>
        text is { Length: > 0 and <= MaxLength }
        && char.IsLetterOrDigit(text[0])
        && HasOnlyIdLetters(text)
        && text.IsNormalized(NormalizationForm.FormC);

    private static bool HasOnlyIdLetters(string text)
    {
        foreach (var c in text)
        {
            if (!(char.IsLetterOrDigit(c) || c is '-' or '.'))
            {
                return false;
            }
        }

        return true;
    }

    internal static string Require(string? text, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(text))] string? name = null) =>
        IsValid(text) ? text : throw new ArgumentException($"'{text}' is no id: 1 to {MaxLength} letters, digits, '-' or '.', beginning with a letter or digit.", name);
}

/// <summary>An id that does not look like one.</summary>
public sealed record InvalidIdentifier(string Text)
    : Refusal(RefusalKind.Invalid, "invalid-id", $"'{Text}' is no id: 1 to {Identifier.MaxLength} letters, digits, '-' or '.', beginning with a letter or digit.");
