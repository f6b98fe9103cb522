using System.ComponentModel.DataAnnotations;
using Insek.Office.Domain;
using Microsoft.Extensions.Options;

namespace Insek.Office.Functions.Rounds;

/// <summary>How rounds behave where whoever opens them says nothing, and when a process dies.</summary>
internal sealed class RoundOptions
{
    public const string Section = "Rounds";

    /// <summary>When a group has agreed. Default Unanimous.</summary>
    [EnumDataType(typeof(DecisionRule))]
    public DecisionRule Rule { get; init; } = DecisionRule.Unanimous;

    /// <summary>How many of those entitled must have voted, in percent. Default 50; 1 to 100.</summary>
    [Range(1, 100)]
    public int QuorumPercent { get; init; } = 50;

    /// <summary>How long the steering group has, in days. Default 14; 1 to 365.</summary>
    [Range(1, 365)]
    public int SteeringDays { get; init; } = 14;

    /// <summary>How old the hint of a sequence must be before the timer takes it for abandoned. Default 10 seconds; 0 to 1 hour.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan ResumeAfter { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a caller waits for a large round to open before the answer says "opening". Default 2 seconds; 0 to 1 minute.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan WaitForOpening { get; init; } = TimeSpan.FromSeconds(2);
}

[OptionsValidator]
internal sealed partial class RoundAnnotations : IValidateOptions<RoundOptions>;
