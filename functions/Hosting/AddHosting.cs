using System.Net;
using Insek.Office.Domain;
using Microsoft.Extensions.Options;

namespace Insek.Office.Functions.Hosting;

internal static class HostingServices
{
    /// <summary>Settles where the process listens and how it ends.</summary>
    /// <remarks>
    /// Under a Functions host that is 127.0.0.1 and the host's port, whatever ASPNETCORE_URLS says: the host's images set it for the host.
    /// Alone in Development it is loopback only, because local tokens hold there. Alone elsewhere it is what ASPNETCORE_URLS says.
    /// </remarks>
    public static WebApplicationBuilder AddHosting(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IValidateOptions<HostingOptions>, HostingAnnotations>();
        builder.Services.AddSingleton<IValidateOptions<HostingOptions>, HostingClock>();
        builder.Services.AddOptions<HostingOptions>().BindConfiguration(HostingOptions.Section).ValidateOnStart();
        var configured = builder.Configuration.GetSection(HostingOptions.Section).Get<HostingOptions>() ?? new HostingOptions();

        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            if (FunctionsHost.Port is { } port)
            {
                kestrel.Listen(IPAddress.Loopback, port);
            }
            else if (builder.Environment.IsDevelopment())
            {
                kestrel.Listen(IPAddress.Loopback, configured.Port);
            }
        });

        if (configured.Clock is { } instant && builder.Environment.IsDevelopment())
        {
            builder.Services.AddSingleton<TimeProvider>(new ShiftedClock(instant, TimeProvider.System));
        }

        if (configured.ExitWithParent)
        {
            builder.Services.AddHostedService<ExitWithParent>();
        }

        if (configured.RunTimers)
        {
            builder.Services.AddHostedService<LocalTimers>();
        }

        return builder;
    }
}
