using System.Runtime.InteropServices;

namespace Insek.Office.Domain.Lists;

internal enum PriorityMarkKind
{
    None,
    Word,
    Number,
    Letter,
    Stars,
}

/// <summary>A grade as written.</summary>
/// <param name="Kind">What it is made of.</param>
/// <param name="Level">The number, the place of the letter in the alphabet, or how many stars; from 1.</param>
/// <param name="Plus">How many plus signs stand behind a letter.</param>
/// <param name="Steps">Of how many stars, where empty ones are drawn; else 0.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PriorityMarkText(PriorityMarkKind Kind, int Level = 0, int Plus = 0, int Steps = 0);

/// <summary>Tells what a folded grade is made of.</summary>
internal static class PriorityMarks
{
    private static readonly string[] _labels = ["prioritaetsstufe", "prioritaet", "prio", "prioritaetsklasse", "stufe", "kategorie", "kat", "klasse", "p"];

    private static readonly (string Word, Priority Priority)[] _words =
    [
        ("sehr hoch", Priority.High), ("hoechste", Priority.High), ("hoechst", Priority.High), ("hoch", Priority.High), ("hohe", Priority.High), ("high", Priority.High),
        ("mittel", Priority.Medium), ("mittlere", Priority.Medium), ("medium", Priority.Medium),
        ("sehr gering", Priority.Low), ("geringste", Priority.Low), ("gering", Priority.Low), ("sehr niedrig", Priority.Low), ("niedrigste", Priority.Low), ("niedrig", Priority.Low), ("low", Priority.Low),
    ];

    /// <summary>The grade without a label such as "Prio".</summary>
    public static string Bare(string folded)
    {
        foreach (var label in _labels)
        {
            if (folded.StartsWith(label, StringComparison.Ordinal) && folded.Length > label.Length && !char.IsLetter(folded[label.Length]))
            {
                return folded[label.Length..].Trim(' ', '.', ':', '-');
            }
        }

        return folded.EndsWith(" prioritaet", StringComparison.Ordinal) ? folded[..^" prioritaet".Length] : folded;
    }

    /// <summary>The priority that a text begins with in words.</summary>
    public static Priority? Leading(ReadOnlySpan<char> text)
    {
        foreach (var (word, priority) in _words)
        {
            if (text.StartsWith(word, StringComparison.Ordinal) && (text.Length == word.Length || !char.IsLetter(text[word.Length]) || text[word.Length..].StartsWith("e", StringComparison.Ordinal)))
            {
                return priority;
            }
        }

        return null;
    }

    /// <summary>What a grade is made of; None where it is anything else.</summary>
    public static PriorityMarkText Of(string folded)
    {
        var bare = Bare(folded).AsSpan().Trim().TrimEnd('.');
        if (bare.Length is 0 or > 12)
        {
            return default;
        }

        if (bare.IndexOfAnyExceptInRange('0', '9') < 0)
        {
            return bare.Length <= 2 && int.Parse(bare, System.Globalization.CultureInfo.InvariantCulture) is >= 1 and <= 10 and var number ? new(PriorityMarkKind.Number, number) : default;
        }

        if (bare[0] is >= 'a' and <= 'f' && bare[1..].IndexOfAnyExcept('+') < 0)
        {
            return new(PriorityMarkKind.Letter, bare[0] - 'a' + 1, bare.Length - 1);
        }

        var stars = bare.Count('*') + bare.Count('★') + bare.Count('!') + bare.Count('+') + bare.Count('●');
        var empty = bare.Count('☆') + bare.Count('○');
        if (stars > 0 && stars + empty == bare.Length)
        {
            return new(PriorityMarkKind.Stars, stars, Steps: empty > 0 ? bare.Length : 0);
        }

        return NumberGrammar.Roman(bare.ToString().ToUpperInvariant()) is > 0 and <= 10 and var roman ? new(PriorityMarkKind.Number, roman) : default;
    }
}
