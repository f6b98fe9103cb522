namespace Insek.Office.Domain.Lists;

/// <summary>Periods whose first point leaves its year to the second: "01.01.–31.12.2024", "Mai bis August 2025", "I–III/2025".</summary>
internal static class PeriodEllipsis
{
    private static readonly string[] _joints = [" bis ", "-", "/"];

    /// <summary>Reads such a period; null where the text is none, or its first point would come after the second.</summary>
    public static CellReading<Period>? Read(WrittenCell cell, string folded, DateColumn column)
    {
        foreach (var joint in _joints)
        {
            var at = folded.IndexOf(joint, StringComparison.Ordinal);
            if (at <= 0 || Whole(folded[(at + joint.Length)..].Trim(), column) is not { Reason: null } last)
            {
                continue;
            }

            // A bare number ("1-3/2025") may be a month, a quarter or a day.
            var left = folded[..at].Trim();
            if (last.From.Year == last.To.Year && (left.EndsWith('.') || left.AsSpan().ContainsAnyInRange('a', 'z')) && First(left, last, column) is { } first)
            {
                return PeriodOf.Choose(cell, new PeriodShape(false, false, joint != "/", false, false), first, last, column);
            }
        }

        return null;
    }

    private static PeriodPoint? First(string left, PeriodPoint last, DateColumn column)
    {
        foreach (var joint in (ReadOnlySpan<string>)["", " ", "/"])
        {
            var text = FormattableString.Invariant($"{left}{joint}{last.From.Year}");
            if (Whole(text, column) is { Reason: null } first && first.Precision == last.Precision && first.From <= last.From)
            {
                return first;
            }
        }

        return null;
    }

    private static PeriodPoint? Whole(string text, DateColumn column)
    {
        var scan = new PeriodScan(text, column);
        return scan.TryPoint() is { } point && scan.Rest.Trim(" .").IsEmpty ? point : null;
    }
}
