using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Insek.Office.Functions.Hosting;

/// <summary>How the process runs.</summary>
internal sealed class HostingOptions
{
    public const string Section = "Hosting";

    /// <summary>The port on 127.0.0.1 when the process runs without a Functions host in Development. Default 7071; 1 to 65,535.</summary>
    [Range(1, 65_535)]
    public int Port { get; init; } = 7071;

    /// <summary>Whether the process fires its timers itself, because no Functions host does. Default false.</summary>
    public bool RunTimers { get; init; }

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
