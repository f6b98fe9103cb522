using System.Globalization;

namespace Insek.Office.Domain.Lists;

/// <summary>The numbers that a spreadsheet may have made a date of.</summary>
/// <remarks>
/// German Excel turns 3.12 into 3 December of the current year (shown "03. Dez"), 1.24 into January 2024 ("Jan 24") and 1.1.2 into 1 January 2002.
/// Day, month and year are left, the typed text is not: 3.1 and 3.01 became the same day.
/// </remarks>
internal static class NumberFromDate
{
    private static readonly string[] _formats =
    [
        "d. MMM yyyy", "d. MMM. yyyy", "d.MMM yyyy", "d-MMM yyyy", "d MMM yyyy", "d. MMMM yyyy", "d.MMMM yyyy", "MMM-d yyyy", "dd.MM. yyyy",
    ];

    private static readonly string[] _fullFormats =
    [
        "dd.MM.yyyy", "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm:ss", "dd.MM.yyyy HH:mm:ss", "d. MMM yy", "d. MMM yyyy", "d-MMM-yy", "M/d/yyyy", "d. MMM. yy",
    ];

    private static readonly string[] _monthFormats = ["MMM yy", "MMM. yy", "MMM-yy", "MMM yyyy", "MMMM yy", "MMMM yyyy"];

    private static readonly CultureInfo[] _cultures = [Abbreviated("Jan,Feb,Mrz,Apr,Mai,Jun,Jul,Aug,Sep,Okt,Nov,Dez,"), Abbreviated("Jan,Feb,Mär,Apr,Mai,Jun,Jul,Aug,Sept,Okt,Nov,Dez,"), CultureInfo.InvariantCulture];

    /// <summary>The numbers that the cell may have been, the likelier ones first; none where it is no date.</summary>
    public static IReadOnlyList<MeasureNumber> Choices(WrittenCell cell, string clean)
    {
        if (cell.Day is { } day)
        {
            return Numbers(day, hasYear: true);
        }

        // Most cells are numbers; a date has a letter, or is as long as 03.12.
        if (clean.Length is < 5 or > 20 || cell.Number is not null || !LooksLikeDate(clean))
        {
            return [];
        }

        foreach (var culture in _cultures)
        {
            if (DateOnly.TryParseExact(clean, _monthFormats, culture, DateTimeStyles.None, out day))
            {
                return [.. Parsed($"{day.Month}.{day.Year % 100}"), .. Parsed($"{day.Month}.{day.Year % 100:00}"), .. Parsed($"{day.Month}.{day.Year}")];
            }

            if (DateTime.TryParseExact(clean, _fullFormats, culture, DateTimeStyles.None, out var full))
            {
                return Numbers(DateOnly.FromDateTime(full), hasYear: true);
            }

            if (DateTime.TryParseExact($"{clean} 2000", _formats, culture, DateTimeStyles.None, out full))
            {
                return Numbers(DateOnly.FromDateTime(full), hasYear: false);
            }
        }

        return [];
    }

    // Trying formats is slow; a date has three letters together, or digits parted as in one.
    private static bool LooksLikeDate(string clean)
    {
        if (clean is [_, _, '.', _, _, '.', ..] or [_, _, _, _, '-', _, _, '-', ..] || (clean.Length <= 10 && clean.AsSpan().Count('/') == 2))
        {
            return char.IsAsciiDigit(clean[0]);
        }

        for (var i = 2; i < clean.Length; i++)
        {
            if (char.IsLetter(clean[i]) && char.IsLetter(clean[i - 1]) && char.IsLetter(clean[i - 2]))
            {
                return true;
            }
        }

        return false;
    }

    private static List<MeasureNumber> Numbers(DateOnly day, bool hasYear)
    {
        List<MeasureNumber> numbers = [.. Parsed($"{day.Day}.{day.Month}"), .. Parsed($"{day.Day}.{day.Month:00}")];
        if (hasYear)
        {
            numbers.AddRange(Parsed($"{day.Day}.{day.Month}.{day.Year % 100}"));
            numbers.AddRange(day.Day == 1 ? Parsed($"{day.Month}.{day.Year % 100}") : []);
            numbers.AddRange(day.Day == 1 ? Parsed($"{day.Month}.{day.Year}") : []);
        }

        return numbers;
    }

    private static IEnumerable<MeasureNumber> Parsed(FormattableString text) =>
        MeasureNumber.TryParse(FormattableString.Invariant(text)) is { } number ? [number] : [];

    private static CultureInfo Abbreviated(string months)
    {
        string[] full = ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember", ""];
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.DateTimeFormat.AbbreviatedMonthNames = months.Split(',');
        culture.DateTimeFormat.AbbreviatedMonthGenitiveNames = months.Split(',');
        culture.DateTimeFormat.MonthNames = full;
        culture.DateTimeFormat.MonthGenitiveNames = full;
        return culture;
    }
}
