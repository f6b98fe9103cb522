using Insek.Office.Domain;
using Insek.Office.Functions.Notices;
using Insek.Office.Functions.Tests.Host;

namespace Insek.Office.Functions.Tests.Notices;

/// <summary>One sender at a time, and what an earlier one says is known by its token.</summary>
public sealed class LeaseTests(TestOffice office)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_many_senders_at_once_exactly_one_sends()
    {
        using var outgoing = await Outgoing.NewAsync(office);

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(number => outgoing.Sending.TakeAsync($"sender-{number}", Cancellation)));

        Assert.Single(answers, answer => answer.Refusal is null);
        Assert.Equal(11, answers.Count(answer => answer.Refusal is LeaseHeld));
    }

    [Fact]
    public async Task A_lease_that_has_ended_goes_to_whoever_writes_first()
    {
        using var outgoing = await Outgoing.NewAsync(office);
        using var quicker = outgoing.Again(office);
        _ = await outgoing.LeaseAsync("one");
        outgoing.Clock.Advance(TimeSpan.FromSeconds(61));

        outgoing.Traffic.BeforeNextWrite = () => quicker.LeaseAsync("two");
        var refused = await outgoing.Sending.TakeAsync("three", Cancellation);

        Assert.Equal(new LeaseHeld("two", outgoing.Clock.Now.AddSeconds(60)), refused.Refusal);
    }

    [Fact]
    public async Task The_token_grows_with_every_new_holder_and_stays_with_the_same()
    {
        using var outgoing = await Outgoing.NewAsync(office);

        var first = await outgoing.LeaseAsync("one");
        outgoing.Clock.Advance(TimeSpan.FromSeconds(59));
        var refused = await outgoing.Sending.TakeAsync("two", Cancellation);
        var renewed = await outgoing.LeaseAsync("one");
        outgoing.Clock.Advance(TimeSpan.FromSeconds(60));
        var second = await outgoing.LeaseAsync("two");

        Assert.Equal(new LeaseHeld("one", first.Until), refused.Refusal);
        Assert.Equal((1, 1, 2), (first.Token, renewed.Token, second.Token));
        Assert.Equal(first.Until.AddSeconds(59), renewed.Until);
    }

    [Fact]
    public async Task Two_who_reach_for_the_same_notices_never_both_get_one()
    {
        using var outgoing = await Outgoing.NewAsync(office);
        foreach (var number in Enumerable.Range(0, 40))
        {
            await outgoing.AskCardAsync($"m{number}");
        }

        using var other = outgoing.Again(office);
        var both = await Task.WhenAll(outgoing.LeaseAsync("one"), other.LeaseAsync("one"));

        var given = both.SelectMany(lease => lease.Notices).Select(notice => notice.Id).ToList();
        Assert.Equal(given.Distinct().Count(), given.Count);
        Assert.Equal(40, given.Count + (await outgoing.LeaseAsync("one")).Notices.Count);
    }

    [Fact]
    public async Task A_notice_taken_and_not_answered_goes_to_the_next_sender_who_is_told()
    {
        using var outgoing = await Outgoing.NewAsync(office);
        await outgoing.AskCardAsync("anna");

        var first = Assert.Single((await outgoing.LeaseAsync("one")).Notices);
        var meanwhile = await outgoing.LeaseAsync("one");
        outgoing.Clock.Advance(TimeSpan.FromSeconds(61));
        var second = Assert.Single((await outgoing.LeaseAsync("two")).Notices);

        Assert.Equal((1, false), (first.Attempt, first.MaybeSent));
        Assert.Empty(meanwhile.Notices);
        Assert.Equal((first.Id, 2, true), (second.Id, second.Attempt, second.MaybeSent));
    }

    [Fact]
    public async Task A_late_word_of_an_earlier_sender_counts_only_while_nobody_else_has_shown_it()
    {
        using var outgoing = await Outgoing.NewAsync(office);
        await outgoing.HearAsync("a:chat", "anna");
        await outgoing.AskCardAsync("anna");
        var early = await outgoing.LeaseAsync("one");
        outgoing.Clock.Advance(TimeSpan.FromSeconds(61));
        var late = await outgoing.LeaseAsync("two");

        Assert.Null(await outgoing.AckAsync(late.Notices[0], late.Token, "act-2"));
        var contradicted = await outgoing.AckAsync(early.Notices[0], early.Token, "act-1");
        await outgoing.AskCardAsync("anna");
        var again = Assert.Single((await outgoing.LeaseAsync("two")).Notices);

        Assert.IsType<LeaseLost>(contradicted);
        Assert.Equal("act-2", again.ActivityId);
    }

    [Fact]
    public async Task A_late_word_of_an_earlier_sender_prevents_a_second_post()
    {
        using var outgoing = await Outgoing.NewAsync(office);
        await outgoing.HearAsync("a:chat", "anna");
        await outgoing.AskCardAsync("anna");
        var early = await outgoing.LeaseAsync("one");
        outgoing.Clock.Advance(TimeSpan.FromSeconds(61));
        _ = await outgoing.LeaseAsync("two");

        // The second sender dies too, before it posts.
        Assert.Null(await outgoing.AckAsync(early.Notices[0], early.Token, "act-1"));
        outgoing.Clock.Advance(TimeSpan.FromSeconds(61));
        var third = Assert.Single((await outgoing.LeaseAsync("three")).Notices);

        Assert.Equal("act-1", third.ActivityId);
    }

    [Fact]
    public async Task No_more_is_given_out_than_was_asked_for()
    {
        using var outgoing = await Outgoing.NewAsync(office);
        foreach (var number in Enumerable.Range(0, 12))
        {
            await outgoing.AskCardAsync($"m{number}");
        }

        var first = await outgoing.LeaseAsync(max: 5);
        var second = await outgoing.LeaseAsync(max: 100);

        Assert.Equal((5, 7), (first.Notices.Count, second.Notices.Count));
        Assert.Empty(first.Notices.Select(notice => notice.Id).Intersect(second.Notices.Select(notice => notice.Id)));
    }

    [Fact]
    public async Task Where_nothing_is_pending_a_lease_costs_three_requests_however_many_concepts_there_are()
    {
        using var outgoing = await Outgoing.NewAsync(office);
        foreach (var number in Enumerable.Range(0, 25))
        {
            await outgoing.Table.AddEntityAsync(Functions.Storage.ConceptIndexRow.For(new ConceptId($"c{number}")), Cancellation);
        }

        _ = await outgoing.LeaseAsync();
        var before = outgoing.Traffic.Requests;
        _ = await outgoing.LeaseAsync();

        Assert.Equal(3, outgoing.Traffic.Requests - before);
    }

    [Fact]
    public async Task A_hint_goes_when_it_points_to_nothing_and_is_old_and_not_before()
    {
        using var outgoing = await Outgoing.NewAsync(office);
        await outgoing.AskCardAsync("anna");
        var lease = await outgoing.LeaseAsync();
        await outgoing.AckAsync(lease.Notices[0], lease.Token, "act-1");

        outgoing.Clock.Advance(TimeSpan.FromSeconds(59));
        _ = await outgoing.LeaseAsync();
        var young = await outgoing.KeysAsync("~tenant", HintRow.NoticePrefix);
        outgoing.Clock.Advance(TimeSpan.FromSeconds(1));
        _ = await outgoing.LeaseAsync();
        var old = await outgoing.KeysAsync("~tenant", HintRow.NoticePrefix);

        Assert.Single(young);
        Assert.Empty(old);
    }

    [Fact]
    public async Task A_hint_raised_while_an_older_reading_of_it_is_taken_away_stays()
    {
        using var outgoing = await Outgoing.NewAsync(office);
        await outgoing.Hints.RaiseAsync(new ConceptId(outgoing.Concept), Cancellation);
        var read = Assert.Single(await outgoing.Hints.ListAsync(HintRow.NoticePrefix, Cancellation));
        outgoing.Clock.Advance(TimeSpan.FromSeconds(61));
        await outgoing.AskCardAsync("anna");

        await outgoing.Hints.ForgetAsync(read, Cancellation);

        Assert.Single((await outgoing.LeaseAsync()).Notices);
    }

    [Fact]
    public async Task A_lost_hint_is_found_by_the_sweep()
    {
        using var outgoing = await Outgoing.NewAsync(office);
        await outgoing.Table.AddEntityAsync(Functions.Storage.ConceptIndexRow.For(new ConceptId(outgoing.Concept)), Cancellation);
        await outgoing.Table.AddEntityAsync(Functions.Storage.ConceptIndexRow.For(new ConceptId("nothing-here")), Cancellation);
        await outgoing.Table.SubmitTransactionAsync([Outbox.BallotCard(new ConceptId(outgoing.Concept), outgoing.Round.Id, outgoing.Round.OpenedAt, new MemberId("anna"), outgoing.Clock.Now)], Cancellation);

        var lost = await outgoing.LeaseAsync();
        await outgoing.Sweep.RunAsync(Cancellation);
        var found = await outgoing.LeaseAsync();

        Assert.Empty(lost.Notices);
        Assert.Single(found.Notices);
        Assert.Single(await outgoing.KeysAsync("~tenant", HintRow.NoticePrefix));
    }
}
