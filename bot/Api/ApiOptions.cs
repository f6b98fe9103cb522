using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Insek.Office.Bot.Api;

/// <summary>Where the functions answer, as whom the bot calls them, and how patient it is.</summary>
internal sealed class ApiOptions
{
    public const string Section = "Api";

    /// <summary>The root of the functions, without "api". https, or http on loopback in Development.</summary>
    public Uri? BaseAddress { get; init; }

    /// <summary>For what a token is asked of Entra ID, for example api://APPLICATION/.default. Needed outside Development.</summary>
    public string? Scope { get; init; }

    /// <summary>A file holding the key of local tokens, base64, in place of <see cref="Scope"/>. Development only.</summary>
    public string? DevelopmentKeyFile { get; init; }

    /// <summary>How long one attempt may take, its body included. Default 8 seconds; 100 milliseconds to 1 minute.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>How long a call may take with all attempts and pauses. Default 25 seconds; 100 milliseconds to 5 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:05:00")]
    public TimeSpan TotalTimeout { get; init; } = TimeSpan.FromSeconds(25);

    /// <summary>How often a failed call is repeated. Default 3; 0 to 10.</summary>
    [Range(0, 10)]
    public int MaxRetries { get; init; } = 3;

    /// <summary>The pause before the first repetition, doubled for each further one, and varied. Default 200 milliseconds; 1 millisecond to 10 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:00:10")]
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>The longest Retry-After that is waited for; what asks for more fails at once. Default 10 seconds; 0 to 2 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:02:00")]
    public TimeSpan LongestRetryAfter { get; init; } = TimeSpan.FromSeconds(10);
}

[OptionsValidator]
internal sealed partial class ApiAnnotations : IValidateOptions<ApiOptions>;

/// <summary>The bot's token must reach the functions and nobody else, and outside Development it must be a real one.</summary>
internal sealed class ApiWay(IHostEnvironment environment) : IValidateOptions<ApiOptions>
{
    public ValidateOptionsResult Validate(string? name, ApiOptions options)
    {
        var complaints = Complaints(options).ToList();
        return complaints.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(complaints);
    }

    private IEnumerable<string> Complaints(ApiOptions options)
    {
        var isDevelopment = environment.IsDevelopment();
        if (options.BaseAddress is not { IsAbsoluteUri: true } address)
        {
            yield return "Configure Api:BaseAddress, the root of the functions.";
        }
        else if (address.Scheme != Uri.UriSchemeHttps && !(isDevelopment && address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        {
            yield return "Api:BaseAddress must be https.";
        }

        if (!isDevelopment && !string.IsNullOrWhiteSpace(options.DevelopmentKeyFile))
        {
            yield return $"Api:DevelopmentKeyFile is for Development only; this is {environment.EnvironmentName}.";
        }
        else if (string.IsNullOrWhiteSpace(options.Scope) == string.IsNullOrWhiteSpace(options.DevelopmentKeyFile))
        {
            yield return isDevelopment
                ? "Configure either Api:DevelopmentKeyFile (the development entry does) or Api:Scope, and not both."
                : "Configure Api:Scope: without it the bot has no token for the functions.";
        }
    }
}
