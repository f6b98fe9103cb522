using System.Globalization;
using Insek.Office.Bot.Cards;
using Insek.Office.Contracts;

namespace Insek.Office.Bot.Rounds;

/// <summary>What cards say about rounds, in words.</summary>
internal static class RoundTexts
{
    private const int LongestName = 80;

    public static CardTexts All { get; } = new(typeof(RoundTexts));

    /// <summary>The rule in words: "einstimmig, mindestens 50 % der Stimmberechtigten".</summary>
    public static string Rule(RoundSummary round, CultureInfo culture) =>
        All.Format("rule", culture, All.Find($"rule.{round.Rule}", culture) ?? round.Rule, round.QuorumPercent);

    /// <summary>The group and, where its name does not say it, what kind of group it is.</summary>
    public static string Group(RoundSummary round, CultureInfo culture)
    {
        var stage = All.Find($"stage.{round.Stage}", culture) ?? round.Stage;
        return round.GroupName.Contains(stage, StringComparison.CurrentCultureIgnoreCase) ? round.GroupName : All.Format("group", culture, round.GroupName, stage);
    }

    /// <summary>The number people know an item by: "Ziel 1" for a goal, a measure's number as it is.</summary>
    public static string Number(BallotItemView item, CultureInfo culture, int length = LongestName) =>
        item.Kind == "goal" ? All.Format("number.goal", culture, CardText.Short(item.Number, length)) : CardText.Short(item.Number, length);

    public static string Progress(RoundView round, CultureInfo culture) => All.Count("progress", round.VotedCount, culture, round.ElectorateCount);

    public static string Choice(string choice, CultureInfo culture) => All.Find($"choice.{choice}", culture) ?? choice;

    public static string Decision(string decision, CultureInfo culture) => All.Find($"decision.{decision}", culture) ?? decision;

    /// <summary>"5 Ziele und 12 Maßnahmen".</summary>
    public static string Kinds(IReadOnlyCollection<BallotItemView> items, CultureInfo culture)
    {
        var goals = items.Count(item => item.Kind == "goal");
        var measures = items.Count - goals;
        return (goals, measures) switch
        {
            ( > 0, > 0) => All.Format("items.and", culture, All.Count("kind.goal", goals, culture), All.Count("kind.measure", measures, culture)),
            ( > 0, _) => All.Count("kind.goal", goals, culture),
            _ => All.Count("kind.measure", measures, culture),
        };
    }

    /// <summary>Names, as many as asked for, and how many more there are. A name can hold a comma.</summary>
    public static string Names(IReadOnlyCollection<MemberView> members, int most, CultureInfo culture)
    {
        var names = string.Join("; ", members.Take(most).Select(member => CardText.Short(member.Name, LongestName)));
        return members.Count > most ? All.Format("names.more", culture, names, members.Count - most) : names;
    }

    /// <summary>One sentence that names the round.</summary>
    public static string Summary(RoundView round, CultureInfo culture) => All.Format("card.summary", culture, round.Title, round.GroupName);
}
