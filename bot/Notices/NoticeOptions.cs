using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Insek.Office.Bot.Notices;

/// <summary>How notices are fetched and sent.</summary>
internal sealed class NoticeOptions
{
    public const string Section = "Notices";

    /// <summary>The pause between two looks into the outbox; whoever causes a notice shortens it. Default 2 seconds; 10 milliseconds to 1 minute.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "00:01:00")]
    public TimeSpan PollEvery { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The shortest time between two versions of one card: what changes meanwhile is shown together. Default 2 seconds; 0 to 1 minute.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan CardPace { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How many conversations are written to at the same time. Default 16; 1 to 64.</summary>
    [Range(1, 64)]
    public int AtOnce { get; init; } = 16;

    /// <summary>How many notices this process holds at most, waiting for their turn. Default 500; 1 to 5,000.</summary>
    [Range(1, 5_000)]
    public int MaxHeld { get; init; } = 500;

    /// <summary>For how long an acknowledgement is repeated while the API is away. Default 10 minutes; 0 to 1 day.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan ReportFor { get; init; } = TimeSpan.FromMinutes(10);
}

[OptionsValidator]
internal sealed partial class NoticeAnnotations : IValidateOptions<NoticeOptions>;
