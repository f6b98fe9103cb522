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

    /// <summary>Whether the process ends when its standard input does, so that it never outlives the one who started it. Default false.</summary>
    public bool ExitWithParent { get; init; }
}

[OptionsValidator]
internal sealed partial class HostingAnnotations : IValidateOptions<HostingOptions>;
