using Insek.Office.Bot.Notices;
using Insek.Office.Bot.Tests.Cards;
using Insek.Office.Bot.Tests.Rounds;
using Insek.Office.Contracts;
using Insek.Office.Testing.Cards;
using Newtonsoft.Json.Linq;

namespace Insek.Office.Bot.Tests.Ballots;

/// <summary>What a notice shows is the state at the moment of sending.</summary>
public sealed class NoticeCardTests(ReferenceRenderer renderer) : IClassFixture<ReferenceRenderer>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_round_is_read_as_the_bot_and_a_ballot_as_its_member()
    {
        await using var api = await VotingApi.StartAsync();
        await using var bot = new BallotBot(api.Address);

        var round = await bot.Get<NoticeCards>().RenderAsync(Notice("roundCard"), Cancellation);
        Assert.All(api.Calls, call => Assert.Null(call.Header("Insek-Acting-Member")));
        var ballot = await bot.Get<NoticeCards>().RenderAsync(Notice("ballotCard"), Cancellation);

        Assert.Equal(["Abstimmen"], Shown.Buttons(round!.Card));
        Assert.Contains("Schritt 1 von 3", Shown.Text(ballot!.Card), StringComparison.Ordinal);
        Assert.All(api.Calls.Skip(1), call => Assert.Equal("planner", call.Header("Insek-Acting-Member")));
    }

    [Fact]
    public async Task Who_has_voted_meanwhile_gets_the_receipt_and_after_the_end_the_result()
    {
        await using var api = await VotingApi.StartAsync();
        await using var bot = new BallotBot(api.Address);
        api.Ballot = Sample.Cast(api.Round);

        var receipt = await bot.Get<NoticeCards>().RenderAsync(Notice("ballotCard"), Cancellation);
        api.Round = Sample.Closed();
        var result = await bot.Get<NoticeCards>().RenderAsync(Notice("ballotCard"), Cancellation);

        Assert.Contains("Ihre Stimme ist gezählt", Shown.Text(receipt!.Card), StringComparison.Ordinal);
        Assert.Contains("Ihre Stimme: Ablehnung", Shown.Text(result!.Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_update_takes_nobody_away_from_the_step_they_stand_on()
    {
        await using var api = await VotingApi.StartAsync();
        await using var bot = new BallotBot(api.Address);
        api.Ballot = Sample.Cast(api.Round);

        await bot.SendAsync("ballot.change", new JObject { ["concept"] = "torgau", ["round"] = "r1" });
        var update = await bot.Get<NoticeCards>().RenderAsync(Notice("ballotCard"), Cancellation);

        Assert.Contains("Schritt 1 von 3", Shown.Text(update!.Card), StringComparison.Ordinal);
        Assert.Contains("zählt, bis Sie eine neue abgeben", Shown.Text(update.Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_there_is_nothing_to_show_any_more_nothing_is_shown()
    {
        await using var api = await VotingApi.StartAsync();
        await using var bot = new BallotBot(api.Address);
        var cards = bot.Get<NoticeCards>();

        Assert.Null(await cards.RenderAsync(Notice("roundCard") with { Concept = "belgern" }, Cancellation));
        Assert.Null(await cards.RenderAsync(Notice("roundCard") with { Round = null }, Cancellation));
        Assert.Null(await cards.RenderAsync(Notice("ballotCard") with { Member = new MemberView("stranger", "Jemand") }, Cancellation));
        Assert.Null(await cards.RenderAsync(Notice("itemWithdrawn") with { Item = "m-22" }, Cancellation));
        Assert.Null(await cards.RenderAsync(Notice("somethingNew"), Cancellation));
        api.Ballot = api.Ballot with { Removed = true };
        Assert.Null(await cards.RenderAsync(Notice("ballotCard"), Cancellation));
    }

    [Fact]
    public async Task A_withdrawn_item_is_named_with_what_became_of_the_vote_and_what_to_do()
    {
        await using var api = await VotingApi.StartAsync();
        await using var bot = new BallotBot(api.Address);
        api.Round = api.Round with { Items = [.. api.Round.Items.Select(item => item.Id == "m-22" ? item with { Withdrawn = true } : item)] };

        var rendered = await bot.Get<NoticeCards>().RenderAsync(Notice("itemWithdrawn") with { Item = "m-22" }, Cancellation);

        Shown.Match(rendered!.Card, "notice-item-withdrawn");
        await Shown.RenderAsync(renderer, rendered.Card, "notice-item-withdrawn");
        Assert.Contains("V-22", Shown.Text(rendered.Card), StringComparison.Ordinal);
        Assert.Contains("Sie müssen jetzt nichts tun.", Shown.Text(rendered.Card), StringComparison.Ordinal);
    }

    private static NoticeView Notice(string kind) => new() { Id = "n1", Concept = "torgau", Kind = kind, Tag = "t", Round = "r1", Member = Sample.Planner, Attempt = 1 };
}
