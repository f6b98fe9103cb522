namespace Insek.Office.Contracts;

/// <summary>What became of installing the app for a person or a team.</summary>
public sealed record InstallationView
{
    /// <summary>The object id of the person or the team.</summary>
    public required string Id { get; init; }

    /// <summary>installed, alreadyInstalled or failed.</summary>
    public required string State { get; init; }

    /// <summary>Where it failed: notFound (no such person or team, or one without Teams), forbidden (a policy or a missing permission), notInCatalogue (the tenant's app catalogue does not have the app) or refused.</summary>
    public string? Reason { get; init; }

    /// <summary>When it was tried, in UTC.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>A member whom the bot cannot reach, as far as it knows.</summary>
public sealed record UnreachableView
{
    /// <summary>Who.</summary>
    public required MemberView Member { get; init; }

    /// <summary>blocked (the conversation stopped taking messages), notInstalled (installing failed, or notices did), guest (of the tenant, and not heard from) or unheard (no conversation is known and nothing was installed).</summary>
    public required string Reason { get; init; }

    /// <summary>What the channel said, or the reason of a failed installation.</summary>
    public string? Detail { get; init; }

    /// <summary>How many notices to the member are listed as failed.</summary>
    public int FailedNotices { get; init; }

    /// <summary>The ids of the groups the member belongs to.</summary>
    public IReadOnlyList<string> Groups { get; init => field = value ?? []; } = [];
}
