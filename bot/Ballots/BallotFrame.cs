using System.Globalization;
using AdaptiveCards;
using Insek.Office.Bot.Cards;
using Insek.Office.Bot.Rounds;
using Insek.Office.Contracts;

namespace Insek.Office.Bot.Ballots;

/// <summary>What stands around each step of a ballot.</summary>
internal static class BallotFrame
{
    private const int LongestName = 80;

    /// <summary>A card with the round's title, for whom somebody votes, and the step.</summary>
    public static AdaptiveCard New(RoundView round, BallotView ballot, string step, CultureInfo culture, BallotLook look)
    {
        var texts = BallotTexts.All;
        var due = texts.Format("due", culture, CardText.Instant(round.Due, culture));
        var card = CardFrame.New($"{texts.Format("summary", culture, round.Title)}. {step}. {due}", RoundTexts.All["fallback", culture], culture, look.Notice);
        card.Body.Add(CardText.Heading(round.Title));
        if (look.IsDeputy)
        {
            card.Body.Add(CardText.Markdown($"**{CardText.Escape(BallotTexts.Deputy(ballot, culture))}**"));
        }

        card.Body.Add(CardText.Paragraph($"{CardText.Short(round.GroupName, LongestName)} · {step}", isSubtle: true));
        return card;
    }

    /// <summary>What every button of a ballot carries: whose ballot, and for which items and which version the card was made.</summary>
    public static Dictionary<string, string> Data(RoundView round, BallotView ballot)
    {
        var data = new BallotName(RoundName.Of(round), ballot.For.Id).Data();
        data[BallotVerbs.StampField] = round.Stamp;
        data[BallotVerbs.VersionField] = Text(ballot.Version);
        return data;
    }

    public static Dictionary<string, string> With(this Dictionary<string, string> data, string name, string value) => new(data) { [name] = value };

    public static Dictionary<string, string> With(this Dictionary<string, string> data, string name, int value) => data.With(name, Text(value));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
