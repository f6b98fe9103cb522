using System.Globalization;

namespace Azure.Data.Tables.Filters;

/// <summary>Turns an interpolated text into a filter, its holes into literals.</summary>
internal static class FilterFormat
{
    public static string Create(FormattableString filter)
    {
        ArgumentNullException.ThrowIfNull(filter);

        return string.Format(CultureInfo.InvariantCulture, filter.Format, [.. filter.GetArguments().Select(FilterLiteral.Of)]);
    }
}
