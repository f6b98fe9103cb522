using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Insek.Office.Functions.Storage;

/// <summary>How imports behave when something goes wrong.</summary>
internal sealed class ImportOptions
{
    public const string Section = "Imports";

    /// <summary>How long an import may make no progress before another process takes it over. Default 1 minute; 1 second to 1 hour.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan AbandonedAfter { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a journal that never became binding is kept. Default 1 hour; 1 minute to 7 days.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "7.00:00:00")]
    public TimeSpan JournalKeptFor { get; init; } = TimeSpan.FromHours(1);

    /// <summary>The largest upload, in bytes. Default 20 MB (20,000,000); 1 kB to 100 MB.</summary>
    [Range(1_000, 100_000_000)]
    public long MaxUploadBytes { get; init; } = 20_000_000;
}

[OptionsValidator]
internal sealed partial class ImportAnnotations : IValidateOptions<ImportOptions>;
