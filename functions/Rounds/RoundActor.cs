using Insek.Office.Domain;
using Insek.Office.Functions.Authentication;

namespace Insek.Office.Functions.Rounds;

/// <summary>What a person may do in a round.</summary>
internal static class RoundActor
{
    /// <summary>Who acts where nobody does: a round that closes by itself.</summary>
    public static MemberId System { get; } = new("insek");

    /// <summary>Whether the person may close, extend and cancel the round: an administrator, or the group's present chair.</summary>
    public static bool Manages(Caller caller, ApprovalRound round, TenantDirectory directory) =>
        caller.IsPerson && (caller.IsAdministrator || caller.Id == (directory.Find(round.Group) is { } group ? group.Chair : round.Chair));

    /// <summary>Whether the person may open a round of the group.</summary>
    public static bool Leads(Caller caller, Group group) => caller.IsPerson && (caller.IsAdministrator || caller.Id == group.Chair);

    /// <summary>Whether the person casts that member's ballot: the member, or who stands in on that day.</summary>
    public static bool VotesFor(Caller caller, MemberId member, ApprovalRound round, TenantDirectory directory, DateTimeOffset at) =>
        caller.IsPerson && (caller.Id == member || directory.Find(round.Group)?.IsDeputy(caller.Id, member, DayOf(at)) is true);

    /// <summary>The day it is for the people: a deputyship ends at midnight in Berlin.</summary>
    public static DateOnly DayOf(DateTimeOffset at) => CivilTime.DayOf(at);
}
