using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Insek.Office.Bot.Ballots;

/// <summary>How long a vote is tried to be saved after its voter was told that it is not counted yet.</summary>
internal sealed class CastingOptions
{
    public const string Section = "Casting";

    /// <summary>For how long. Default 10 minutes; 1 second to 1 hour.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The first pause between two tries, doubled for each further one up to a minute. Default 2 seconds; 1 millisecond to 1 minute.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:01:00")]
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(2);
}

[OptionsValidator]
internal sealed partial class CastingAnnotations : IValidateOptions<CastingOptions>;
