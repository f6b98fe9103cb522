using System.Globalization;

namespace Insek.Office.Functions.Sheets;

/// <summary>Days in cells: written as in Germany, read in that way or as ISO 8601.</summary>
internal static class CellDate
{
    private static readonly string[] _formats = ["yyyy-MM-dd", "d.M.yyyy"];

    public static string ToText(DateOnly date) => date.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);

    public static bool TryRead(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text.Trim(), _formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
}
