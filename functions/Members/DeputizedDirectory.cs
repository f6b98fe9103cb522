using Insek.Office.Domain;
using Insek.Office.Functions.People;

namespace Insek.Office.Functions.Members;

/// <summary>The directory with the deputies that members have named. They are looked up again after a few seconds, and at once where this process has changed them.</summary>
internal sealed class DeputizedDirectory(IDirectory source, DeputyStore store, TimeProvider clock) : IDirectory
{
    private static readonly TimeSpan _lookEvery = TimeSpan.FromSeconds(5);

    private Reading? _read;
    private Composed? _composed;

    public async ValueTask<TenantDirectory> ReadAsync(CancellationToken cancellationToken)
    {
        var known = await source.ReadAsync(cancellationToken);
        var (reading, today) = (await LookAsync(cancellationToken), CivilTime.DayOf(clock.GetUtcNow()));
        var composed = Volatile.Read(ref _composed);
        if (composed is null || composed.Source != known || composed.Reading != reading || composed.Day != today)
        {
            // Only those who stand in today: a deputy sees the concept for these days and no longer.
            composed = new Composed(known, reading, today, known.WithDeputies([.. reading.Deputies.SelectMany(member => member.Periods).Where(period => period.Covers(today))]));
            Volatile.Write(ref _composed, composed);
        }

        return composed.Directory;
    }

    private async ValueTask<Reading> LookAsync(CancellationToken cancellationToken)
    {
        var (read, changes, now) = (Volatile.Read(ref _read), store.Changes, clock.GetUtcNow());
        if (read is null || read.Changes != changes || (now - read.At).Duration() >= _lookEvery)
        {
            read = new Reading(await store.ListAsync(cancellationToken), changes, now);
            Volatile.Write(ref _read, read);
        }

        return read;
    }

    private sealed record Reading(IReadOnlyList<MemberDeputies> Deputies, int Changes, DateTimeOffset At);

    private sealed record Composed(TenantDirectory Source, Reading Reading, DateOnly Day, TenantDirectory Directory);
}
