using System.ComponentModel.DataAnnotations;
using Insek.Office.Domain;
using Microsoft.Extensions.Options;

namespace Insek.Office.Functions.Reminders;

/// <summary>When people are reminded.</summary>
internal sealed class ReminderOptions
{
    public const string Section = "Reminders";

    /// <summary>How many days before the due day people are reminded, joined by commas; 0 is the day itself. Default "14,3,0"; each 0 to 365, up to 12.</summary>
    [RegularExpression(DayList)]
    public string DaysBefore { get; init; } = "14,3,0";

    /// <summary>The same for rounds, of those who have not voted. Default "3,1,0".</summary>
    [RegularExpression(DayList)]
    public string RoundDaysBefore { get; init; } = "3,1,0";

    /// <summary>How many days before its end a round without a quorum goes to its chair and the administrators. Default 2; 0 to 365.</summary>
    [Range(0, 365)]
    public int EscalateDaysBefore { get; init; } = 2;

    /// <summary>How many days lie between reminders of what is overdue. Default 7; 1 to 365.</summary>
    [Range(1, 365)]
    public int DaysBetweenOverdue { get; init; } = 7;

    /// <summary>The civil hour in Europe/Berlin at which reminders go out. Default 8; 7 to 19.</summary>
    [Range(7, 19)]
    public int MorningHour { get; init; } = 8;

    /// <summary>How many months lie between two questions to the owners of measures. Default 3: quarterly; 0 asks never.</summary>
    [AllowedValues(0, 3, 6, 12)]
    public int ProgressEveryMonths { get; init; } = 3;

    private const string DayList = "^(36[0-5]|3[0-5][0-9]|[12]?[0-9]?[0-9])(,(36[0-5]|3[0-5][0-9]|[12]?[0-9]?[0-9])){0,11}$";

    public ReminderSchedule ToSchedule() => new()
    {
        DaysBefore = Days(DaysBefore),
        RoundDaysBefore = Days(RoundDaysBefore),
        EscalateDaysBefore = EscalateDaysBefore,
        DaysBetweenOverdue = DaysBetweenOverdue,
        Morning = new TimeOnly(MorningHour, 0),
    };

    private static ValueList<int> Days(string list) => list.Split(',').Select(day => int.Parse(day, System.Globalization.CultureInfo.InvariantCulture)).Distinct().ToValueList();
}

[OptionsValidator]
internal sealed partial class ReminderAnnotations : IValidateOptions<ReminderOptions>;
