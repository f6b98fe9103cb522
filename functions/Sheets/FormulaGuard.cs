using System.Buffers;

namespace Insek.Office.Functions.Sheets;

/// <summary>Keeps a spreadsheet from running a cell's text as a formula, and takes the guard off again.</summary>
/// <remarks>
/// A text that starts with a formula's first character gets a leading apostrophe. So does one that already has apostrophes
/// before that character: only then can <see cref="Unprotect"/> tell a guard from an apostrophe somebody wrote, and
/// <c>Unprotect(Protect(text)) == text</c> holds for every text.
/// </remarks>
internal static class FormulaGuard
{
    private const char Guard = '\'';

    // OWASP's list; the full-width forms are read as operators by East Asian editions of Excel.
    private static readonly SearchValues<char> _starters = SearchValues.Create("=+-@\t\r\n＝＋－＠");

    /// <summary>The text as it may stand in a cell.</summary>
    public static string Protect(string text) => StartsFormula(text) ? Guard + text : text;

    /// <summary>The text as it was before <see cref="Protect"/>; a text without a guard stays as it is.</summary>
    public static string Unprotect(string text) => text.StartsWith(Guard) && StartsFormula(text) ? text[1..] : text;

    private static bool StartsFormula(string text)
    {
        var bare = text.AsSpan().TrimStart(Guard);
        return !bare.IsEmpty && _starters.Contains(bare[0]);
    }
}
