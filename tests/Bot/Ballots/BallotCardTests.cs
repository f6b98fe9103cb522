using AdaptiveCards;
using Insek.Office.Bot.Ballots;
using Insek.Office.Bot.Tests.Cards;
using Insek.Office.Bot.Tests.Rounds;
using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Testing.Cards;

namespace Insek.Office.Bot.Tests.Ballots;

/// <summary>What each state of a ballot looks like.</summary>
public sealed class BallotCardTests(ReferenceRenderer renderer) : IClassFixture<ReferenceRenderer>
{
    private static readonly DraftVote[] _said = [new("m-12", "reject", "Die Trasse zerschneidet das Schutzgebiet."), new("m-22", "abstain")];

    public static TheoryData<string> States => [.. _cards.Keys];

    private static readonly Dictionary<string, Func<AdaptiveCard>> _cards = new()
    {
        ["ballot-items"] = () => BallotCards.Items(Sample.Round(), Sample.Ballot(Sample.Round()), 0, Sample.German),
        ["ballot-items-picked"] = () => BallotCards.Items(Sample.Round(), Sample.Ballot(Sample.Round(), Sample.Draft(_said)), 0, Sample.German),
        ["ballot-items-changing"] = () => BallotCards.Items(Sample.Round(), Sample.Cast(Sample.Round()), 0, Sample.German),
        ["ballot-items-deputy"] = () => BallotCards.Items(Sample.Round(), Sample.Ballot(Sample.Round()), 0, Sample.German, new BallotLook(IsDeputy: true)),
        ["ballot-items-outdated"] = () => BallotCards.Items(WithWithdrawn(), Sample.Ballot(Sample.Round()), 0, Sample.German, new BallotLook(Notice: "Der Stimmzettel hat sich geändert. Es wurde nichts gezählt.")),
        ["ballot-items-english"] = () => BallotCards.Items(Sample.Round(), Sample.Ballot(Sample.Round()), 0, System.Globalization.CultureInfo.GetCultureInfo("en-GB")),
        ["ballot-items-40-page-2"] = () => BallotCards.Items(Sample.Round(40), Sample.Ballot(Sample.Round(40)), 1, Sample.German),
        ["ballot-details"] = () => Details(_said, notice: null),
        ["ballot-details-missing"] = () => Details([new("m-12", "reject"), new("m-22")], "Noch nicht vollständig: zu V-12 fehlt die Begründung. Nichts ist gezählt."),
        ["ballot-confirm"] = () => Confirm(_said),
        ["ballot-confirm-consent"] = () => Confirm([]),
        ["ballot-receipt"] = () => BallotReceiptCard.Card(Sample.Round(), Sample.Cast(Sample.Round()), 0, Sample.German, BallotLook.Plain),
        ["ballot-receipt-deputy"] = () => BallotReceiptCard.Card(Sample.Round(), Sample.Cast(Sample.Round()) with { By = Sample.Chair }, 0, Sample.German, new BallotLook(IsDeputy: true)),
        ["ballot-late"] = () => LateCard.For(new Casting(new BallotName(new Bot.Rounds.RoundName("torgau", "r1"), "planner"), new MemberId("planner"), "s1", 0, "d1", new string('0', 32), Sample.German)),
        ["ballot-result"] = () => Bot.Rounds.RoundResult.Card(Sample.Closed(), Sample.Cast(Sample.Round(5)), 0, Sample.German, notice: null),
    };

    [Theory]
    [MemberData(nameof(States))]
    public void A_ballot_s_card_is_as_it_was_accepted(string state) => Shown.Match(_cards[state](), state);

    [Theory]
    [MemberData(nameof(States))]
    public async Task A_ballot_s_card_is_right_and_without_barriers_wherever_it_is_shown(string state) => await Shown.RenderAsync(renderer, _cards[state](), state);

    [Theory]
    [MemberData(nameof(States))]
    public void A_ballot_s_card_says_itself_and_has_few_buttons(string state)
    {
        var card = _cards[state]();

        Assert.False(string.IsNullOrWhiteSpace(card.Speak));
        Assert.False(string.IsNullOrWhiteSpace(card.FallbackText));
        Assert.InRange(card.Actions.Count, 0, 6);
        Assert.True(Shown.Bytes(card) <= Shown.Limit);
    }

    [Fact]
    public void Consent_by_leaving_out_is_said_in_so_many_words() =>
        Assert.Contains("Alles, was Sie nicht auswählen, gilt als Ihre Zustimmung.", Shown.Text(_cards["ballot-items"]()), StringComparison.Ordinal);

    [Fact]
    public void What_changed_is_hidden_behind_a_button_and_said_in_words()
    {
        var text = Shown.Text(_cards["ballot-items"]());

        Assert.Contains("Geändert seit der letzten Abstimmung (12.03.2026)", text, StringComparison.Ordinal);
        Assert.Contains("[entfernt: \nTrue\nTextRun\nbis ", text, StringComparison.Ordinal);
        Assert.Contains("Änderungen an V-12", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_confirmation_repeats_every_vote_that_is_no_consent_with_its_text()
    {
        var text = Shown.Text(_cards["ballot-confirm"]());

        Assert.Contains("2 × Zustimmung", text, StringComparison.Ordinal);
        Assert.Contains("Ablehnung", text, StringComparison.Ordinal);
        Assert.Contains("Die Trasse zerschneidet das Schutzgebiet.", text, StringComparison.Ordinal);
        Assert.Contains("Enthaltung", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_confirmation_can_cast()
    {
        var casting = _cards.Where(card => card.Value().Actions.OfType<AdaptiveExecuteAction>().Any(action => action.Verb == BallotVerbs.Cast)).Select(card => card.Key);

        Assert.Equal(["ballot-confirm", "ballot-confirm-consent", "ballot-late"], casting);
    }

    private static AdaptiveCard Details(IReadOnlyList<DraftVote> votes, string? notice)
    {
        var (round, ballot) = (Sample.Round(), Sample.Ballot(Sample.Round(), Sample.Draft(votes)));
        return BallotDetails.Card(round, ballot, BallotChoices.Of(round, ballot), 0, Sample.German, new BallotLook(Notice: notice));
    }

    private static AdaptiveCard Confirm(IReadOnlyList<DraftVote> votes)
    {
        var (round, ballot) = (Sample.Round(), Sample.Ballot(Sample.Round(), Sample.Draft(votes)));
        return BallotConfirmation.Card(round, ballot, BallotChoices.Of(round, ballot), 0, new string('0', 32), Sample.German, BallotLook.Plain);
    }

    private static RoundView WithWithdrawn()
    {
        var round = Sample.Round();
        return round with { Items = [.. round.Items.Select((item, index) => index == 2 ? item with { Withdrawn = true } : item)] };
    }
}
