using Insek.Office.Contracts;

namespace Insek.Office.Bot.Tests.Deadlines;

/// <summary>Deadlines of Torgau as they stand on Monday, 18 March 2024.</summary>
internal static class Due
{
    public const string Torgau = "insek-torgau";

    /// <summary>That Monday, 08:00 in Torgau.</summary>
    public static readonly DateTimeOffset Now = new(2024, 3, 18, 7, 0, 0, TimeSpan.Zero);

    public static MemberView Owner { get; } = new("owner", "Stadtentwicklung, Sachbearbeitung");

    public static MemberView Roads { get; } = new("roads", "Tiefbauamt, Leitung");

    public static MemberView Administrator { get; } = new("administrator", "INSEK-Koordination, Stadtverwaltung");

    private static DateOnly Today => new(2024, 3, 18);

    public static DeadlineActions Own { get; } = new() { Done = true, Move = true, HandOver = true };

    public static DeadlineActions Others { get; } = new() { Done = true, Move = true, MoveNeedsReason = true, HandOver = true, Waive = true };

    public static DeadlineView Deadline(string id, string title, int days, string kind = "milestone") => new()
    {
        Id = id,
        Concept = Torgau,
        ConceptName = "INSEK Torgau 2035",
        Kind = kind,
        Title = title,
        Due = Today.AddDays(days),
        DueAt = new DateTimeOffset(2024, 3, 18, 22, 59, 59, TimeSpan.Zero).AddDays(days),
        DaysLeft = days,
        Overdue = days < 0,
        State = "open",
        Owners = kind == "roundDue" ? [] : [Owner],
        Source = new DeadlineSourceView(kind switch { "roundDue" => "round", "measureDue" => "measure", _ => "none" }, kind is "roundDue" or "measureDue" ? $"s-{id}" : null),
        Version = 3,
        Actions = kind == "roundDue" ? new DeadlineActions() : Own,
    };

    public static DeadlineView Council { get; } = Deadline("d-council", "Beschluss des Stadtrats über das INSEK", 2);

    public static DeadlineView Measure { get; } = Deadline("d-measure", "Radweg an der B 182 zwischen *Torgau* und Melpitz", -4, "measureDue") with { Office = "Amt für Stadtentwicklung", MovedFrom = new DateOnly(2024, 2, 29) };

    public static DeadlineView Round { get; } = Deadline("d-round", "Verkehr und Mobilität, Ziele 1 bis 3", 0, "roundDue") with
    {
        HasTime = true,
        DueAt = new DateTimeOffset(2024, 3, 18, 17, 0, 0, TimeSpan.Zero),
        Round = new RoundStanding(1, 8, 50, HasQuorum: false),
    };

    public static DeadlineView Done { get; } = Deadline("d-done", "Fördermittelantrag Städtebauförderung, Programm „Lebendige Zentren“", 1, "fundingApplication") with
    {
        State = "done",
        ClosedBy = Owner,
        ClosedAt = Now.AddMinutes(72),
        Version = 4,
        Actions = new DeadlineActions { Reopen = true },
    };

    /// <summary>What the owner was reminded of, as it stands in <paramref name="deadlines"/>.</summary>
    public static DigestView Digest(params IReadOnlyList<DeadlineView> deadlines) => new()
    {
        Date = Today,
        Member = Owner,
        Concepts =
        [
            .. deadlines.GroupBy(deadline => (deadline.Concept, deadline.ConceptName))
                .Select(concept => new DigestConcept(concept.Key.Concept, concept.Key.ConceptName, [.. concept.Select(Entry)])),
        ],
        Count = deadlines.Count,
        OpenCount = deadlines.Count(deadline => !Entry(deadline).Settled),
    };

    public static DigestView Full { get; } = Digest(
        Measure,
        Round,
        Done,
        Council,
        Deadline("d-gone", "Öffentliche Auslegung des Entwurfs", 8) with { Owners = [Roads], Actions = new DeadlineActions(), Version = 5 },
        Deadline("d-belgern", "Bürgerversammlung in der Stadthalle", 14) with { Concept = "insek-belgern", ConceptName = "INSEK Belgern-Schildau" });

    public static RoundSummary Summary { get; } = new()
    {
        Id = "r1",
        Title = "Verkehr und Mobilität, Ziele 1 bis 3",
        Stage = "workingGroup",
        Group = "ag-verkehr",
        GroupName = "AG Verkehr",
        State = "open",
        Rule = "unanimous",
        QuorumPercent = 50,
        OpenedAt = Now.AddDays(-14),
        Due = new DateTimeOffset(2024, 3, 20, 17, 0, 0, TimeSpan.Zero),
        ItemCount = 12,
        ElectorateCount = 4,
    };

    public static EscalationView Escalation { get; } = new()
    {
        Concept = Torgau,
        ConceptName = "INSEK Torgau 2035",
        Round = Summary,
        Why = "noQuorum",
        Standing = new RoundStanding(1, 4, 50, HasQuorum: false),
        Missing = [Owner, Roads, new MemberView("club", "Fahrradverein Torgau e. V.", Guest: true)],
        Chair = new MemberView("chair", "AG Verkehr, Leitung"),
        MayManage = true,
        ProposedDue = new DateTimeOffset(2024, 3, 27, 17, 0, 0, TimeSpan.Zero),
    };

    public static OverviewView Overview { get; } = new()
    {
        Week = "2024-W12",
        From = Today,
        Until = Today.AddDays(6),
        Concepts =
        [
            new OverviewConcept
            {
                Concept = Torgau,
                ConceptName = "INSEK Torgau 2035",
                Overdue = [Measure, Deadline("d-2", "Sanierung der Straße des Friedens einschließlich barrierefreier Haltestellen und neuer Beleuchtung", -1, "measureDue")],
                OverdueCount = 2,
                DueThisWeek = [Council],
                DueThisWeekCount = 1,
                WithoutQuorum = [new RoundWithoutQuorum("r1", Summary.Title, "AG Verkehr", Summary.Due, new RoundStanding(1, 4, 50, HasQuorum: false))],
                WithoutOwner = [.. Enumerable.Range(1, 10).Select(number => Deadline($"d-w{number}", $"Maßnahme {number} des Fachkonzepts Verkehr", 20 + number, "measureDue") with { Owners = [], Office = "Straßenmeisterei" })],
                WithoutOwnerCount = 63,
            },
        ],
        FailedNotices =
        [
            new FailedNotice { Id = "n1", Concept = Torgau, Kind = "ballotCard", Member = Roads, Reason = "conversation-removed", Attempts = 3, FailedAt = Now },
        ],
        FailedNoticesCount = 1,
        Unreachable = [new UnreachableMember(new MemberView("club", "Fahrradverein Torgau e. V.", Guest: true), "guest"), new UnreachableMember(Roads, "notInstalled", "Forbidden by policy")],
        UnreachableCount = 2,
    };

    public static ProgressQuestionsView Questions { get; } = new("2024-Q1", Owner,
    [
        Question("verkehr-1-1", "V-11", "Radweg an der B 182 zwischen Torgau und Melpitz") with { NextStep = "Grunderwerb abschließen", ActualCostEuro = 12_500.5m, Due = new DateOnly(2025, 12, 31) },
        Question("verkehr-1-2", "V-12", "Querungshilfe am Schulweg") with { Progress = 60, AnsweredAt = Now.AddMinutes(30), AnsweredBy = Owner },
        Question("verkehr-1-3", "V-13", "Abstellanlagen am Bahnhof") with { AnsweredAt = Now.AddMinutes(31), AnsweredBy = Owner, Unchanged = true },
    ]);

    private static DigestEntry Entry(DeadlineView deadline) => new(deadline, deadline.State != "open" || (deadline.Owners.Count > 0 && !deadline.Owners.Contains(Owner)));

    private static ProgressQuestion Question(string measure, string number, string title) => new()
    {
        Concept = Torgau,
        ConceptName = "INSEK Torgau 2035",
        Measure = measure,
        Number = number,
        Title = title,
        Progress = 20,
    };
}
