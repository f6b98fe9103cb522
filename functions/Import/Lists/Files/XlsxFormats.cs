using System.Globalization;
using Insek.Office.Domain.Lists;
using Insek.Office.Functions.Sheets;

namespace Insek.Office.Functions.Import.Lists;

/// <summary>Reads typed cells as a person sees them, as far as that changes what they say: a unit in the format, a percentage, a month without its day.</summary>
internal sealed class XlsxFormats
{
    private static readonly CultureInfo _german = CultureInfo.GetCultureInfo("de-DE");

    private readonly Dictionary<string, Shape> _shapes = new(StringComparer.Ordinal);

    public WrittenCell Read(object value, string? format)
    {
        var shape = format is null or "" or "General" ? default : ShapeOf(format);
        return value switch
        {
            double number when Math.Abs(number) < 1e15 => Read((decimal)number, shape),
            int number => Read(number, shape),
            DateTime date when date.TimeOfDay == TimeSpan.Zero => Read(DateOnly.FromDateTime(date), shape),
            _ => new WrittenCell(XlsxCell.ToText(value)),
        };
    }

    private static WrittenCell Read(decimal number, Shape shape) => shape switch
    {
        { IsPercent: true } => new WrittenCell($"{(number * 100).ToString("0.####", _german)} %"),
        { Unit: { } unit } => new WrittenCell($"{number.ToString("0.####", _german)} {unit}"),
        _ => new WrittenCell(number.ToString(CultureInfo.InvariantCulture), number: number),
    };

    private static WrittenCell Read(DateOnly day, Shape shape) => shape.Days switch
    {
        DayShape.Year => new WrittenCell(day.ToString("yyyy", CultureInfo.InvariantCulture)),
        DayShape.Month when day.Day == 1 => new WrittenCell(day.ToString("MM/yyyy", CultureInfo.InvariantCulture), day: day),
        _ => new WrittenCell(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), day: day),
    };

    private Shape ShapeOf(string format)
    {
        if (_shapes.TryGetValue(format, out var known))
        {
            return known;
        }

        var section = format.Split(';')[0];
        var letters = section.ToLowerInvariant();
        var hasDay = letters.Contains('d', StringComparison.Ordinal) || letters.Contains('t', StringComparison.Ordinal);
        var hasMonth = letters.Contains('m', StringComparison.Ordinal);
        var hasYear = letters.Contains('y', StringComparison.Ordinal) || letters.Contains('j', StringComparison.Ordinal);
        return _shapes[format] = new Shape(
            section.Contains('%', StringComparison.Ordinal),
            UnitOf(section),
            hasDay || !hasYear ? DayShape.Day : hasMonth ? DayShape.Month : DayShape.Year);
    }

    // #,##0.00 "T€" and #,##0.00\ [$€-407] and _-* #,##0 "Mio. €": what stands in the format is seen with the number.
    private static string? UnitOf(string section)
    {
        var unit = new System.Text.StringBuilder();
        for (var i = 0; i < section.Length; i++)
        {
            if (section[i] == '"' && section.IndexOf('"', i + 1) is var end and > 0)
            {
                unit.Append(section, i + 1, end - i - 1);
                i = end;
            }
            else if (section[i] == '[' && section.IndexOf(']', i) is var close and > 0)
            {
                var name = section[(i + 1)..close];
                unit.Append(name.StartsWith('$') ? name[1..].Split('-')[0] : "");
                i = close;
            }
            else if (section[i] is '€')
            {
                unit.Append('€');
            }
            else if (section[i] is '\\' or '_' or '*')
            {
                i++;
            }
        }

        var text = unit.ToString().Trim();
        return text.Contains('€', StringComparison.Ordinal) || text.Contains("EUR", StringComparison.OrdinalIgnoreCase) || text.Contains("Tsd", StringComparison.OrdinalIgnoreCase) || text.Contains("Mio", StringComparison.OrdinalIgnoreCase) ? text : null;
    }

    private enum DayShape
    {
        Day,
        Month,
        Year,
    }

    private readonly record struct Shape(bool IsPercent, string? Unit, DayShape Days);
}
