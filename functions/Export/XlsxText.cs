using System.Text.RegularExpressions;

namespace Insek.Office.Functions.Export;

/// <summary>Writes texts as a worksheet stores them: a carriage return, which XML would turn into a line feed, as <c>_x000D_</c>.</summary>
internal static partial class XlsxText
{
    /// <summary>The text as it may stand in a worksheet's XML. What already looks like such an escape is escaped itself.</summary>
    public static string Escape(string text) =>
        Escapes().Replace(text, "_x005F_").Replace("\r", "_x000D_", StringComparison.Ordinal);

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Escapes();
}
