using Insek.Office.Domain;
using Microsoft.Extensions.Options;

namespace Insek.Office.Functions.People;

/// <summary>People and groups from a JSON file, read again when the file changes. A file that has become unreadable is reported and the last good one kept.</summary>
internal sealed partial class FileDirectory(IOptions<DirectoryOptions> options, TimeProvider clock, ILogger<FileDirectory> log) : IDirectory
{
    private readonly Lock _gate = new();
    private readonly string _file = options.Value.File ?? throw new InvalidOperationException("Chosen only where a file is configured.");
    private TenantDirectory? _known;
    private DateTime _writtenAt;
    private DateTimeOffset _lookedAt;

    public ValueTask<TenantDirectory> ReadAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult(Look());
        }
    }

    private TenantDirectory Look()
    {
        var now = clock.GetUtcNow();
        if (_known is not null && now - _lookedAt < options.Value.LookEvery)
        {
            return _known;
        }

        _lookedAt = now;
        try
        {
            var writtenAt = File.GetLastWriteTimeUtc(_file);
            if (_known is null || writtenAt != _writtenAt)
            {
                _known = DirectoryDocument.Read(File.ReadAllBytes(_file));
                _writtenAt = writtenAt;
            }
        }
        catch (Exception failure) when (_known is not null && failure is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            LogKept(failure, _file);
        }

        return _known ?? throw new InvalidOperationException("Set or thrown above.");
    }

    [LoggerMessage(LogLevel.Error, "The directory file {File} cannot be read; the last good one stays in use")]
    private partial void LogKept(Exception failure, string file);
}

/// <summary>The directory of a tenant that has none configured: nobody belongs to any group.</summary>
internal sealed class NoDirectory : IDirectory
{
    public ValueTask<TenantDirectory> ReadAsync(CancellationToken cancellationToken) => ValueTask.FromResult(TenantDirectory.Empty);
}
