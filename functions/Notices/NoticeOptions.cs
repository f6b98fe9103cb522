using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Insek.Office.Functions.Notices;

/// <summary>How notices are given out and tried again.</summary>
internal sealed class NoticeOptions
{
    public const string Section = "Notices";

    /// <summary>How long a sender has what it was given. Default 60 seconds; 1 second to 10 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan LeaseFor { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The pause after the first failure; each further one doubles it. Default 5 seconds; 1 second to 1 hour.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest pause, unless the channel asks for a longer one. Default 15 minutes; 1 second to 1 day.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>After how many attempts a notice is given up and listed. Default 12; 1 to 100.</summary>
    [Range(1, 100)]
    public int MaxAttempts { get; init; } = 12;

    /// <summary>The pause after an attempt that failed: doubled each time, up to a fifth longer or shorter so that many do not come back at once, never shorter than what the channel asks for.</summary>
    /// <param name="attempts">How often it was tried, from 1.</param>
    /// <param name="asked">What the channel asks for.</param>
    /// <param name="chance">From 0 to 1.</param>
    public TimeSpan PauseAfter(int attempts, TimeSpan? asked, double chance)
    {
        var doubled = FirstPause * Math.Pow(2, Math.Clamp(attempts - 1, 0, 30));
        var pause = (doubled < LongestPause ? doubled : LongestPause) * (0.8 + (0.4 * chance));
        return asked > pause ? asked.Value : pause;
    }
}

[OptionsValidator]
internal sealed partial class NoticeAnnotations : IValidateOptions<NoticeOptions>;
