using Insek.Office.Contracts;

namespace Insek.Office.Bot.Tests.Notices;

internal static class Given
{
    public const string Alex = "00000000-0000-0000-0000-0000000000a0";
    public const string Megan = "00000000-0000-0000-0000-0000000000a1";
    public const string Tenant = "00000000-0000-0000-0000-000000000001";
    public const string Bot = "28:11111111-1111-1111-1111-111111111111";
    public const string Channel = "19:approvals@thread.tacv2";

    private static readonly DateTimeOffset _opened = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    public static ConversationDocument ChannelAt(string serviceUrl, string id = Channel) => new()
    {
        Id = id,
        Kind = "channel",
        Team = "19:general@thread.tacv2",
        ServiceUrl = serviceUrl,
        Tenant = Tenant,
        Bot = Bot,
    };

    public static RoundView Round(string title) => new()
    {
        Id = "r1",
        Title = title,
        Stage = "workingGroup",
        Group = "verkehr",
        GroupName = "AG Verkehr",
        State = "open",
        Rule = "majority",
        QuorumPercent = 50,
        OpenedAt = _opened,
        Due = _opened.AddDays(14),
        ItemCount = 1,
        ElectorateCount = 2,
        Concept = "torgau",
        ConceptName = "INSEK Torgau",
        Version = 1,
        OpenedBy = new MemberView(Alex, "AG Verkehr, Leitung"),
        Chair = new MemberView(Alex, "AG Verkehr, Leitung"),
        Stamp = "s1",
        Items = [new BallotItemView { Kind = "measure", Id = "m-1", Number = "M 1", Title = "Radweg", Sector = "Verkehr", Revision = 1 }],
        Electorate = [new MemberView(Alex, "AG Verkehr, Leitung"), new MemberView(Megan, "AG Verkehr, Mitglied")],
        VotedCount = 0,
    };

    public static BallotView Ballot(string member) => new() { Round = "r1", For = new MemberView(member, "AG Verkehr, Mitglied"), Version = 0, MayCast = true };
}
