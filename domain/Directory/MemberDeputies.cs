namespace Insek.Office.Domain;

/// <summary>Who stands in for one member (Stellvertretung), at most one person on any day. An immutable value; every method answers it as it is afterwards.</summary>
/// <remarks>A deputy votes and nothing else: neither chair nor administrator is stood in for, and whoever stands in for a deputy does not stand in for the member.</remarks>
public sealed record MemberDeputies
{
    /// <summary>The most periods that have not ended.</summary>
    public const int MaxPeriods = 24;

    /// <summary>For whom.</summary>
    public required MemberId Member { get; init; }

    /// <summary>The periods that have not ended, in their order.</summary>
    public ValueList<Deputyship> Periods { get; init => field = value ?? []; } = [];

    /// <summary>Names a deputy for a period, in place of the period that begins on the same day.</summary>
    /// <param name="deputy">Who. That there is such a person is decided by the caller, who has the directory.</param>
    /// <param name="from">The first day; may lie in the past, where a period that has begun is changed.</param>
    /// <param name="until">The last day, from <paramref name="today"/> on.</param>
    /// <param name="today">The day it is in Europe/Berlin.</param>
    public Result<MemberDeputies> Name(MemberId deputy, DateOnly from, DateOnly until, DateOnly today)
    {
        if (deputy == Member)
        {
            return new DeputySelf(Member);
        }

        if (until < from)
        {
            return new InvalidContent([new ContentProblem("until", "before-from", $"{until:yyyy-MM-dd}")]);
        }

        if (until < today)
        {
            return new DeputyPeriodPast(until);
        }

        var others = Periods.Where(period => period.Until >= today && period.From != from).ToArray();
        if (Array.Find(others, period => period.From <= until && from <= period.Until) is { } overlapping)
        {
            return new DeputyPeriodOverlaps(overlapping);
        }

        return others.Length >= MaxPeriods
            ? new InvalidContent([new ContentProblem("from", "too-many", null)])
            : this with { Periods = others.Append(new Deputyship(Member, deputy, from, until)).OrderBy(period => period.From).ToValueList() };
    }

    /// <summary>Ends the period that begins on a day, or all of them. That there is none is no error.</summary>
    /// <param name="from">The first day of the period; null for all.</param>
    /// <param name="today">The day it is in Europe/Berlin.</param>
    public MemberDeputies Withdraw(DateOnly? from, DateOnly today) =>
        this with { Periods = Periods.Where(period => period.Until >= today && from is { } first && period.From != first).ToValueList() };
}

/// <summary>Nobody stands in for oneself.</summary>
public sealed record DeputySelf(MemberId Member) : Refusal(RefusalKind.Invalid, "deputy-self", $"{Member} cannot stand in for themselves.");

/// <summary>A period that has ended already.</summary>
public sealed record DeputyPeriodPast(DateOnly Until) : Refusal(RefusalKind.Invalid, "deputy-period-past", $"The period ended on {Until:yyyy-MM-dd}.");

/// <summary>On some day two would stand in.</summary>
public sealed record DeputyPeriodOverlaps(Deputyship Other)
    : Refusal(RefusalKind.Conflict, "deputy-period-overlaps", $"{Other.Deputy} stands in from {Other.From:yyyy-MM-dd} to {Other.Until:yyyy-MM-dd}.");
