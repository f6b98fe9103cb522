using Insek.Office.Functions.Hosting;
using Microsoft.Extensions.Options;

namespace Insek.Office.Functions.Reminders;

internal static class ReminderServices
{
    /// <summary>Adds the schedule of reminders, their timers, preferences and calendar feeds.</summary>
    public static WebApplicationBuilder AddReminders(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<IValidateOptions<ReminderOptions>, ReminderAnnotations>();
        services.AddOptions<ReminderOptions>().BindConfiguration(ReminderOptions.Section).ValidateOnStart();
        services.AddSingleton<ReminderClock>();
        services.AddSingleton<RoundCall>();
        services.AddSingleton<PreferenceStore>();
        services.AddSingleton<MeasureOwners>();
        services.AddSingleton<Digests>();
        services.AddSingleton<Overviews>();
        services.AddSingleton<PeriodicNotices>();
        services.AddSingleton<CalendarLinks>();
        services.AddSingleton<ReminderTimer>();
        services.AddSingleton(new TimerFunction("RemindDue", TimeSpan.FromMinutes(15), (provider, cancellationToken) => provider.GetRequiredService<ReminderTimer>().RunAsync(cancellationToken)));
        services.AddSingleton(new TimerFunction("SweepDeadlines", TimeSpan.FromHours(1), (provider, cancellationToken) => provider.GetRequiredService<ReminderTimer>().SweepAsync(cancellationToken)));
        return builder;
    }
}
