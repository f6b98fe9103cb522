using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Insek.Office.Bot.Teams;

/// <summary>How long turns may take, and how long what is known about conversations is trusted.</summary>
internal sealed class TeamsOptions
{
    public const string Section = "Teams";

    /// <summary>After how long an action on a card is told to end. Teams waits 3 seconds; a quarter of a second is left for a last answer. Default 2.5 seconds; 100 milliseconds to 2.6 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:00:02.6")]
    public TimeSpan InvokeBudget { get; init; } = TimeSpan.FromSeconds(2.5);

    /// <summary>How long any other turn may take; Teams gives up after 10 to 15 seconds. Default 10 seconds; 1 to 14 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:00:14")]
    public TimeSpan TurnBudget { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>For how long a conversation that was told to the API is not told again. Default 10 minutes; 1 second to 1 day.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan RememberFor { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>For how long the members of a conversation are not asked for again. Default 10 minutes; 1 second to 1 day.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan RosterFor { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Where Teams answers a bot to which nobody has spoken yet. Default the public cloud's global address; used with an identity only.</summary>
    public Uri ServiceUrl { get; init; } = new("https://smba.trafficmanager.net/teams/");
}

[OptionsValidator]
internal sealed partial class TeamsAnnotations : IValidateOptions<TeamsOptions>;

/// <summary>How patient calls to Teams are.</summary>
internal sealed class ConnectorOptions
{
    public const string Section = "Connector";

    /// <summary>How long one attempt may take, its body included. Default 10 seconds; 100 milliseconds to 30 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:00:30")]
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a call may take with all attempts and pauses. Default 20 seconds; 100 milliseconds to 45 seconds, less than the lease of a notice.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:00:45")]
    public TimeSpan TotalTimeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How often a failed call is repeated. Default 3; 0 to 10.</summary>
    [Range(0, 10)]
    public int MaxRetries { get; init; } = 3;

    /// <summary>The pause before the first repetition, doubled for each further one, and varied. Default 500 milliseconds; 1 millisecond to 10 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:00:10")]
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The longest Retry-After that is waited for; what asks for more fails at once, and its notice comes back later. Default 3 seconds; 0 to 30 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:30")]
    public TimeSpan LongestRetryAfter { get; init; } = TimeSpan.FromSeconds(3);
}

[OptionsValidator]
internal sealed partial class ConnectorAnnotations : IValidateOptions<ConnectorOptions>;
