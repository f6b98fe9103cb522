using AdaptiveCards;
using Insek.Office.Bot.Rounds;
using Insek.Office.Bot.Tests.Cards;
using Insek.Office.Contracts;
using Insek.Office.Testing.Cards;

namespace Insek.Office.Bot.Tests.Rounds;

/// <summary>What each state of a round looks like.</summary>
public sealed class RoundCardTests(ReferenceRenderer renderer) : IClassFixture<ReferenceRenderer>
{
    public static TheoryData<string> States => [.. _cards.Keys];

    private static readonly Dictionary<string, Func<AdaptiveCard>> _cards = new()
    {
        ["round-open"] = () => RoundCard.Shared(Sample.Round(), Sample.German),
        ["round-open-113"] = () => RoundCard.Shared(Many(), Sample.German),
        ["round-open-names"] = () => RoundCard.Shared(Sample.Round() with { OpenVoting = true, Voted = [Sample.Chair, Sample.Planner] }, Sample.German),
        ["round-open-manager"] = () => RoundCard.Personal(Managed(), Sample.German),
        ["round-paused"] = () => RoundCard.Shared(Sample.Round() with { State = "paused", PausedFor = "groupEmpty", PausedAt = Sample.CastAt }, Sample.German),
        ["round-paused-manager"] = () => RoundCard.Personal(Managed() with { State = "paused", PausedFor = "groupEmpty", PausedAt = Sample.CastAt }, Sample.German),
        ["round-opening"] = () => RoundCard.Shared(Sample.Round() with { State = "opening" }, Sample.German),
        ["round-closing"] = () => RoundCard.Shared(Sample.Round() with { State = "closing" }, Sample.German),
        ["round-closed"] = () => RoundCard.Shared(Sample.Closed(), Sample.German),
        ["round-closed-steering"] = () => RoundCard.Shared(Sample.Closed() with { Stage = "steeringGroup", GroupName = "Steuergruppe", FollowedBy = null, ClosedFor = "byChair", EndedBy = Sample.Chair }, Sample.German),
        ["round-cancelled"] = () => RoundCard.Shared(Sample.Round() with { State = "cancelled", EndedBy = Sample.Chair, EndedAt = Sample.CastAt, Reason = "Die Unterlagen waren *unvollständig*." }, Sample.German),
        ["round-close"] = () => RoundQuestions.Close(Managed(), Sample.German, reason: null, notice: null),
        ["round-extend"] = () => RoundQuestions.Extend(Managed(), Sample.German, date: null, time: null, reason: null, notice: null),
        ["round-cancel"] = () => RoundQuestions.Cancel(Managed(), Sample.German, reason: null, "Bitte einen Grund angeben. Es wurde nichts geändert."),
    };

    [Theory]
    [MemberData(nameof(States))]
    public void A_round_s_card_is_as_it_was_accepted(string state) => Shown.Match(_cards[state](), state);

    [Theory]
    [MemberData(nameof(States))]
    public async Task A_round_s_card_is_right_and_without_barriers_wherever_it_is_shown(string state) => await Shown.RenderAsync(renderer, _cards[state](), state);

    [Theory]
    [InlineData("unanimous", 50, "einstimmig, mindestens 50 % der Stimmberechtigten")]
    [InlineData("majority", 66, "mit Mehrheit, mindestens 66 % der Stimmberechtigten")]
    [InlineData("chairDecides", 1, "die Leitung entscheidet, mindestens 1 % der Stimmberechtigten")]
    public void The_rule_is_said_in_words(string rule, int quorum, string expected) =>
        Assert.Equal(expected, RoundTexts.Rule(Sample.Round() with { Rule = rule, QuorumPercent = quorum }, Sample.German));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Who_has_voted_is_nobody_s_affair_unless_voting_is_open(bool isOpen)
    {
        var text = Shown.Text(RoundCard.Shared(Sample.Round() with { OpenVoting = isOpen, Voted = [Sample.Planner] }, Sample.German));

        Assert.Equal(isOpen, text.Contains(Sample.Planner.Name, StringComparison.Ordinal));
        Assert.Contains("2 von 4 haben abgestimmt", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_a_manager_s_own_view_has_the_buttons_that_end_a_round()
    {
        Assert.Equal(["Abstimmen"], Shown.Buttons(RoundCard.Shared(Managed(), Sample.German)));
        Assert.Equal(["Abstimmen"], Shown.Buttons(RoundCard.Personal(Sample.Round(), Sample.German)));
        Assert.Equal(["Abstimmen", "Runde schließen", "Frist verlängern", "Runde abbrechen"], Shown.Buttons(RoundCard.Personal(Managed(), Sample.German)));
    }

    [Fact]
    public void Teams_is_asked_to_refresh_the_card_for_sixty_people_and_for_nobody_where_none_is_known()
    {
        var many = Enumerable.Range(0, 70).Select(index => $"29:{index}").ToArray();

        Assert.Null(RoundCard.Shared(Sample.Round(), Sample.German).Refresh);
        var refresh = Assert.IsType<AdaptiveRefresh>(RoundCard.Shared(Sample.Round(), Sample.German, many).Refresh);
        Assert.Equal((60, "round.show"), (refresh.UserIds.Count, refresh.Action!.Verb));
    }

    [Fact]
    public void A_long_result_is_paged_and_loses_nothing()
    {
        var round = Sample.Round(113);
        round = round with
        {
            State = "closed",
            ClosedFor = "complete",
            EndedAt = Sample.Due,
            Voted = Sample.Members,
            Outcomes = [.. round.Items.Select((item, index) => Sample.Closed().Outcomes[index % 5] with
            {
                Item = item.Id,
                Statements = [new StatementView(Sample.Club, Sample.Club, "reject", $"Grund {index}: {new string('ü', 1_900)} Ende {index}.")],
            })],
        };

        var texts = new List<string>();
        for (var page = 0; ; page++)
        {
            var card = RoundCard.Personal(round, Sample.German, page);
            Assert.True(Shown.Bytes(card) <= Shown.Limit);
            texts.Add(Shown.Text(card));
            if (!Shown.Buttons(card).Contains("Nächste Seite"))
            {
                break;
            }
        }

        var all = string.Join('\n', texts);
        Assert.InRange(texts.Count, 2, 40);
        Assert.All(Enumerable.Range(0, 113), index => Assert.Contains($"Ende {index}.", all, StringComparison.Ordinal));
    }

    private static RoundView Managed() => Sample.Round() with { MayManage = true, Voted = [Sample.Chair, Sample.Planner] };

    private static RoundView Many()
    {
        var round = Sample.Round(113);
        return round with { Items = [.. round.Items.Select((item, index) => item with { Sector = index < 60 ? "Verkehr und Mobilität" : "Wohnen", Withdrawn = index == 7 })] };
    }
}
