namespace Insek.Office.Benchmarks.Running;

/// <summary>Numbers as people read them.</summary>
internal static class Unit
{
    public static string Time(double milliseconds) => milliseconds switch
    {
        >= 10_000 => FormattableString.Invariant($"{milliseconds / 1_000:0.0} s"),
        >= 100 => FormattableString.Invariant($"{milliseconds:0} ms"),
        >= 1 => FormattableString.Invariant($"{milliseconds:0.00} ms"),
        _ => FormattableString.Invariant($"{milliseconds * 1_000:0.0} µs"),
    };

    public static string Bytes(double bytes) => bytes switch
    {
        >= 1_000_000 => FormattableString.Invariant($"{bytes / 1_000_000:0.00} MB"),
        >= 1_000 => FormattableString.Invariant($"{bytes / 1_000:0.0} kB"),
        _ => FormattableString.Invariant($"{bytes:0} B"),
    };
}
