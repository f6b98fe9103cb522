namespace Insek.Office.Domain;

/// <summary>What a group decides on.</summary>
public enum GroupKind
{
    /// <summary>Arbeitsgruppe: the measures and goals of its sector concepts, first.</summary>
    WorkingGroup,

    /// <summary>Steuergruppe: what the working groups have passed.</summary>
    SteeringGroup,
}

/// <summary>A working group or the steering group of one concept.</summary>
public sealed record Group
{
    /// <summary>Its id.</summary>
    public required GroupId Id { get; init; }

    /// <summary>The name people read.</summary>
    public required string Name { get; init; }

    /// <summary>Working group or steering group.</summary>
    public required GroupKind Kind { get; init; }

    /// <summary>The concept it decides on.</summary>
    public required ConceptId Concept { get; init; }

    /// <summary>The sector concepts it looks after; empty for the steering group.</summary>
    public ValueList<SectorKey> Sectors { get; init => field = value ?? []; } = [];

    /// <summary>Who leads it; null where nobody does.</summary>
    public MemberId? Chair { get; init; }

    /// <summary>Who belongs to it, the chair included.</summary>
    public ValueList<MemberId> Members { get; init => field = value ?? []; } = [];

    /// <summary>Who stands in for whom, and when.</summary>
    public ValueList<Deputyship> Deputies { get; init => field = value ?? []; } = [];

    /// <summary>Whether the person belongs to the group.</summary>
    public bool Has(MemberId member) => Members.Contains(member);

    /// <summary>Whether <paramref name="deputy"/> stands in for <paramref name="member"/> on that day.</summary>
    public bool IsDeputy(MemberId deputy, MemberId member, DateOnly day) => Deputies.Any(entry => entry.Deputy == deputy && entry.Member == member && entry.Covers(day));
}

/// <summary>Somebody stands in for a member (Stellvertretung).</summary>
/// <param name="Member">For whom.</param>
/// <param name="Deputy">Who.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day.</param>
public sealed record Deputyship(MemberId Member, MemberId Deputy, DateOnly From, DateOnly Until)
{
    /// <summary>Whether the day lies within, first and last day included.</summary>
    public bool Covers(DateOnly day) => From <= day && day <= Until;
}

/// <summary>A person in the directory.</summary>
/// <param name="Id">The object id.</param>
/// <param name="Name">The name people read.</param>
/// <param name="Mail">The mail address, where there is one.</param>
/// <param name="IsGuest">Whether the person belongs to another tenant: Teams may not reach a guest.</param>
/// <param name="Office">The office (Amt, Abteilung) the person works for, as the directory words it: measures name offices as their owners.</param>
public sealed record Member(MemberId Id, string Name, string? Mail = null, bool IsGuest = false, string? Office = null);

/// <summary>A conversation in which a group's rounds are shown.</summary>
/// <param name="Conversation">The channel's or chat's id, without the part that names a thread.</param>
/// <param name="Concept">The concept.</param>
/// <param name="Group">The group.</param>
public sealed record Binding(string Conversation, ConceptId Concept, GroupId Group);
