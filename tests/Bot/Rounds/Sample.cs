using System.Globalization;
using Insek.Office.Contracts;

namespace Insek.Office.Bot.Tests.Rounds;

/// <summary>Rounds and ballots of a working group of four.</summary>
internal static class Sample
{
    public static readonly DateTimeOffset Due = new(2026, 11, 24, 17, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset CastAt = new(2026, 11, 22, 9, 30, 0, TimeSpan.Zero);

    public static CultureInfo German { get; } = CultureInfo.GetCultureInfo("de-DE");

    public static MemberView Chair { get; } = new("chair", "AG Verkehr, Leitung");

    public static MemberView Planner { get; } = new("planner", "Planungsbüro");

    public static MemberView Council { get; } = new("council", "Stadtverwaltung, Tiefbau");

    public static MemberView Club { get; } = new("club", "Fahrradverein");

    public static IReadOnlyList<MemberView> Members { get; } = [Chair, Planner, Council, Club];

    public static RoundView Round(int items = 4) => Round([.. Enumerable.Range(0, items).Select(Item)]);

    public static RoundView Round(IReadOnlyList<BallotItemView> items) => new()
    {
        Id = "r1",
        Title = "Verkehr und Mobilität, Ziele 1 bis 3",
        Stage = "workingGroup",
        Group = "ag-verkehr",
        GroupName = "AG Verkehr",
        State = "open",
        Rule = "unanimous",
        QuorumPercent = 50,
        OpenedAt = new DateTimeOffset(2026, 11, 10, 8, 0, 0, TimeSpan.Zero),
        Due = Due,
        ItemCount = items.Count,
        ElectorateCount = 4,
        Concept = "torgau",
        ConceptName = "INSEK Torgau 2035",
        Version = 3,
        OpenedBy = Chair,
        Chair = Chair,
        Stamp = "s1",
        Items = items,
        Electorate = Members,
        VotedCount = 2,
    };

    public static BallotItemView Item(int index) => index switch
    {
        0 => new BallotItemView
        {
            Kind = "goal",
            Id = "g1",
            Number = "1",
            Title = "Den Fuß- und Radverkehr stärken",
            Description = "Lückenschluss im Radwegenetz\nBarrierefreie Wege in der Altstadt\nAbstellanlagen an Bahnhof und Schulen",
            Sector = "Verkehr und Mobilität",
            Areas = ["Gesamtstadt"],
            Revision = 1,
        },
        1 => new BallotItemView
        {
            Kind = "measure",
            Id = "m-12",
            Number = "V-12",
            Title = "Radweg an der B 182 zwischen Torgau und Melpitz",
            Description = "Neubau eines straßenbegleitenden Radwegs.",
            Sector = "Verkehr und Mobilität",
            Goal = "Den Fuß- und Radverkehr stärken",
            Areas = ["PG I Altstadt", "PG III Nordwest"],
            Revision = 3,
            ChangedSinceRevision = 2,
            ChangedAt = new DateTimeOffset(2026, 3, 12, 10, 0, 0, TimeSpan.Zero),
            Changes =
            [
                new FieldDiff
                {
                    Field = "title",
                    Before = "Radweg an der B 182 bis Melpitz",
                    After = "Radweg an der B 182 zwischen Torgau und Melpitz",
                    Words = [new("same", "Radweg an der B 182 "), new("removed", "bis "), new("added", "zwischen Torgau und "), new("same", "Melpitz")],
                },
                new FieldDiff { Field = "horizon", Before = "langfristig", After = "mittelfristig" },
            ],
        },
        _ => new BallotItemView
        {
            Kind = "measure",
            Id = $"m-{index + 20}",
            Number = $"V-{index + 20}",
            Title = $"Querungshilfe für Fußgänger*innen an der Straße Nr. {index}",
            Description =
                "Die Querung liegt auf dem Schulweg und wird täglich von vielen Kindern genutzt. Vorgesehen sind eine Mittelinsel, abgesenkte Borde, taktile Leitelemente und "
                + "eine bessere Beleuchtung; die Planung wird mit dem Straßenbaulastträger abgestimmt.",
            Sector = "Verkehr und Mobilität",
            Goal = "Den Fuß- und Radverkehr stärken",
            Areas = [$"PG {(index % 7) + 1}"],
            Revision = 1,
        },
    };

    public static BallotView Ballot(RoundView round, BallotDraft? draft = null) => new()
    {
        Round = round.Id,
        For = Planner,
        Version = 0,
        MayCast = true,
        Draft = draft,
    };

    /// <summary>A ballot that rejects the second item and approves the others.</summary>
    public static BallotView Cast(RoundView round) => Ballot(round) with
    {
        By = Planner,
        CastAt = CastAt,
        Version = 1,
        Votes = [.. round.Items.Select((item, index) => index == 1
            ? new VoteView(item.Id, item.Revision, "reject", "Die Trasse *zerschneidet* das Schutzgebiet.\nBitte die Variante 2 prüfen.")
            : new VoteView(item.Id, item.Revision, "approve"))],
    };

    public static BallotDraft Draft(params IReadOnlyList<DraftVote> votes) => new() { Picked = [.. votes.Select(vote => vote.Item)], Votes = votes, Step = "details" };

    /// <summary>The round after it has closed: one item each way.</summary>
    public static RoundView Closed() => Round(5) with
    {
        State = "closed",
        ClosedFor = "due",
        EndedAt = Due,
        Voted = [Chair, Planner, Council],
        VotedCount = 3,
        FollowedBy = "r1-s",
        Outcomes =
        [
            Outcome("g1", "passed", approve: 3),
            Outcome("m-12", "failed", approve: 2, reject: 1) with { Statements = [new StatementView(Planner, Planner, "reject", "Die Trasse zerschneidet das Schutzgebiet.")] },
            Outcome("m-22", "passedWithChange", approve: 2, withChange: 1) with { Statements = [new StatementView(Council, Chair, "approveWithChange", "Zusätzlich eine Ampel vorsehen.")] },
            Outcome("m-23", "undecided", approve: 1, recused: 2),
            Outcome("m-24", "withdrawn"),
        ],
    };

    private static OutcomeView Outcome(string item, string decision, int approve = 0, int withChange = 0, int reject = 0, int recused = 0) => new()
    {
        Item = item,
        Revision = 1,
        Decision = decision,
        Entitled = 4 - recused,
        Approve = approve,
        ApproveWithChange = withChange,
        Reject = reject,
        Abstain = 0,
        Recused = recused,
    };
}
