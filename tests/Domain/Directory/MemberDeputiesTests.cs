using FsCheck;
using FsCheck.Fluent;

namespace Insek.Office.Domain.Tests.Directory;

/// <summary>Periods in which somebody stands in for a member.</summary>
public sealed class MemberDeputiesTests
{
    private static readonly MemberId _anna = new("anna");
    private static readonly MemberId _bert = new("bert");
    private static readonly DateOnly _today = new(2026, 11, 23);

    private static readonly MemberDeputies _none = new() { Member = _anna };

    [Theory]
    [InlineData("anna", 0, 3, "deputy-self")]
    [InlineData("bert", 3, 2, "invalid-content")]
    [InlineData("bert", -5, -1, "deputy-period-past")]
    [InlineData("bert", 5, 9, "deputy-period-overlaps")]
    [InlineData("bert", 14, 20, "deputy-period-overlaps")]
    [InlineData("bert", 0, 99, "deputy-period-overlaps")]
    public void What_cannot_be_is_refused(string deputy, int from, int until, string code)
    {
        Assert.True(_none.Name(_bert, _today.AddDays(9), _today.AddDays(14), _today).TryGet(out var deputies, out _));

        Assert.Equal(code, deputies.Name(new MemberId(deputy), _today.AddDays(from), _today.AddDays(until), _today).Refusal?.Code);
    }

    [Fact]
    public void A_period_may_begin_on_the_day_after_another_ends_and_last_one_day()
    {
        Assert.True(_none.Name(_bert, _today.AddDays(1), _today.AddDays(5), _today).TryGet(out var deputies, out _));
        Assert.True(deputies.Name(new MemberId("carla"), _today.AddDays(6), _today.AddDays(6), _today).TryGet(out deputies, out _));
        Assert.True(deputies.Name(new MemberId("dora"), _today, _today, _today).TryGet(out deputies, out _));

        Assert.Equal(["dora", "bert", "carla"], deputies.Periods.Select(period => period.Deputy.Value));
    }

    [Fact]
    public void A_period_that_has_begun_can_be_shortened_and_one_that_has_ended_is_forgotten()
    {
        Assert.True(_none.Name(_bert, _today, _today.AddDays(9), _today).TryGet(out var deputies, out _));
        Assert.True(deputies.Name(_bert, _today, _today.AddDays(4), _today.AddDays(3)).TryGet(out var shorter, out _));
        Assert.True(shorter.Name(_bert, _today.AddDays(20), _today.AddDays(21), _today.AddDays(10)).TryGet(out var later, out _));

        Assert.Equal(_today.AddDays(4), Assert.Single(shorter.Periods).Until);
        Assert.Equal(_today.AddDays(20), Assert.Single(later.Periods).From);
        Assert.Empty(later.Withdraw(null, _today).Periods);
        Assert.Empty(later.Withdraw(_today.AddDays(20), _today).Periods);
        Assert.Single(later.Withdraw(_today.AddDays(3), _today).Periods);
    }

    [Fact]
    public void A_deputy_stands_in_wherever_the_member_of_a_concept_may_vote_and_in_no_other_concept()
    {
        Group Of(string id, string concept, params string[] members) => new()
        {
            Id = new GroupId(id),
            Name = id,
            Kind = GroupKind.WorkingGroup,
            Concept = new ConceptId(concept),
            Members = members.Select(member => new MemberId(member)).ToValueList(),
        };
        var directory = new TenantDirectory([new Member(_anna, "Anna"), new Member(_bert, "Bert")], [Of("ag", "torgau", "anna"), Of("nachbar", "torgau"), Of("fern", "oschatz")], [_anna], []) { AsOf = DateTimeOffset.UnixEpoch };

        var known = directory.WithDeputies([new Deputyship(_anna, _bert, _today, _today)]);

        Assert.Equal([true, true, false], known.Groups.Select(group => group.IsDeputy(_bert, _anna, _today)));
        Assert.Equal((true, false), (known.MaySee(_bert, new ConceptId("torgau")), known.MaySee(_bert, new ConceptId("oschatz"))));
        Assert.Equal((true, false, DateTimeOffset.UnixEpoch), (known.IsAdministrator(_anna), known.IsAdministrator(_bert), known.AsOf));
        Assert.Same(directory, directory.WithDeputies([]));
    }

    [Fact]
    public void However_periods_are_named_nobody_is_stood_in_for_by_two_on_one_day() =>
        Prop.ForAll(ArbMap.Default.ArbFor<(byte From, byte Days, bool Bert)[]>(), wanted =>
        {
            var deputies = _none;
            foreach (var (from, days, bert) in wanted)
            {
                if (deputies.Name(bert ? _bert : new MemberId("carla"), _today.AddDays(from % 60), _today.AddDays((from % 60) + (days % 20)), _today).TryGet(out var next, out _))
                {
                    deputies = next;
                }
            }

            return Enumerable.Range(0, 90).All(day => deputies.Periods.Count(period => period.Covers(_today.AddDays(day))) <= 1);
        }).QuickCheckThrowOnFailure();
}
