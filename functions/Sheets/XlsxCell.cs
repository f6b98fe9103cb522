using System.Globalization;

namespace Insek.Office.Functions.Sheets;

/// <summary>Turns what Excel typed into text that reads the same in every culture.</summary>
internal static class XlsxCell
{
    // Beyond this a double holds no digit after the decimal point and decimal runs out of digits.
    private const double LargestDecimal = 1e15;

    public static string? ToText(object? value) => value switch
    {
        null => null,
        string text => text.Length == 0 ? null : text,
        bool yes => yes ? "true" : "false",
        DateTime date when date.TimeOfDay == TimeSpan.Zero => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime date => date.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
        double number => ToText(number),
        IFormattable other => other.ToString(format: null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    // A double of Excel has 15 significant digits; its conversion to decimal keeps just these, so 0.1+0.2 reads as Excel shows it.
    private static string ToText(double number) => Math.Abs(number) < LargestDecimal
        ? ((decimal)number).ToString(CultureInfo.InvariantCulture)
        : number.ToString("R", CultureInfo.InvariantCulture);
}
