using Insek.Office.Domain;
using Microsoft.Extensions.Options;

namespace Insek.Office.Functions.Reminders;

/// <summary>The schedule as it is configured, read once.</summary>
internal sealed class ReminderClock(IOptions<ReminderOptions> options)
{
    public ReminderSchedule Schedule { get; } = options.Value.ToSchedule();

    /// <summary>How many months lie between two questions to the owners of measures; 0 asks never.</summary>
    public int ProgressEveryMonths => options.Value.ProgressEveryMonths;
}
