using Azure.Data.Tables;
using Insek.Office.Functions.Notices;
using Insek.Office.Functions.Tests.Host;

namespace Insek.Office.Functions.Tests.Notices;

/// <summary>What becomes of a notice that was given out.</summary>
public sealed class DeliveryTests(TestOffice office)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_notice_shown_is_gone_and_its_delivery_stays()
    {
        using var outgoing = await Outgoing.NewAsync(office);
        await outgoing.HearAsync("a:chat", "anna");
        await outgoing.AskCardAsync("anna");
        var lease = await outgoing.LeaseAsync();
        var notice = Assert.Single(lease.Notices);

        Assert.Null(await outgoing.AckAsync(notice, lease.Token, "act-1"));
        Assert.Null(await outgoing.AckAsync(notice, lease.Token, "act-1"));

        Assert.Empty(await outgoing.KeysAsync(outgoing.Concept, NoticeRow.Prefix));
        var delivery = await outgoing.Deliveries.FindAsync(outgoing.Concept, notice.Id, Cancellation);
        Assert.Equal(("a:chat", "act-1", outgoing.Clock.Now, 1), (delivery!.Conversation, delivery.ActivityId, delivery.SentAt, delivery.Attempts));
    }

    [Fact]
    public async Task Asked_for_again_while_it_is_being_sent_a_notice_comes_back_as_an_update()
    {
        using var outgoing = await Outgoing.NewAsync(office);
        await outgoing.HearAsync("a:chat", "anna");
        await outgoing.AskCardAsync("anna");
        var lease = await outgoing.LeaseAsync();
        var notice = Assert.Single(lease.Notices);

        outgoing.Clock.Advance(TimeSpan.FromSeconds(1));
        await outgoing.AskCardAsync("anna");
        Assert.Null(await outgoing.AckAsync(notice, lease.Token, "act-1"));
        Assert.Null(await outgoing.AckAsync(notice, lease.Token, "act-1"));
        var again = await outgoing.LeaseAsync();
        var update = Assert.Single(again.Notices);
        Assert.Null(await outgoing.AckAsync(update, again.Token, "act-1"));

        Assert.Equal((notice.Id, "act-1", 1, false), (update.Id, update.ActivityId, update.Attempt, update.MaybeSent));
        Assert.Empty((await outgoing.LeaseAsync()).Notices);
    }

    [Fact]
    public async Task An_activity_in_another_conversation_is_not_updated()
    {
        using var outgoing = await Outgoing.NewAsync(office);
        await outgoing.HearAsync("a:old", "anna");
        await outgoing.AskCardAsync("anna");
        var lease = await outgoing.LeaseAsync();
        await outgoing.AckAsync(lease.Notices[0], lease.Token, "act-1", "a:old");

        await outgoing.HearAsync("a:new", "anna");
        await outgoing.AskCardAsync("anna");
        var again = Assert.Single((await outgoing.LeaseAsync()).Notices);

        Assert.Equal(("a:new", null), (again.Conversation?.Id, again.ActivityId));
    }

    [Fact]
    public async Task A_failed_attempt_is_made_again_after_a_pause_that_grows()
    {
        using var outgoing = await Outgoing.NewAsync(office);
        await outgoing.AskCardAsync("anna");
        foreach (var pause in new[] { 5, 10, 20 })
        {
            var lease = await outgoing.LeaseAsync();
            var notice = Assert.Single(lease.Notices);
            Assert.Null(await outgoing.FailAsync(notice, lease.Token));
            Assert.Null(await outgoing.FailAsync(notice, lease.Token));

            outgoing.Clock.Advance(TimeSpan.FromSeconds(pause * 0.79));
            Assert.Empty((await outgoing.LeaseAsync()).Notices);
            outgoing.Clock.Advance(TimeSpan.FromSeconds(pause * 0.42));
        }

        Assert.Equal(4, Assert.Single((await outgoing.LeaseAsync()).Notices).Attempt);
    }

    [Fact]
    public async Task The_channel_is_not_asked_before_it_wants_to_be()
    {
        using var outgoing = await Outgoing.NewAsync(office);
        await outgoing.AskCardAsync("anna");
        var lease = await outgoing.LeaseAsync();

        await outgoing.FailAsync(lease.Notices[0], lease.Token, retryAfter: 120);
        outgoing.Clock.Advance(TimeSpan.FromSeconds(119));
        var early = await outgoing.LeaseAsync();
        outgoing.Clock.Advance(TimeSpan.FromSeconds(1));
        var due = await outgoing.LeaseAsync();

        Assert.Empty(early.Notices);
        Assert.Single(due.Notices);
    }

    [Fact]
    public async Task After_twelve_attempts_a_notice_is_listed_and_sent_again_when_somebody_asks()
    {
        using var outgoing = await Outgoing.NewAsync(office);
        outgoing.Directory.AddMembers("anna");
        await outgoing.AskCardAsync("anna");
        for (var attempt = 1; attempt <= 12; attempt++)
        {
            Assert.Empty(await outgoing.Failed.ListAsync(Cancellation));
            var lease = await outgoing.LeaseAsync();
            Assert.Null(await outgoing.FailAsync(Assert.Single(lease.Notices), lease.Token));
            outgoing.Clock.Advance(TimeSpan.FromMinutes(19));
        }

        var failed = Assert.Single(await outgoing.Failed.ListAsync(Cancellation));
        Assert.Empty((await outgoing.LeaseAsync()).Notices);
        Assert.Null(await outgoing.Failed.ResendAsync(outgoing.Concept, failed.Id, Cancellation));
        Assert.Null(await outgoing.Failed.ResendAsync(outgoing.Concept, failed.Id, Cancellation));
        var again = await outgoing.LeaseAsync();
        await outgoing.AckAsync(Assert.Single(again.Notices), again.Token, "act-1");

        Assert.Equal(("ballotCard", "Anna Muster", 12, "Der Kanal antwortet nicht"), (failed.Kind, failed.Member?.Name, failed.Attempts, failed.Reason));
        Assert.Equal((failed.Id, 1), (again.Notices[0].Id, again.Notices[0].Attempt));
        Assert.Empty(await outgoing.Failed.ListAsync(Cancellation));
    }

    [Fact]
    public async Task What_cannot_help_is_not_tried_again_and_leaves_the_list_when_it_is_shown_after_all()
    {
        using var outgoing = await Outgoing.NewAsync(office);
        await outgoing.AskCardAsync("anna");
        var lease = await outgoing.LeaseAsync();

        Assert.Null(await outgoing.FailAsync(lease.Notices[0], lease.Token, permanent: true));
        Assert.Null(await outgoing.FailAsync(lease.Notices[0], lease.Token, permanent: true));
        var listed = await outgoing.Failed.ListAsync(Cancellation);
        await outgoing.AskCardAsync("anna");
        var again = await outgoing.LeaseAsync();
        Assert.Null(await outgoing.AckAsync(Assert.Single(again.Notices), again.Token, "act-1"));

        Assert.Single(listed);
        Assert.Empty(await outgoing.Failed.ListAsync(Cancellation));
    }

    [Fact]
    public async Task What_could_not_reach_somebody_is_sent_again_when_the_bot_hears_from_them_for_the_first_time()
    {
        using var outgoing = await Outgoing.NewAsync(office);
        await outgoing.AskCardAsync("anna");
        await outgoing.AskCardAsync("bert");
        var lease = await outgoing.LeaseAsync();
        foreach (var notice in lease.Notices)
        {
            Assert.Null(await outgoing.FailAsync(notice, lease.Token, permanent: true));
        }

        await outgoing.HearAsync("a:anna", "anna");
        var again = await outgoing.LeaseAsync();
        Assert.Null(await outgoing.FailAsync(Assert.Single(again.Notices), again.Token, permanent: true));
        await outgoing.HearAsync("a:anna", "anna");

        // A conversation that works and takes this notice nevertheless not is no reason to try it again and again.
        Assert.Equal("anna", again.Notices[0].Member?.Id);
        Assert.Empty((await outgoing.LeaseAsync()).Notices);
        Assert.Equal(2, (await outgoing.Failed.ListAsync(Cancellation)).Count);
    }

    [Fact]
    public async Task A_notice_of_a_kind_nobody_knows_is_listed_and_keeps_no_other_waiting()
    {
        using var outgoing = await Outgoing.NewAsync(office);
        await outgoing.AskCardAsync("anna");
        await outgoing.AskAsync(new TableTransactionAction(
            TableTransactionActionType.UpsertMerge,
            new TableEntity(outgoing.Concept, NoticeRow.Key(outgoing.Clock.Now, "neu")) { ["Kind"] = "Horoscope", ["Audience"] = "Member", ["Member"] = "bert", ["AskedAt"] = outgoing.Clock.Now }));

        var notice = Assert.Single((await outgoing.LeaseAsync()).Notices);
        var failed = Assert.Single(await outgoing.Failed.ListAsync(Cancellation));

        Assert.Equal("anna", notice.Member?.Id);
        Assert.Equal(("Horoscope", "unknown-kind"), (failed.Kind, failed.Reason));
    }

    [Fact]
    public async Task A_failure_reported_by_an_earlier_sender_changes_nothing()
    {
        using var outgoing = await Outgoing.NewAsync(office);
        await outgoing.AskCardAsync("anna");
        var early = await outgoing.LeaseAsync("one");
        outgoing.Clock.Advance(TimeSpan.FromSeconds(61));
        var late = await outgoing.LeaseAsync("two");

        var refused = await outgoing.FailAsync(early.Notices[0], early.Token, permanent: true);

        Assert.IsType<LeaseLost>(refused);
        Assert.Null(await outgoing.AckAsync(late.Notices[0], late.Token, "act-2"));
    }

    [Fact]
    public async Task Nobody_can_answer_for_a_notice_that_never_was()
    {
        using var outgoing = await Outgoing.NewAsync(office);
        await outgoing.AskCardAsync("anna");
        var lease = await outgoing.LeaseAsync();
        var invented = lease.Notices[0] with { Id = "runde-1_ballot_bert" };

        Assert.IsType<UnknownNotice>(await outgoing.AckAsync(invented, lease.Token, "act-1"));
        Assert.IsType<UnknownNotice>(await outgoing.FailAsync(invented, lease.Token));
        Assert.IsType<UnknownNotice>(await outgoing.Failed.ResendAsync(outgoing.Concept, invented.Id, Cancellation));
    }
}
