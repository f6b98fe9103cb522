using System.Globalization;
using AdaptiveCards;
using Insek.Office.Bot.Actions;
using Insek.Office.Bot.Rounds;
using Insek.Office.Bot.Texts;
using Insek.Office.Contracts;
using Insek.Office.Domain;

namespace Insek.Office.Bot.Ballots;

/// <summary>A round and a ballot of it, as whoever looks sees them, and the card that shows them now.</summary>
/// <param name="Round">The round.</param>
/// <param name="Ballot">The ballot.</param>
/// <param name="Viewer">Who looks.</param>
/// <param name="Culture">The language.</param>
internal sealed record BallotState(RoundView Round, BallotView Ballot, MemberId Viewer, CultureInfo Culture)
{
    public BallotName Name => new(RoundName.Of(Round), Ballot.For.Id);

    public BallotChoices Choices => BallotChoices.Of(Round, Ballot);

    /// <summary>Whether there is something to vote on, and whoever looks may.</summary>
    public bool CanVote => Round.IsOpen() && Ballot is { MayCast: true, Removed: false } && Round.Items.Any(item => !item.Withdrawn);

    private bool IsDeputy => Viewer.Value != Ballot.For.Id;

    /// <summary>The card for where things stand.</summary>
    /// <param name="notice">What happened since the last card.</param>
    /// <param name="page">The page of a result, a receipt or the first step; the page where it was left, where absent.</param>
    public CardReply.Card Current(string? notice = null, int? page = null) => Round switch
    {
        _ when Round.IsClosed() => new(RoundResult.Card(Round, Ballot, page ?? 0, Culture, notice), RoundTexts.Summary(Round, Culture)),
        _ when !CanVote => Watched(notice),
        _ when Ballot.Draft is { } draft && page is null => AtStep(draft, notice),
        _ when Ballot.CastAt is not null && Ballot.Draft is null => Receipt(notice, page ?? 0),
        _ => Items(page ?? 0, notice),
    };

    public CardReply.Card Items(int page, string? notice = null) => Reply(BallotCards.Items(Round, Ballot, page, Culture, Look(notice)));

    /// <summary>The second step; it shows what was entered, kept or not.</summary>
    public CardReply.Card Details(BallotChoices choices, int page, string? notice = null) =>
        Reply(BallotDetails.Card(Round, Ballot, choices, page, Culture, Look(notice)));

    /// <summary>The third step, under a new operation.</summary>
    public CardReply.Card Confirm(int page, string? notice = null) =>
        Reply(BallotConfirmation.Card(Round, Ballot, Choices, page, Guid.NewGuid().ToString("N"), Culture, Look(notice)));

    public CardReply.Card Receipt(string? notice = null, int page = 0) =>
        new(BallotReceiptCard.Card(Round, Ballot, page, Culture, Look(notice)), BallotReceiptCard.Summary(Round, Culture));

    /// <summary>The last page of what comes before the confirmation.</summary>
    public CardReply.Card BeforeConfirm() => Choices.Picked is { Count: > 0 } picked
        ? Details(Choices, BallotDetails.PageOf(Round, Ballot, Choices, picked[^1], Culture))
        : Items(int.MaxValue);

    private CardReply.Card AtStep(BallotDraft draft, string? notice) => draft.Step switch
    {
        "details" when Choices.Picked.Count > 0 => Details(Choices, draft.Page, notice),
        "confirm" when Choices.Gaps.Count == 0 => Confirm(0, notice),
        "confirm" => Details(Choices, 0, notice),
        _ => Items(draft.Page, notice),
    };

    /// <summary>The round for somebody who has no vote to cast in it now.</summary>
    private CardReply.Card Watched(string? notice)
    {
        var mayNot = Round.IsOpen() && (Ballot.Removed || !Ballot.MayCast) ? ProblemTexts.For("not-entitled", Culture) : null;
        return new(RoundCard.Personal(Round, Culture, notice: notice ?? mayNot), RoundTexts.Summary(Round, Culture));
    }

    private BallotLook Look(string? notice) => new(IsDeputy, notice);

    private CardReply.Card Reply(AdaptiveCard card) => new(card, BallotTexts.All.Format("summary", Culture, Round.Title));
}
