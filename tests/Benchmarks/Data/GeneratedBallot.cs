using Insek.Office.Contracts;

namespace Insek.Office.Benchmarks.Data;

/// <summary>An open round of a working group on generated measures, as the API shows it, and a ballot of it.</summary>
internal static class GeneratedBallot
{
    public const string Concept = "musterstadt";

    /// <summary>Every so many-th item reads differently from what the group last voted on.</summary>
    private const int ChangedEvery = 8;

    private static readonly DateTimeOffset _opened = new(2026, 11, 2, 8, 0, 0, TimeSpan.Zero);

    /// <summary>The round.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="items">How many measures it asks about; each has a title and a description of 300 to 600 characters.</param>
    /// <param name="voters">How many may vote.</param>
    public static RoundView Round(string id, int items, int voters)
    {
        var town = GeneratedTown.Document(Concept, items);
        return new RoundView
        {
            Id = id,
            Title = "Maßnahmen für das Jahr 2027",
            Stage = "workingGroup",
            Group = "ag",
            GroupName = "AG Verkehr",
            State = "open",
            Rule = "majority",
            QuorumPercent = 50,
            OpenedAt = _opened,
            Due = _opened.AddDays(28),
            ItemCount = items,
            ElectorateCount = voters,
            Concept = Concept,
            ConceptName = "INSEK Musterstadt",
            Version = 2,
            OpenedBy = Member(0),
            Chair = Member(0),
            Stamp = "0123456789abcdef",
            Items = [.. town.Measures.Select((measure, index) => Item(measure, index, town))],
            Electorate = [.. Enumerable.Range(0, voters).Select(Member)],
            VotedCount = voters / 2,
        };
    }

    /// <summary>A ballot on which nothing was said yet.</summary>
    public static BallotView Ballot(RoundView round, int voter) => new() { Round = round.Id, For = Member(voter), Version = 0, MayCast = true };

    /// <summary>The same ballot, cast: every eighth item refused with a reason.</summary>
    public static BallotView Cast(RoundView round, int voter) => Ballot(round, voter) with
    {
        By = Member(voter),
        CastAt = round.OpenedAt.AddDays(1),
        Version = 1,
        Votes =
        [
            .. round.Items.Select((item, index) => index % ChangedEvery == 1
                ? new VoteView(item.Id, item.Revision, "reject", "Die Kosten sind zu niedrig angesetzt, und die Abstimmung mit dem Landkreis steht noch aus.")
                : new VoteView(item.Id, item.Revision, "approve")),
        ],
    };

    private static MemberView Member(int number) => new(FormattableString.Invariant($"mitglied-{number}"), FormattableString.Invariant($"AG Verkehr, Mitglied {number}"));

    private static BallotItemView Item(MeasureDocument measure, int index, ConceptDocument town)
    {
        var isChanged = index % ChangedEvery == 0;
        return new BallotItemView
        {
            Kind = "measure",
            Id = measure.Id!,
            Number = FormattableString.Invariant($"M {index + 1}"),
            Title = measure.Title!,
            Description = measure.Description,
            Sector = town.Sectors.First(sector => sector.Key == measure.Sector).Name!,
            Goal = town.Goals.First(goal => goal.Id == measure.Goal).Title,
            Areas = [.. measure.Areas.Select(id => town.Areas.First(area => area.Id == id).Name!)],
            Revision = isChanged ? 2 : 1,
            ChangedSinceRevision = isChanged ? 1 : null,
            ChangedAt = isChanged ? _opened.AddDays(-1) : null,
            Changes = isChanged ? [Change(measure)] : [],
        };
    }

    private static FieldDiff Change(MeasureDocument measure) => new()
    {
        Field = "title",
        Before = $"{measure.Title} (alt)",
        After = measure.Title,
        Words = [new("same", measure.Title!), new("removed", " (alt)")],
    };
}
