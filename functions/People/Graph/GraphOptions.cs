using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Insek.Office.Functions.People.Graph;

/// <summary>People and groups from Microsoft Graph. In use where <see cref="MappingFile"/> is set.</summary>
internal sealed class GraphOptions
{
    public const string Section = "Directory:Graph";

    /// <summary>A JSON file that says which Microsoft 365 group decides on what; see the README beside this file.</summary>
    public string? MappingFile { get; init; }

    /// <summary>Where Graph is, with its version. Default https://graph.microsoft.com/v1.0; HTTPS, or HTTP on loopback.</summary>
    public Uri BaseUrl { get; init; } = new("https://graph.microsoft.com/v1.0");

    /// <summary>The tenant, where the application proves itself by a secret. The managed identity needs none.</summary>
    public string? TenantId { get; init; }

    /// <summary>The application's id, where it proves itself by a secret; otherwise the id of a user-assigned managed identity, absent for the system-assigned one.</summary>
    public string? ClientId { get; init; }

    /// <summary>The application's secret. Absent where a managed identity is used, which is the better way.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>The id in the manifest of the Teams app that is installed for people and teams (externalId in the catalogue). Nothing is installed where absent.</summary>
    public string? TeamsApp { get; init; }

    /// <summary>How old the directory may become before changes are asked for. Default 5 minutes; 10 seconds to 1 hour.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "01:00:00")]
    public TimeSpan RefreshAfter { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a request waits for what is asked for before it is answered from what is known. Default 2 seconds; 0 to 1 minute.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>When everything is read again whatever the changes say. Default 6 hours; 5 minutes to 7 days, as long as Graph keeps track of changes.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "7.00:00:00")]
    public TimeSpan ReadAllAfter { get; init; } = TimeSpan.FromHours(6);

    /// <summary>How old the directory may become while Graph is down; then requests are answered by 503 "directory-unavailable". Default 1 day; 5 minutes to 7 days.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "7.00:00:00")]
    public TimeSpan StaleLimit { get; init; } = TimeSpan.FromDays(1);

    /// <summary>The pause after a failure before Graph is asked again; longer where Graph asks for it. Default 1 minute; 1 second to 1 hour.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan PauseAfterFailure { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long one attempt may take. Default 10 seconds; 1 second to 1 minute.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long one request may take with its repetitions. Default 45 seconds; 1 second to 5 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan TotalTimeout { get; init; } = TimeSpan.FromSeconds(45);

    /// <summary>How often a failed request is repeated. Default 3; 0 to 10.</summary>
    [Range(0, 10)]
    public int MaxRetries { get; init; } = 3;

    /// <summary>The pause before the first repetition, doubled by each further one. Default 500 milliseconds; 1 millisecond to 10 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:00:10")]
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The longest pause Graph may ask for that is waited out; beyond it the directory goes on with what it knows. Default 20 seconds; 0 to 5 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00")]
    public TimeSpan LongestRetryAfter { get; init; } = TimeSpan.FromSeconds(20);
}

[OptionsValidator]
internal sealed partial class GraphAnnotations : IValidateOptions<GraphOptions>;

/// <summary>One directory, reached in one way, with a mapping that can be read.</summary>
internal sealed class GraphWay(IOptions<DirectoryOptions> directory, IHostEnvironment environment) : IValidateOptions<GraphOptions>
{
    public ValidateOptionsResult Validate(string? name, GraphOptions options)
    {
        var problems = Problems(options).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private IEnumerable<string> Problems(GraphOptions options)
    {
        if (options.MappingFile is not { } file)
        {
            if (options.TenantId is not null || options.ClientId is not null || options.ClientSecret is not null || options.TeamsApp is not null)
            {
                yield return $"{GraphOptions.Section} is configured without {nameof(GraphOptions.MappingFile)}, which says what the groups decide on.";
            }

            yield break;
        }

        if (directory.Value.File is not null)
        {
            yield return $"Configure either {DirectoryOptions.Section}:{nameof(DirectoryOptions.File)} or {GraphOptions.Section}, and not both.";
        }

        if (!options.BaseUrl.IsAbsoluteUri || (options.BaseUrl.Scheme != Uri.UriSchemeHttps && !options.BaseUrl.IsLoopback))
        {
            yield return $"{GraphOptions.Section}:{nameof(GraphOptions.BaseUrl)} must be HTTPS: the application's token travels there.";
        }

        if (options.ClientSecret is not null && (options.TenantId is null || options.ClientId is null))
        {
            yield return $"{GraphOptions.Section}:{nameof(GraphOptions.ClientSecret)} needs {nameof(GraphOptions.TenantId)} and {nameof(GraphOptions.ClientId)}.";
        }

        if (options.TeamsApp is not null && !Guid.TryParse(options.TeamsApp, out _))
        {
            yield return $"{GraphOptions.Section}:{nameof(GraphOptions.TeamsApp)} is no id of a manifest.";
        }

        if (TryReadMapping(file) is { } unreadable)
        {
            yield return $"{GraphOptions.Section}:{nameof(GraphOptions.MappingFile)}: {unreadable}";
        }
    }

    private string? TryReadMapping(string file)
    {
        try
        {
            _ = GraphMapping.Read(File.ReadAllBytes(Path.Combine(environment.ContentRootPath, file)));
            return null;
        }
        catch (Exception failure) when (failure is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return failure.Message;
        }
    }
}
