namespace Insek.Office.Domain.Tests.Directory;

/// <summary>Who belongs to what.</summary>
public sealed class TenantDirectoryTests
{
    private static readonly Group _traffic = new()
    {
        Id = new GroupId("ag-verkehr"),
        Name = "AG Verkehr",
        Kind = GroupKind.WorkingGroup,
        Concept = new ConceptId("torgau"),
        Members = [new MemberId("anna")],
        Deputies = [new Deputyship(new MemberId("anna"), new MemberId("ben"), new DateOnly(2026, 7, 1), new DateOnly(2026, 7, 31))],
    };

    [Theory]
    [InlineData("2026-06-30", false)]
    [InlineData("2026-07-01", true)]
    [InlineData("2026-07-31", true)]
    [InlineData("2026-08-01", false)]
    public void A_deputy_stands_in_from_the_first_to_the_last_day(string day, bool stands) =>
        Assert.Equal(stands, _traffic.IsDeputy(new MemberId("ben"), new MemberId("anna"), DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void A_concept_is_seen_by_members_deputies_and_administrators_only()
    {
        var directory = new TenantDirectory([], [_traffic], [new MemberId("carla")], []);

        Assert.Equal([true, true, true, false], new[] { "anna", "ben", "carla", "doris" }.Select(id => directory.MaySee(new MemberId(id), _traffic.Concept)));
        Assert.False(directory.MaySee(new MemberId("anna"), new ConceptId("belgern")));
    }

    [Fact]
    public void A_concept_has_one_steering_group()
    {
        var steering = _traffic with { Id = new GroupId("sg"), Kind = GroupKind.SteeringGroup };

        Assert.Equal(steering, new TenantDirectory([], [_traffic, steering], [], []).SteeringGroupOf(_traffic.Concept));
        Assert.Throws<ArgumentException>(() => new TenantDirectory([], [steering, steering with { Id = new GroupId("sg2") }], [], []));
    }
}
