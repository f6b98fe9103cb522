namespace Insek.Office.Domain;

/// <summary>A clock that began at another instant and runs on from there: for showing in development what happens on a certain day. Pauses and time-outs are not affected.</summary>
public sealed class ShiftedClock : TimeProvider
{
    private readonly TimeProvider _real;
    private readonly TimeSpan _offset;

    /// <summary>Sets the clock to <paramref name="now"/>.</summary>
    public ShiftedClock(DateTimeOffset now, TimeProvider real) => (_real, _offset) = (real, now - real.GetUtcNow());

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => _real.GetUtcNow() + _offset;
}
