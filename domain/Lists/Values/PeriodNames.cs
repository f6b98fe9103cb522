namespace Insek.Office.Domain.Lists;

/// <summary>Words for parts of a year, folded: months in German and English, seasons, "Anfang", "Mitte", "Ende".</summary>
/// <remarks>Seasons begin with the month as meteorologists count them; the beginning, middle and end of a year are its thirds. All these are rough and make no deadline.</remarks>
internal static class PeriodNames
{
    /// <summary>Each word with the month it begins in, from 1, how many months it lasts, and how exact it is.</summary>
    public static (string Word, int First, int Months, PeriodPrecision Precision)[] All { get; } =
    [
        ("januar", 1, 1, PeriodPrecision.Month), ("jan", 1, 1, PeriodPrecision.Month), ("jaenner", 1, 1, PeriodPrecision.Month),
        ("februar", 2, 1, PeriodPrecision.Month), ("feb", 2, 1, PeriodPrecision.Month), ("febr", 2, 1, PeriodPrecision.Month),
        ("maerz", 3, 1, PeriodPrecision.Month), ("mrz", 3, 1, PeriodPrecision.Month), ("maer", 3, 1, PeriodPrecision.Month), ("marz", 3, 1, PeriodPrecision.Month),
        ("april", 4, 1, PeriodPrecision.Month), ("apr", 4, 1, PeriodPrecision.Month), ("mai", 5, 1, PeriodPrecision.Month),
        ("juni", 6, 1, PeriodPrecision.Month), ("jun", 6, 1, PeriodPrecision.Month), ("juli", 7, 1, PeriodPrecision.Month), ("jul", 7, 1, PeriodPrecision.Month),
        ("august", 8, 1, PeriodPrecision.Month), ("aug", 8, 1, PeriodPrecision.Month),
        ("september", 9, 1, PeriodPrecision.Month), ("sept", 9, 1, PeriodPrecision.Month), ("sep", 9, 1, PeriodPrecision.Month),
        ("oktober", 10, 1, PeriodPrecision.Month), ("okt", 10, 1, PeriodPrecision.Month), ("november", 11, 1, PeriodPrecision.Month), ("nov", 11, 1, PeriodPrecision.Month),
        ("dezember", 12, 1, PeriodPrecision.Month), ("dez", 12, 1, PeriodPrecision.Month),

        // What an English Excel writes to CSV.
        ("january", 1, 1, PeriodPrecision.Month), ("february", 2, 1, PeriodPrecision.Month), ("march", 3, 1, PeriodPrecision.Month), ("mar", 3, 1, PeriodPrecision.Month),
        ("may", 5, 1, PeriodPrecision.Month), ("june", 6, 1, PeriodPrecision.Month), ("july", 7, 1, PeriodPrecision.Month), ("october", 10, 1, PeriodPrecision.Month),
        ("oct", 10, 1, PeriodPrecision.Month), ("december", 12, 1, PeriodPrecision.Month), ("dec", 12, 1, PeriodPrecision.Month),
        ("fruehjahr", 3, 3, PeriodPrecision.Rough), ("fruehling", 3, 3, PeriodPrecision.Rough), ("sommer", 6, 3, PeriodPrecision.Rough),
        ("herbst", 9, 3, PeriodPrecision.Rough), ("winter", 12, 3, PeriodPrecision.Rough),
        ("anfang", 1, 4, PeriodPrecision.Rough), ("jahresanfang", 1, 4, PeriodPrecision.Rough), ("mitte", 5, 4, PeriodPrecision.Rough),
        ("ende", 9, 4, PeriodPrecision.Rough), ("jahresende", 9, 4, PeriodPrecision.Rough), ("jahr", 1, 12, PeriodPrecision.Year), ("jahre", 1, 12, PeriodPrecision.Year),
    ];
}
