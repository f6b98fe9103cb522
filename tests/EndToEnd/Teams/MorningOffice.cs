namespace Insek.Office.EndToEnd.Tests.Teams;

/// <summary>Alone, as <see cref="TeamsOffice"/> is.</summary>
[CollectionDefinition(nameof(MorningOffice), DisableParallelization = true)]
public sealed class MorningDefinition : ICollectionFixture<MorningOffice>;

/// <summary>What <c>up</c> starts shortly before people are reminded, on the Monday before the council's date in Torgau.</summary>
public sealed class MorningOffice() : TeamsOffice("fristen-", "--clock", "2024-03-18T07:57:00+01:00")
{
    /// <summary>What is left until eight when everything has started, and the time to send what is due then.</summary>
    internal static TimeSpan UntilEight { get; } = TimeSpan.FromMinutes(5);
}
