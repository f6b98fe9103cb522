using Insek.Office.Domain;
using Insek.Office.Functions.Storage;
using Insek.Office.Testing;

namespace Insek.Office.Functions.Tests.Storage;

/// <summary>A round that was stored once must stay readable: it is the record of what was decided.</summary>
public sealed class StoredRoundTests
{
    private static readonly ApprovalRound _round = new()
    {
        Id = new RoundId("r-1"),
        Title = "Radverkehr, zweite Runde",
        Stage = Stage.WorkingGroup,
        Group = new GroupId("ag-verkehr"),
        GroupName = "AG Verkehr",
        Procedure = new Procedure(DecisionRule.Majority, 60, IsOpenVoting: true),
        SteeringProcedure = new Procedure(DecisionRule.Unanimous, 50),
        SteeringDays = 14,
        OpenedBy = new MemberId("anna"),
        OpenedAt = new DateTimeOffset(2026, 11, 1, 8, 0, 0, TimeSpan.Zero),
        Due = new DateTimeOffset(2026, 11, 15, 22, 59, 59, TimeSpan.Zero),
        Chair = new MemberId("anna"),
        Items = [new BallotItem(ItemKind.Goal, new ItemId("verkehr-1"), 1), new BallotItem(ItemKind.Measure, new ItemId("verkehr-1-1"), 3, 2)],
        Electorate = [new MemberId("anna"), new MemberId("bert")],
        State = RoundState.Closed,
        Version = 4,
        ClosedFor = ClosingCause.Due,
        EndedAt = new DateTimeOffset(2026, 11, 15, 23, 0, 0, TimeSpan.Zero),
        Outcomes =
        [
            new ItemOutcome(new ItemId("verkehr-1"), 1, Decision.Passed, new VoteCount(2, 2, 0, 0, 0, 0), []),
            new ItemOutcome(new ItemId("verkehr-1-1"), 3, Decision.Failed, new VoteCount(2, 1, 0, 1, 0, 0), [new Statement(new MemberId("bert"), new MemberId("carl"), Choice.Reject, "Zu schmal.")]),
        ],
    };

    private static readonly Ballot _ballot = new()
    {
        For = new MemberId("bert"),
        By = new MemberId("carl"),
        CastAt = new DateTimeOffset(2026, 11, 3, 9, 30, 0, TimeSpan.Zero),
        Version = 2,
        Votes = [new Vote(new ItemId("verkehr-1"), 1, Choice.Approve), new Vote(new ItemId("verkehr-1-1"), 3, Choice.Reject, "Zu schmal: „2 m“.")],
        Operations = ["klick-1", "klick-2"],
        IsSealed = true,
    };

    [Fact]
    public void A_round_is_written_in_the_agreed_form()
    {
        var json = StoredJson.Write(_round, StoredRoundJson.Default.ApprovalRound);

        Snapshot.Match(json, "stored-round.json");
        Assert.Equal(_round, StoredJson.Read(json, StoredRoundJson.Default.ApprovalRound));
    }

    [Fact]
    public void Votes_are_written_in_the_agreed_form()
    {
        var json = StoredJson.Write(_ballot.Votes, StoredRoundJson.Default.ValueListVote);

        Snapshot.Match(json, "stored-votes.json");
        Assert.Equal(_ballot.Votes, StoredJson.Read(json, StoredRoundJson.Default.ValueListVote));
    }

    [Fact]
    public void Rows_give_back_what_was_put_into_them()
    {
        var concept = new ConceptId("town");

        Assert.Equal(_round, RoundRow.From(concept, _round, progress: 7).Read().Round);
        Assert.Equal(7, RoundRow.From(concept, _round, progress: 7).Read().Progress);
        Assert.Equal(_ballot, BallotRow.From(concept, _round.Id, _ballot).Read().Ballot);
        Assert.Equal(new Ballot { For = _ballot.For }, BallotRow.From(concept, _round.Id, new Ballot { For = _ballot.For }).Read().Ballot);
    }

    [Fact]
    public void The_largest_round_fits_into_its_row()
    {
        var largest = _round with
        {
            Items = Enumerable.Range(0, ApprovalRound.MaxItems).Select(number => new BallotItem(ItemKind.Measure, new ItemId($"{number:D64}"), 9_999, 9_998)).ToValueList(),
            Electorate = Enumerable.Range(0, ApprovalRound.MaxElectorate).Select(number => new MemberId($"{number:D64}")).ToValueList(),
            Outcomes = Enumerable.Range(0, ApprovalRound.MaxItems).Select(number => new ItemOutcome(new ItemId($"{number:D64}"), 9_999, Decision.PassedWithChange, new VoteCount(500, 500, 500, 500, 500, 500), [])).ToValueList(),
        };

        Assert.Equal(largest, RoundRow.From(new ConceptId("town"), largest).Read().Round);
    }

    [Fact]
    public void Hints_say_of_which_round_they_speak_and_sort_by_the_due_instant()
    {
        var (concept, round) = (new ConceptId("insek-torgau"), new RoundId("r-1.x-sg"));
        var hint = RoundHintRow.ForDue(concept, round, _round.Due);

        Assert.Equal((concept, round, _round.Due), (hint.ReadConcept(), hint.ReadRound(), hint.ReadDue()));
        Assert.Equal((concept, round), (RoundHintRow.ForStep(concept, round).ReadConcept(), RoundHintRow.ForStep(concept, round).ReadRound()));
        Assert.True(string.CompareOrdinal(hint.RowKey, RoundHintRow.DueKey(_round.Due.AddTicks(1))) < 0);
        Assert.True(string.CompareOrdinal(hint.RowKey, RoundHintRow.DueKey(_round.Due)) > 0);
    }
}
