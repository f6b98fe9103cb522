using FsCheck;
using FsCheck.Fluent;
using Insek.Office.Domain.Lists;

namespace Insek.Office.Domain.Tests.Lists.Values;

/// <summary>Priorities of every scale.</summary>
public sealed class PriorityReaderTests
{
    private static readonly PriorityScale _oneToFive = new() { Direction = PriorityDirection.OneIsHighest, Steps = 5 };

    [Theory]
    [InlineData("hoch", Priority.High)]
    [InlineData("HOCH", Priority.High)]
    [InlineData("hohe Priorität", Priority.High)]
    [InlineData("mittel", Priority.Medium)]
    [InlineData("gering", Priority.Low)]
    [InlineData("niedrig", Priority.Low)]
    [InlineData("Priorität: hoch", Priority.High)]
    [InlineData("A", Priority.High)]
    [InlineData("b", Priority.Medium)]
    [InlineData("C", Priority.Low)]
    [InlineData("Prio A", Priority.High)]
    [InlineData("★★☆", Priority.Medium)]
    public void A_grade_of_three_is_understood(string written, Priority priority)
    {
        var reading = PriorityReader.Read(written, PriorityScale.Unknown);

        Assert.Equal((CellUnderstanding.Understood, priority), (reading.Understanding, reading.Value?.Priority));
    }

    [Fact]
    public void More_stars_are_higher_where_the_list_shows_how_many_there_are()
    {
        var scale = PriorityScale.Propose("Priorität", ["*", "***", "**"]);

        Assert.Equal([Priority.High, Priority.Medium, Priority.Low], new[] { "***", "**", "*" }.Select(written => PriorityReader.Read(written, scale).Value!.Priority));
        Assert.Equal(CellUnderstanding.Unclear, PriorityReader.Read("***", PriorityScale.Unknown).Understanding);
    }

    [Theory]
    [InlineData("sehr hoch", Priority.High)]
    [InlineData("höchste Priorität", Priority.High)]
    [InlineData("sehr gering", Priority.Low)]
    [InlineData("A++", Priority.High)]
    [InlineData("A+", Priority.High)]
    public void A_finer_grade_is_read_and_kept(string written, Priority priority)
    {
        var reading = PriorityReader.Read(written, PriorityScale.Unknown);

        Assert.Equal((CellUnderstanding.Partly, priority, written), (reading.Understanding, reading.Value?.Priority, reading.Remark));
    }

    [Theory]
    [InlineData("mittel bis hoch", new[] { Priority.Medium, Priority.High })]
    [InlineData("hoch/mittel", new[] { Priority.High, Priority.Medium })]
    [InlineData("B+", new[] { Priority.High, Priority.Medium })]
    [InlineData("★★☆☆", new[] { Priority.Medium, Priority.Low })]
    public void A_grade_between_two_is_asked(string written, Priority[] choices)
    {
        var reading = PriorityReader.Read(written, PriorityScale.Unknown);

        Assert.Equal((CellUnderstanding.Unclear, CellReasons.BetweenGrades), (reading.Understanding, reading.Reason));
        Assert.Equal(choices, reading.Choices.Select(choice => choice.Priority));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("5")]
    [InlineData("Prio 1")]
    [InlineData("1.")]
    [InlineData("I")]
    [InlineData("III")]
    [InlineData("P2")]
    public void A_number_without_a_direction_is_asked(string written)
    {
        var reading = PriorityReader.Read(written, PriorityScale.Unknown);

        Assert.Equal((CellUnderstanding.Unclear, CellReasons.DirectionUnknown, 3), (reading.Understanding, reading.Reason, reading.Choices.Count));
    }

    [Theory]
    [InlineData("1", PriorityDirection.OneIsHighest, 3, Priority.High)]
    [InlineData("2", PriorityDirection.OneIsHighest, 3, Priority.Medium)]
    [InlineData("3", PriorityDirection.OneIsHighest, 3, Priority.Low)]
    [InlineData("1", PriorityDirection.OneIsLowest, 3, Priority.Low)]
    [InlineData("III", PriorityDirection.OneIsHighest, 3, Priority.Low)]
    [InlineData("Prio. 1", PriorityDirection.OneIsHighest, 3, Priority.High)]
    [InlineData("1. Priorität", PriorityDirection.OneIsHighest, 3, Priority.High)]
    [InlineData("1", PriorityDirection.OneIsHighest, 5, Priority.High)]
    [InlineData("3", PriorityDirection.OneIsHighest, 5, Priority.Medium)]
    [InlineData("5", PriorityDirection.OneIsLowest, 5, Priority.High)]
    [InlineData("5", PriorityDirection.OneIsHighest, 5, Priority.Low)]
    public void A_number_is_read_in_the_lists_direction(string written, PriorityDirection direction, int steps, Priority priority) =>
        Assert.Equal(priority, PriorityReader.Read(written, new PriorityScale { Direction = direction, Steps = steps }).Value?.Priority);

    [Fact]
    public void The_steps_between_are_asked()
    {
        Assert.Equal([Priority.High, Priority.Medium], PriorityReader.Read("2", _oneToFive).Choices.Select(choice => choice.Priority));
        Assert.Equal([Priority.Medium, Priority.Low], PriorityReader.Read("4", _oneToFive).Choices.Select(choice => choice.Priority));
        Assert.Equal(CellReasons.NotRecognised, PriorityReader.Read("6", _oneToFive).Reason);
    }

    [Fact]
    public void A_bare_A_is_not_the_highest_where_the_list_has_A_plus()
    {
        var scale = PriorityScale.Propose("Priorität", ["A++", "A", "B", "C"]);

        Assert.Equal(CellUnderstanding.Unclear, PriorityReader.Read("A", scale).Understanding);
        Assert.Equal(Priority.High, PriorityReader.Read("A++", scale).Value?.Priority);
        Assert.Equal(Priority.Low, PriorityReader.Read("C", scale).Value?.Priority);
    }

    [Theory]
    [InlineData("Priorität (1 = hoch, 3 = gering)", PriorityDirection.OneIsHighest, 3)]
    [InlineData("Priorität 1–5 (1 = sehr hoch)", PriorityDirection.OneIsHighest, 5)]
    [InlineData("Priorität (1 = gering … 5 = hoch)", PriorityDirection.OneIsLowest, 5)]
    [InlineData("Dringlichkeit (5 = hoch, 1 = niedrig)", PriorityDirection.OneIsLowest, 5)]
    [InlineData("Prio. 1 bis 3", null, 3)]
    [InlineData("Priorität (3 = höchste)", PriorityDirection.OneIsLowest, 3)]
    [InlineData("Priorität 2024", null, null)]
    [InlineData("Priorität", null, null)]
    public void The_heading_proposes_direction_and_steps(string heading, PriorityDirection? direction, int? steps)
    {
        var scale = PriorityScale.Propose(heading, []);

        Assert.Equal((direction, steps), (scale.Direction, scale.Steps));
    }

    [Fact]
    public void A_cell_that_explains_its_number_proposes_the_direction()
    {
        Assert.Equal(PriorityDirection.OneIsHighest, PriorityScale.Propose("Priorität", ["1 (hoch)", "2", "3"]).Direction);
        Assert.Equal(PriorityDirection.OneIsLowest, PriorityScale.Propose("Priorität", ["1 - gering", "3 - hoch"]).Direction);
        Assert.Null(PriorityScale.Propose("Priorität", ["1 (hoch)", "1 (gering)"]).Direction);
        Assert.Equal(Priority.High, PriorityReader.Read("1 (hoch)", PriorityScale.Unknown).Value?.Priority);
    }

    [Theory]
    [InlineData("A–D", "D", Priority.Low)]
    [InlineData("A–D", "A", Priority.High)]
    public void Four_letters_are_a_scale_of_four(string heading, string written, Priority priority)
    {
        var scale = PriorityScale.Propose(heading, ["A", "B", "C", "D"]);

        Assert.Equal(priority, PriorityReader.Read(written, scale).Value?.Priority);
        Assert.Equal(CellUnderstanding.Unclear, PriorityReader.Read("B", scale).Understanding);
    }

    [Fact]
    public void Turning_a_scale_round_turns_its_priorities_round() => Prop.ForAll(Gen.Choose(2, 9).ToArbitrary(), Gen.Choose(1, 9).ToArbitrary(), (steps, number) =>
    {
        var up = PriorityReader.Read($"{number}", new PriorityScale { Direction = PriorityDirection.OneIsHighest, Steps = steps });
        var down = PriorityReader.Read($"{steps - number + 1}", new PriorityScale { Direction = PriorityDirection.OneIsLowest, Steps = steps });
        return number > steps || (up.Value == down.Value && up.Choices.Equals(down.Choices));
    }).QuickCheckThrowOnFailure();
}
