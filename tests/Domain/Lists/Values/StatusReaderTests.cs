using Insek.Office.Domain.Lists;

namespace Insek.Office.Domain.Tests.Lists.Values;

/// <summary>How far measures have come, and yes or no.</summary>
public sealed class StatusReaderTests
{
    [Theory]
    [InlineData("in Umsetzung", ItemState.InProgress, null)]
    [InlineData("In Umsetzung.", ItemState.InProgress, null)]
    [InlineData("in Arbeit", ItemState.InProgress, null)]
    [InlineData("umgesetzt", ItemState.Done, 100)]
    [InlineData("abgeschlossen", ItemState.Done, 100)]
    [InlineData("erledigt", ItemState.Done, 100)]
    [InlineData("nicht begonnen", null, 0)]
    [InlineData("noch nicht umgesetzt", null, 0)]
    [InlineData("zurückgestellt", ItemState.Deferred, null)]
    [InlineData("abgelehnt", ItemState.Rejected, null)]
    [InlineData("50 %", null, 50)]
    [InlineData("50%", null, 50)]
    [InlineData("0 %", null, 0)]
    [InlineData("100 Prozent", null, 100)]
    public void What_the_concept_has_is_understood(string written, ItemState? state, int? progress)
    {
        var reading = StatusReader.Read(written, null);

        Assert.Equal((CellUnderstanding.Understood, new StatusMark(state, progress)), (reading.Understanding, reading.Value));
    }

    [Theory]
    [InlineData("beschlossen", CellReasons.DecisionNotFromList)]
    [InlineData("Stadtratsbeschluss vom 01.03.2024", CellReasons.DecisionNotFromList)]
    [InlineData("abgestimmt", CellReasons.DecisionNotFromList)]
    [InlineData("entfällt", CellReasons.Cancelled)]
    [InlineData("gestrichen", CellReasons.Cancelled)]
    [InlineData("grün", CellReasons.TrafficLight)]
    [InlineData("🔴", CellReasons.TrafficLight)]
    [InlineData("in Planung", CellReasons.BetweenGrades)]
    [InlineData("teilweise umgesetzt", CellReasons.BetweenGrades)]
    [InlineData("Fördermittel beantragt", CellReasons.NotRecognised)]
    [InlineData("bald umgesetzt", CellReasons.NotRecognised)]
    [InlineData("in Umsetzung ab 2030", CellReasons.NotRecognised)]
    [InlineData("k. A.", CellReasons.NotStated)]
    [InlineData("umgesetzt, aber mangelhaft", CellReasons.MoreText)]
    [InlineData("umgesetzt (teilweise)", CellReasons.MoreText)]
    [InlineData("umgesetzt (1. BA)", CellReasons.MoreText)]
    public void What_a_list_cannot_decide_is_asked(string written, string reason)
    {
        var reading = StatusReader.Read(written, null);

        Assert.Equal((CellUnderstanding.Unclear, reason, null), (reading.Understanding, reading.Reason, reading.Value));
    }

    [Theory]
    [InlineData("umgesetzt (2023)", ItemState.Done)]
    [InlineData("umgesetzt 2023", ItemState.Done)]
    [InlineData("umgesetzt am 01.03.2024", ItemState.Done)]
    [InlineData("umgesetzt (März 2024)", ItemState.Done)]
    [InlineData("in Umsetzung seit 2022", ItemState.InProgress)]
    [InlineData("in Umsetzung (Bauphase)", ItemState.InProgress)]
    public void A_year_or_a_bracket_beside_the_word_is_kept(string written, ItemState state)
    {
        var reading = StatusReader.Read(written, null);

        Assert.Equal((CellUnderstanding.Partly, state, written), (reading.Understanding, reading.Value?.State, reading.Remark));
    }

    [Theory]
    [InlineData("0.5", null, 50)]
    [InlineData("50", null, 50)]
    [InlineData("1", ProgressScale.Fraction, 100)]
    [InlineData("1", ProgressScale.Percent, 1)]
    [InlineData("75", ProgressScale.Percent, 75)]
    [InlineData("0", null, 0)]
    public void A_number_is_a_share_or_percent(string written, ProgressScale? scale, int progress) =>
        Assert.Equal(progress, StatusReader.Read(written, scale).Value?.Progress);

    [Fact]
    public void One_may_be_all_or_one_percent() =>
        Assert.Equal([100, 1], StatusReader.Read("1", null).Choices.Select(choice => choice.Progress!.Value));

    [Fact]
    public void No_reading_decides_what_groups_and_council_decide()
    {
        ItemState[] decided = [ItemState.Agreed, ItemState.Resolved, ItemState.InWorkingGroup, ItemState.InSteeringGroup];
        string[] written = ["beschlossen", "abgestimmt", "Agreed", "Resolved", "vom Stadtrat beschlossen", "in der Arbeitsgruppe", "genehmigt", "ja", "100 %", "umgesetzt"];

        var states = written.Select(cell => StatusReader.Read(cell, null)).SelectMany(reading => reading.Choices.Append(reading.Value)).Select(mark => mark?.State);

        Assert.DoesNotContain(states, state => state is { } told && decided.Contains(told));
    }

    [Theory]
    [InlineData("x", true)]
    [InlineData(" X ", true)]
    [InlineData("ja", true)]
    [InlineData("●", true)]
    [InlineData("✓", true)]
    [InlineData("✔", true)]
    [InlineData("1", true)]
    [InlineData("true", true)]
    [InlineData("nein", false)]
    [InlineData("0", false)]
    [InlineData("○", false)]
    public void Yes_and_no_are_understood(string written, bool isSet) => Assert.Equal(isSet, FlagReader.Read(written).Value?.IsSet);

    [Theory]
    [InlineData("", CellUnderstanding.Empty)]
    [InlineData("-", CellUnderstanding.Empty)]
    [InlineData("(x)", CellUnderstanding.Unclear)]
    [InlineData("✗", CellUnderstanding.Unclear)]
    [InlineData("Schlüssel", CellUnderstanding.Unclear)]
    public void Other_marks_are_neither_yes_nor_no(string written, CellUnderstanding understanding) =>
        Assert.Equal((understanding, null), (FlagReader.Read(written).Understanding, FlagReader.Read(written).Value));
}
