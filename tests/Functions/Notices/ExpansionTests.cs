using Insek.Office.Domain;
using Insek.Office.Functions.Notices;
using Insek.Office.Functions.Tests.Host;

namespace Insek.Office.Functions.Tests.Notices;

/// <summary>A notice for many becomes one for each.</summary>
public sealed class ExpansionTests(TestOffice office)
{
    private const string Channel = "19:verkehr@thread.tacv2";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everybody_who_may_vote_gets_one_card_wherever_the_process_was_killed()
    {
        using var outgoing = await Outgoing.NewAsync(office);
        var members = Enumerable.Range(0, 250).Select(number => $"m{number:D3}").ToList();
        await outgoing.AddBallotsAsync(members);
        await outgoing.AddBallotsAsync(["gone"], removed: true);
        await outgoing.AskAsync(Outbox.BallotCards(new ConceptId(outgoing.Concept), outgoing.Round, outgoing.Clock.Now));

        foreach (var transactions in new[] { 0, 1, 2 })
        {
            using var victim = outgoing.Again(office);
            victim.Traffic.TransactionsLeft = transactions;
            await Assert.ThrowsAsync<IOException>(() => victim.LeaseAsync());
            Assert.Contains(await outgoing.KeysAsync(outgoing.Concept, NoticeRow.Prefix), key => key.EndsWith("_ballots", StringComparison.Ordinal));
        }

        using var survivor = outgoing.Again(office);
        var given = (await survivor.LeaseAsync()).Notices.Concat((await survivor.LeaseAsync()).Notices).Concat((await survivor.LeaseAsync()).Notices).ToList();

        Assert.Equal(members, given.Select(notice => notice.Member!.Id).Order(StringComparer.Ordinal));
        Assert.Equal(250, (await outgoing.KeysAsync(outgoing.Concept, NoticeRow.Prefix)).Count);
    }

    [Fact]
    public async Task A_card_for_everybody_and_the_same_card_for_one_are_one_notice()
    {
        using var outgoing = await Outgoing.NewAsync(office);
        await outgoing.AddBallotsAsync(["anna", "bert"]);
        await outgoing.AskCardAsync("anna");

        await outgoing.AskAsync(Outbox.BallotCards(new ConceptId(outgoing.Concept), outgoing.Round, outgoing.Clock.Now));
        var lease = await outgoing.LeaseAsync();

        Assert.Equal(["runde-1_ballot_anna", "runde-1_ballot_bert"], lease.Notices.Select(notice => notice.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Only_those_who_have_voted_learn_that_an_item_was_withdrawn()
    {
        using var outgoing = await Outgoing.NewAsync(office);
        await outgoing.AddBallotsAsync(["anna"], castAt: outgoing.Clock.Now);
        await outgoing.AddBallotsAsync(["bert"]);

        await outgoing.AskAsync(Outbox.ItemWithdrawn(new ConceptId(outgoing.Concept), outgoing.Round.Id, new ItemId("verkehr-1-1"), 2, outgoing.Clock.Now));
        var notice = Assert.Single((await outgoing.LeaseAsync()).Notices);

        Assert.Equal(("itemWithdrawn", "anna", "verkehr-1-1", "runde-1"), (notice.Kind, notice.Member?.Id, notice.Item, notice.Round));
    }

    [Fact]
    public async Task Each_administrator_learns_once_that_a_round_waits()
    {
        using var outgoing = await Outgoing.NewAsync(office);
        outgoing.Directory.AddAdministrator("chefin");
        outgoing.Directory.AddAdministrator("vertretung");
        Assert.True((outgoing.Round with { State = RoundState.Open }).Pause(PauseReason.GroupEmpty, outgoing.Clock.Now).TryGet(out var paused, out _));

        await outgoing.AskAsync(Outbox.RoundPaused(new ConceptId(outgoing.Concept), paused, outgoing.Clock.Now));
        var lease = await outgoing.LeaseAsync();
        foreach (var notice in lease.Notices)
        {
            Assert.Null(await outgoing.AckAsync(notice, lease.Token, $"act-{notice.Member!.Id}"));
        }

        Assert.Equal([("roundPaused", "chefin", "runde-1"), ("roundPaused", "vertretung", "runde-1")], lease.Notices.Select(notice => (notice.Kind, notice.Member!.Id, notice.Round!)).Order());
        Assert.Empty((await outgoing.LeaseAsync()).Notices);
    }

    [Fact]
    public async Task A_groups_card_goes_to_each_of_its_conversations_and_names_where_it_is_shown()
    {
        using var outgoing = await Outgoing.NewAsync(office);
        outgoing.Directory.AddGroup("ag-verkehr", outgoing.Concept);
        outgoing.Directory.Bind("19:zweite@thread.v2", outgoing.Concept, "ag-verkehr");
        await BindAsync(outgoing, Channel);
        await outgoing.HearAsync(Channel);
        await outgoing.HearAsync("19:zweite@thread.v2");
        await outgoing.AskAsync(Outbox.RoundCard(new ConceptId(outgoing.Concept), outgoing.Round, outgoing.Clock.Now));

        var lease = await outgoing.LeaseAsync();
        foreach (var notice in lease.Notices)
        {
            Assert.Null(await outgoing.AckAsync(notice, lease.Token, $"act-{notice.Conversation!.Id}", notice.Conversation.Id));
        }

        await outgoing.AskAsync(Outbox.RoundCard(new ConceptId(outgoing.Concept), outgoing.Round, outgoing.Clock.Now));
        var again = await outgoing.LeaseAsync();

        Assert.Equal([Channel, "19:zweite@thread.v2"], lease.Notices.Select(notice => notice.Conversation!.Id).Order(StringComparer.Ordinal));
        Assert.All(again.Notices, notice => Assert.Equal($"act-{notice.Conversation!.Id}", notice.ActivityId));
        Assert.Equal(2, again.Notices.Count);
    }

    [Fact]
    public async Task A_group_without_a_conversation_is_listed_until_it_has_one()
    {
        using var outgoing = await Outgoing.NewAsync(office);
        await outgoing.AskAsync(Outbox.RoundCard(new ConceptId(outgoing.Concept), outgoing.Round, outgoing.Clock.Now));

        Assert.Empty((await outgoing.LeaseAsync()).Notices);
        var unbound = Assert.Single(await outgoing.Failed.ListAsync(Cancellation));
        await BindAsync(outgoing, Channel);
        await outgoing.AskAsync(Outbox.RoundCard(new ConceptId(outgoing.Concept), outgoing.Round, outgoing.Clock.Now));
        Assert.Empty((await outgoing.LeaseAsync()).Notices);
        var unheard = Assert.Single(await outgoing.Failed.ListAsync(Cancellation));
        await outgoing.HearAsync(Channel);
        await outgoing.Failed.ResendAsync(outgoing.Concept, _ => true, Cancellation);
        var shown = Assert.Single((await outgoing.LeaseAsync()).Notices);

        Assert.Equal(("roundCard", "ag-verkehr", "no-binding"), (unbound.Kind, unbound.Group, unbound.Reason));
        Assert.Equal("conversation-removed", unheard.Reason);
        Assert.Equal((unheard.Id, Channel), (shown.Id, shown.Conversation?.Id));
        Assert.Empty(await outgoing.Failed.ListAsync(Cancellation));
    }

    [Fact]
    public async Task A_member_is_reached_where_the_bot_was_heard_from_last_and_begun_with_where_it_never_was()
    {
        using var outgoing = await Outgoing.NewAsync(office);
        await outgoing.HearAsync("a:anna", "anna");
        await outgoing.HearAsync("a:carla", "carla");
        await outgoing.Conversations.FailAsync("a:carla", "Blockiert", Cancellation);
        foreach (var member in new[] { "anna", "bert", "carla" })
        {
            await outgoing.AskCardAsync(member);
        }

        var given = (await outgoing.LeaseAsync()).Notices.ToDictionary(notice => notice.Member!.Id);
        var failed = Assert.Single(await outgoing.Failed.ListAsync(Cancellation));

        Assert.Equal("a:anna", given["anna"].Conversation?.Id);
        Assert.Null(given["bert"].Conversation);
        Assert.Equal(2, given.Count);
        Assert.Equal(("carla", "Blockiert"), (failed.Member?.Id, failed.Reason));
    }

    private static Task<Binding> BindAsync(Outgoing outgoing, string conversation) =>
        outgoing.Bindings.BindAsync(new Binding(conversation, new ConceptId(outgoing.Concept), new GroupId("ag-verkehr")), new MemberId("chefin"), Cancellation);
}
