using Insek.Office.Functions.Hosting;

namespace Insek.Office.Functions.Resolutions;

internal static class ResolutionServices
{
    /// <summary>Adds what records resolutions, and the timer that carries out what was left behind.</summary>
    public static WebApplicationBuilder AddResolutions(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ResolutionRecorder>();
        builder.Services.AddSingleton(new TimerFunction("SweepResolutions", TimeSpan.FromMinutes(5), (services, cancellationToken) => services.GetRequiredService<ResolutionRecorder>().SweepAsync(cancellationToken)));
        return builder;
    }
}
