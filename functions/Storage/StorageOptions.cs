using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Insek.Office.Functions.Storage;

/// <summary>Where the concepts are kept: a connection string, or the endpoint of a storage account that the process reaches with its managed identity.</summary>
internal sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>A connection string. For the emulator, and for accounts without managed identity.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>The table endpoint, for example https://ACCOUNT.table.core.windows.net. Used with the managed identity.</summary>
    public Uri? TableEndpoint { get; init; }

    /// <summary>The table's name. Default "concepts"; 3 to 63 letters and digits, beginning with a letter.</summary>
    [RegularExpression("^[A-Za-z][A-Za-z0-9]{2,62}$")]
    public string TableName { get; init; } = "concepts";

    /// <summary>How long one request to storage may take. Default 10 seconds; 1 second to 5 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan NetworkTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How often a failed request is repeated before the caller hears 503. Default 2; 0 to 10.</summary>
    [Range(0, 10)]
    public int MaxRetries { get; init; } = 2;
}

[OptionsValidator]
internal sealed partial class StorageAnnotations : IValidateOptions<StorageOptions>;

/// <summary>Exactly one way to storage must be configured.</summary>
internal sealed class StorageWay : IValidateOptions<StorageOptions>
{
    public ValidateOptionsResult Validate(string? name, StorageOptions options) =>
        string.IsNullOrWhiteSpace(options.ConnectionString) == options.TableEndpoint is null
            ? ValidateOptionsResult.Fail("Configure either Storage:ConnectionString or Storage:TableEndpoint (with a managed identity), and not both.")
            : ValidateOptionsResult.Success;
}
