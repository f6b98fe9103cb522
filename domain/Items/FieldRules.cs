using System.Buffers;
using System.Text;

namespace Insek.Office.Domain;

/// <summary>The rules fields share.</summary>
internal static class FieldRules
{
    /// <summary>A title is read on a card and in a table cell.</summary>
    public const int MaxTitle = 500;

    /// <summary>Names of offices, programmes, places.</summary>
    public const int MaxName = 300;

    /// <summary>Descriptions and reasons.</summary>
    public const int MaxText = 20_000;

    private static readonly SearchValues<char> _controlCharacters = SearchValues.Create(
        [.. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(c => char.IsControl(c) && c is not ('\t' or '\n' or '\r')), '\uFFFE', '\uFFFF']);

    /// <summary>Everything that several rules found. Nearly all content is right, and for that nothing is made.</summary>
    public static IEnumerable<ContentProblem> All(params ReadOnlySpan<IEnumerable<ContentProblem>> rules)
    {
        List<ContentProblem>? problems = null;
        foreach (var found in rules)
        {
            Gather(found, ref problems);
        }

        return problems is null ? Array.Empty<ContentProblem>() : problems;
    }

    public static IEnumerable<ContentProblem> Required(string field, string? value, int maxLength)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return [new ContentProblem(field, "required", value)];
        }

        return Text(field, value, maxLength);
    }

    public static IEnumerable<ContentProblem> Text(string field, string? value, int maxLength)
    {
        // Nearly every field of an import is right; for those there is nothing to make.
        if (value is null || (value.Length <= maxLength && !HasControlCharacter(value) && IsWellFormed(value)))
        {
            return [];
        }

        return Problems(field, value, maxLength);
    }

    public static IEnumerable<ContentProblem> Texts(string field, ValueList<string> values, int maxCount, int maxLength) =>
        values.Count == 0 ? [] : SomeTexts(field, values, maxCount, maxLength);

    // Apart, so that the rule is only made where there is something to hold to it.
    private static IEnumerable<ContentProblem> SomeTexts(string field, ValueList<string> values, int maxCount, int maxLength) => All(
        Each(values, value => Required(field, value, maxLength)),
        values.Count > maxCount ? [new ContentProblem(field, "too-many", $"{values.Count}")] : []);

    /// <summary>Everything that a rule found in a list's elements.</summary>
    public static IEnumerable<ContentProblem> Each<T>(ValueList<T> values, Func<T, IEnumerable<ContentProblem>> rule)
    {
        List<ContentProblem>? problems = null;
        for (var i = 0; i < values.Count; i++)
        {
            Gather(rule(values[i]), ref problems);
        }

        return problems is null ? Array.Empty<ContentProblem>() : problems;
    }

    public static IEnumerable<ContentProblem> Range(string field, decimal? value, decimal min, decimal max) =>
        value < min || value > max ? [new ContentProblem(field, "out-of-range", FormattableString.Invariant($"{value}"))] : [];

    private static void Gather(IEnumerable<ContentProblem> found, ref List<ContentProblem>? problems)
    {
        if (found is not ContentProblem[] { Length: 0 })
        {
            (problems ??= []).AddRange(found);
        }
    }

    private static IEnumerable<ContentProblem> Problems(string field, string value, int maxLength)
    {
        if (value.Length > maxLength)
        {
            yield return new ContentProblem(field, "too-long", value);
        }

        if (HasControlCharacter(value))
        {
            yield return new ContentProblem(field, "control-character", value);
        }

        if (!IsWellFormed(value))
        {
            yield return new ContentProblem(field, "not-unicode", null);
        }
    }

    // XML 1.0 and a table cell know tab and line breaks; the rest cannot be written to a document.
    private static bool HasControlCharacter(string value) => value.AsSpan().ContainsAny(_controlCharacters);

    private static bool IsWellFormed(string value)
    {
        // Hardly any text has a surrogate; only from the first one on is it worth reading rune by rune.
        var first = value.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF');
        for (var rest = first < 0 ? [] : value.AsSpan(first); !rest.IsEmpty;)
        {
            if (Rune.DecodeFromUtf16(rest, out _, out var consumed) != OperationStatus.Done)
            {
                return false;
            }

            rest = rest[consumed..];
        }

        return true;
    }
}
