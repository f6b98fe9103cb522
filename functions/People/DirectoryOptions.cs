using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Insek.Office.Functions.People;

/// <summary>Where people and groups come from.</summary>
internal sealed class DirectoryOptions
{
    public const string Section = "Directory";

    /// <summary>A JSON file with members, groups and bindings; see samples/torgau/directory.json. Nobody belongs to any group where absent.</summary>
    public string? File { get; init; }

    /// <summary>How often the file is looked at for changes, at most. Default 5 seconds; 0 to 1 hour.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan LookEvery { get; init; } = TimeSpan.FromSeconds(5);
}

[OptionsValidator]
internal sealed partial class DirectoryAnnotations : IValidateOptions<DirectoryOptions>;
