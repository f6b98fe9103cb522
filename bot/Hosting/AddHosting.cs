using System.Net;
using Insek.Office.Domain;
using Microsoft.Extensions.Options;

namespace Insek.Office.Bot.Hosting;

internal static class HostingServices
{
    /// <summary>What moves the addresses of a web application: configured by somebody, they are meant.</summary>
    private static readonly string[] _addressSettings = ["urls", "http_ports", "https_ports", "Kestrel:Endpoints"];

    /// <summary>Settles where the process listens, as whom it speaks, and how it ends.</summary>
    /// <remarks>
    /// In Development that is 127.0.0.1 unless addresses are configured. Without a bot identity nobody's messages can be verified;
    /// then it is loopback whatever is configured. Elsewhere it is what ASPNETCORE_URLS says.
    /// </remarks>
    public static WebApplicationBuilder AddHosting(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IValidateOptions<HostingOptions>, HostingAnnotations>();
        builder.Services.AddSingleton<IValidateOptions<HostingOptions>, HostingClock>();
        builder.Services.AddOptions<HostingOptions>().BindConfiguration(HostingOptions.Section).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<BotIdentity>, BotIdentityValidator>();
        builder.Services.AddOptions<BotIdentity>().BindConfiguration(BotIdentity.Root).ValidateOnStart();

        var configured = builder.Configuration.GetSection(HostingOptions.Section).Get<HostingOptions>() ?? new HostingOptions();
        var isAnonymous = string.IsNullOrWhiteSpace(builder.Configuration[nameof(BotIdentity.MicrosoftAppId)]);
        var isPlaced = _addressSettings.Any(setting => builder.Configuration.GetSection(setting).Exists());
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            if (builder.Environment.IsDevelopment() && (isAnonymous || !isPlaced))
            {
                // Endpoints in code win over the configured addresses, but not over Kestrel's own section: an empty one takes its place.
                kestrel.Configure();
                kestrel.Listen(IPAddress.Loopback, configured.Port);
                if (configured.HttpsPort is { } secure)
                {
                    kestrel.Listen(IPAddress.Loopback, secure, listen => listen.UseHttps());
                }
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

        return builder;
    }
}
