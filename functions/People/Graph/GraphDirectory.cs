using Azure;
using Insek.Office.Domain;
using Microsoft.Extensions.Options;

namespace Insek.Office.Functions.People.Graph;

/// <summary>People and groups from Microsoft Graph: kept in memory and in storage, brought up to date by what has changed, and served with their age while Graph is down.</summary>
internal sealed partial class GraphDirectory(
    IOptions<GraphOptions> options, IHostEnvironment environment, Lazy<GraphReader> reader, GraphSnapshotStore store, TimeProvider clock, ILogger<GraphDirectory> log) : IDirectory
{
    private static readonly TimeSpan _longestRefresh = TimeSpan.FromMinutes(2);

    private readonly Lock _gate = new();
    private readonly GraphMapping _mapping = GraphMapping.Read(File.ReadAllBytes(Path.Combine(environment.ContentRootPath, options.Value.MappingFile ?? throw new InvalidOperationException("Chosen only where Graph is configured."))));
    private Known? _known;
    private Task? _refresh;
    private DateTimeOffset _notBefore = DateTimeOffset.MinValue;
    private string? _failure;

    /// <inheritdoc/>
    /// <exception cref="DirectoryUnavailableException">Graph has been down for longer than what is known of people may be relied on.</exception>
    public async ValueTask<TenantDirectory> ReadAsync(CancellationToken cancellationToken)
    {
        var known = Volatile.Read(ref _known);
        if (known is null || !IsFresh(known.Snapshot))
        {
            await RefreshAsync(known is null, cancellationToken);
            known = Volatile.Read(ref _known);
        }

        if (known is null || clock.GetUtcNow() - known.Snapshot.ReadAt > options.Value.StaleLimit)
        {
            throw new DirectoryUnavailableException(known?.Snapshot.ReadAt, _failure);
        }

        return known.Directory;
    }

    // A clock that was moved back does not make what is known younger.
    private bool IsFresh(GraphSnapshot snapshot) => (clock.GetUtcNow() - snapshot.ReadAt).Duration() < options.Value.RefreshAfter;

    private async Task RefreshAsync(bool nothingKnown, CancellationToken cancellationToken)
    {
        Task refresh;
        lock (_gate)
        {
            if (_refresh is not { IsCompleted: false })
            {
                if (clock.GetUtcNow() < _notBefore)
                {
                    return;
                }

                // No token: whoever hangs up must not take the answer from the others.
                _refresh = Task.Run(RunAsync, CancellationToken.None);
            }

            refresh = _refresh;
        }

        await Task.WhenAny(refresh, Task.Delay(options.Value.Patience, clock, cancellationToken));
        if (nothingKnown && Volatile.Read(ref _known) is null)
        {
            await refresh.WaitAsync(cancellationToken);
        }

        cancellationToken.ThrowIfCancellationRequested();
    }

    private async Task RunAsync()
    {
        using var limit = new CancellationTokenSource(_longestRefresh, clock);
        try
        {
            await AdoptStoredAsync(limit.Token);
            if (Volatile.Read(ref _known) is { } known && IsFresh(known.Snapshot))
            {
                return;
            }

            var next = await ReadAsync(Volatile.Read(ref _known)?.Snapshot, limit.Token);
            Publish(next);
            LogRead(next.Groups.Count, next.People.Count, next.AllReadAt == next.ReadAt ? "whole" : "changes");
            await SaveAsync(next, limit.Token);
        }
        catch (Exception failure) when (failure is GraphFailedException or OperationCanceledException)
        {
            var pause = (failure as GraphFailedException)?.RetryAfter is { } asked && asked > options.Value.PauseAfterFailure ? asked : options.Value.PauseAfterFailure;
            (_failure, _notBefore) = (failure.Message, clock.GetUtcNow() + pause);
            LogFailed(failure.Message, Volatile.Read(ref _known)?.Snapshot.ReadAt, pause.TotalSeconds);
        }
        catch (Exception failure)
        {
            (_failure, _notBefore) = (failure.Message, clock.GetUtcNow() + options.Value.PauseAfterFailure);
            LogBroken(failure);
        }
    }

    private async Task<GraphSnapshot> ReadAsync(GraphSnapshot? known, CancellationToken cancellationToken)
    {
        var at = clock.GetUtcNow();
        return known is { Tokens: { } tokens } && (at - known.AllReadAt).Duration() < options.Value.ReadAllAfter
            && await reader.Value.ReadChangesAsync(known, tokens, _mapping.Watched, at, cancellationToken) is { } changed
            ? changed
            : await reader.Value.ReadAllAsync(_mapping.Watched, at, cancellationToken);
    }

    // Another process may have asked Graph a moment ago; and after a start nothing else is known.
    private async Task AdoptStoredAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await store.FindAsync(cancellationToken) is { } stored
                && stored.Groups.Select(group => group.Id).Order(StringComparer.Ordinal).SequenceEqual(_mapping.Watched)
                && !(stored.ReadAt <= Volatile.Read(ref _known)?.Snapshot.ReadAt))
            {
                Publish(stored);
            }
        }
        catch (Exception failure) when (failure is RequestFailedException or AggregateException)
        {
            LogNotKept(failure.Message);
        }
    }

    private async Task SaveAsync(GraphSnapshot snapshot, CancellationToken cancellationToken)
    {
        try
        {
            if (!await store.SaveAsync(snapshot, cancellationToken))
            {
                LogNotKept("too many people");
            }
        }
        catch (Exception failure) when (failure is RequestFailedException or AggregateException)
        {
            LogNotKept(failure.Message);
        }
    }

    private void Publish(GraphSnapshot snapshot) => Volatile.Write(ref _known, new Known(snapshot, snapshot.ToDirectory(_mapping)));

    private sealed record Known(GraphSnapshot Snapshot, TenantDirectory Directory);

    [LoggerMessage(LogLevel.Information, "Graph: {Groups} groups, {People} people ({What})")]
    private partial void LogRead(int groups, int people, string what);

    [LoggerMessage(LogLevel.Warning, "Graph failed ({Reason}); people as of {AsOf} stay in use, next attempt in {Seconds:0} s")]
    private partial void LogFailed(string reason, DateTimeOffset? asOf, double seconds);

    [LoggerMessage(LogLevel.Error, "The directory could not be read from Graph")]
    private partial void LogBroken(Exception failure);

    [LoggerMessage(LogLevel.Warning, "The directory could not be kept in storage or read from there: {Reason}")]
    private partial void LogNotKept(string reason);
}
