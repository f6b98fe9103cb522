using Insek.Office.Functions.Hosting;
using Microsoft.Extensions.Options;

namespace Insek.Office.Functions.Rounds;

internal static class RoundServices
{
    /// <summary>Adds approval rounds and their timers.</summary>
    public static WebApplicationBuilder AddRounds(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<IValidateOptions<RoundOptions>, RoundAnnotations>();
        services.AddOptions<RoundOptions>().BindConfiguration(RoundOptions.Section).ValidateOnStart();

        services.AddSingleton<RoundStore>();
        services.AddSingleton<BallotProgress>();
        services.AddSingleton<RoundHints>();
        services.AddSingleton<RoundItemWriter>();
        services.AddSingleton<BallotSealer>();
        services.AddSingleton<OpeningSteps>();
        services.AddSingleton<EndingSteps>();
        services.AddSingleton<RoundSequence>();
        services.AddSingleton<RoundWorker>();
        services.AddSingleton<RoundOpener>();
        services.AddSingleton<RoundChanges>();
        services.AddSingleton<RoundPauses>();
        services.AddSingleton<ElectorateChange>();
        services.AddSingleton<BallotBox>();
        services.AddSingleton<Withdrawals>();
        services.AddSingleton<ItemChanges>();
        services.AddSingleton<RoundViewer>();
        services.AddSingleton<RoundDesk>();
        services.AddSingleton<RoundTimers>();
        services.AddSingleton(new TimerFunction("CloseDueRounds", TimeSpan.FromMinutes(1), (provider, cancellationToken) => provider.GetRequiredService<RoundTimers>().CloseDueAsync(cancellationToken)));
        services.AddSingleton(new TimerFunction("SweepRounds", TimeSpan.FromHours(1), (provider, cancellationToken) => provider.GetRequiredService<RoundTimers>().SweepAsync(cancellationToken)));
        return builder;
    }
}
