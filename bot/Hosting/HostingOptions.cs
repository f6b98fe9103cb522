using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Insek.Office.Bot.Hosting;

/// <summary>How the process runs.</summary>
internal sealed class HostingOptions
{
    public const string Section = "Hosting";

    /// <summary>The port on 127.0.0.1 in Development. Default 3978, where Teams tools expect a bot; 1 to 65,535.</summary>
    [Range(1, 65_535)]
    public int Port { get; init; } = 3978;

    /// <summary>A second port on 127.0.0.1 in Development, for HTTPS with the certificate of <c>dotnet dev-certs https</c>: Word loads pages by HTTPS only. 1 to 65,535; default none.</summary>
    [Range(1, 65_535)]
    public int? HttpsPort { get; init; }

    /// <summary>Whether the process ends when its standard input does, so that it never outlives the one who started it. Default false.</summary>
    public bool ExitWithParent { get; init; }

    /// <summary>The instant at which the process's clock begins, with an offset from UTC; it runs on from there. Development only: any other environment refuses to start with it. Default: the real time.</summary>
    public DateTimeOffset? Clock { get; init; }
}

[OptionsValidator]
internal sealed partial class HostingAnnotations : IValidateOptions<HostingOptions>;

/// <summary>A process that takes the wrong time for the present is of use in development alone.</summary>
internal sealed class HostingClock(IHostEnvironment environment) : IValidateOptions<HostingOptions>
{
    public ValidateOptionsResult Validate(string? name, HostingOptions options) => options.Clock is null || environment.IsDevelopment()
        ? ValidateOptionsResult.Success
        : ValidateOptionsResult.Fail($"{HostingOptions.Section}:{nameof(HostingOptions.Clock)} is for Development only.");
}
