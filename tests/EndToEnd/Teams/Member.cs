namespace Insek.Office.EndToEnd.Tests.Teams;

/// <summary>Somebody in the sample's directory.</summary>
/// <param name="Id">The id in the directory.</param>
internal sealed record Member(string Id)
{
    /// <summary>Types and clicks in the Playground's page; sits in both groups, and administrates.</summary>
    public static readonly Member Coordination = Of("a0");

    public static readonly Member VerkehrChair = Of("a1");
    public static readonly Member CivilEngineering = Of("a2");
    public static readonly Member PlanningOffice = Of("a3");
    public static readonly Member SteeringChair = Of("a4");
    public static readonly Member TownCouncil = Of("a5");

    /// <summary>The id in Teams.</summary>
    public string TeamsId => $"29:{Id}";

    private static Member Of(string end) => new($"00000000-0000-0000-0000-0000000000{end}");
}
