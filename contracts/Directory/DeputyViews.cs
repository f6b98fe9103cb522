namespace Insek.Office.Contracts;

/// <summary>Somebody stands in for a member.</summary>
public sealed record DeputyView
{
    /// <summary>For whom.</summary>
    public required MemberView Member { get; init; }

    /// <summary>Who.</summary>
    public required MemberView Deputy { get; init; }

    /// <summary>The first day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day, included; it ends at midnight in Europe/Berlin.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>Whether it is one of these days.</summary>
    public bool Active { get; init; }
}

/// <summary>Who stands in for a member, and for whom the member stands in.</summary>
/// <param name="Deputies">The member's deputies, by first day; periods that have ended are left out.</param>
/// <param name="StandsInFor">For whom the member stands in, by first day.</param>
public sealed record DeputiesView(IReadOnlyList<DeputyView> Deputies, IReadOnlyList<DeputyView> StandsInFor);

/// <summary>A deputy to be named, in place of the period that begins on the same day.</summary>
public sealed record NameDeputy
{
    /// <summary>The deputy's object id; somebody the directory knows.</summary>
    public string? Deputy { get; init; }

    /// <summary>The first day; today where absent.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day, included.</summary>
    public DateOnly? Until { get; init; }
}
