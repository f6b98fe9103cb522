using System.Globalization;

namespace Insek.Office.Functions.Sheets;

/// <summary>Numbers in cells: written the German way, read either way, never guessed.</summary>
internal static class CellNumber
{
    private const int GroupDigits = 3;

    /// <summary>The number with a decimal comma and without grouping.</summary>
    public static string ToText(decimal number)
    {
        var text = number.ToString("0.############################", CultureInfo.InvariantCulture).Replace('.', ',');

        // "1,250" could be read as grouped; "1,2500" could not.
        return IsAmbiguous(text.AsSpan().TrimStart('-')) ? $"{text}0" : text;
    }

    /// <summary>Reads a number with one decimal comma or dot, or none.</summary>
    /// <param name="text">The cell's text.</param>
    /// <param name="isTyped">Whether the file typed it as a number: "1.250" then is one and a quarter, else it may mean 1250 and is not read.</param>
    /// <param name="number">The number where the answer is true.</param>
    /// <returns>Whether the text is a number beyond doubt.</returns>
    public static bool TryRead(string text, bool isTyped, out decimal number)
    {
        number = 0;
        var trimmed = text.AsSpan().Trim();
        if (!isTyped && IsAmbiguous(trimmed.TrimStart('-')))
        {
            return false;
        }

        var styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | (isTyped ? NumberStyles.AllowExponent : NumberStyles.None);
        return decimal.TryParse(trimmed.ToString().Replace(',', '.'), styles, CultureInfo.InvariantCulture, out number);
    }

    private static bool IsAmbiguous(ReadOnlySpan<char> digits)
    {
        var separator = digits.IndexOfAny(',', '.');
        return separator is > 0 and <= GroupDigits && digits.Length - separator - 1 == GroupDigits && digits[0] != '0';
    }
}
