using System.Globalization;

namespace Azure.Data.Tables.Filters;

/// <summary>Values as OData literals; the only place that writes a caller's value into a filter.</summary>
internal static class FilterLiteral
{
    /// <exception cref="NotSupportedException">The service has no literal for the value, null included.</exception>
    public static string Of(object? value) => value switch
    {
        string text => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
        bool truth => truth ? "true" : "false",
        int number => number.ToString(CultureInfo.InvariantCulture),
        long number => string.Create(CultureInfo.InvariantCulture, $"{number}L"),
        double number => Of(number),
        Guid id => $"guid'{id:D}'",
        DateTime instant => Of(instant.ToUniversalTime()),
        DateTimeOffset instant => Of(instant.UtcDateTime),
        byte[] bytes => $"X'{Convert.ToHexStringLower(bytes)}'",
        BinaryData data => $"X'{Convert.ToHexStringLower(data.ToMemory().Span)}'",
        Enum member => Of(member.ToString()),
        null => throw new NotSupportedException("Table storage stores no null, so that nothing can be compared with it."),
        _ => throw new NotSupportedException($"A value of type {value.GetType()} cannot stand in a filter."),
    };

    private static string Of(DateTime utc) => $"datetime'{utc.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture)}'";

    // Without point or exponent it would be an integer's literal.
    private static string Of(double number)
    {
        var digits = number.ToString("R", CultureInfo.InvariantCulture);

        return double.IsInteger(number) && !digits.Contains('E', StringComparison.Ordinal) ? $"{digits}.0" : digits;
    }
}
