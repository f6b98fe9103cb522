using AdaptiveCards;
using Insek.Office.Bot.Cards;
using Insek.Office.Bot.Search;
using Insek.Office.Contracts;
using Newtonsoft.Json.Linq;

namespace Insek.Office.Bot.Commands;

/// <summary>The cards of <c>status</c>.</summary>
internal sealed class StatusCards(MeasureCatalogue content, ConceptSummary concept, DateTimeOffset now, CommandContext context)
{
    private const int MaxRounds = 6;

    /// <summary>What clients show side by side of one set.</summary>
    private const int MaxButtons = 6;

    /// <summary>The states in the order an item goes through them.</summary>
    private static readonly string[] _states = ["draft", "inWorkingGroup", "inSteeringGroup", "agreed", "resolved", "inProgress", "done", "rejected", "deferred"];

    /// <summary>All sector concepts.</summary>
    /// <param name="rounds">The rounds to show.</param>
    /// <param name="openRounds">How many are open altogether.</param>
    public AdaptiveCard All(IReadOnlyList<RoundView> rounds, int openRounds)
    {
        var culture = context.Culture;
        var summary = CommandTexts.Format(
            "status.summary",
            culture,
            concept.Title,
            CommandTexts.Count("status.goals", culture, content.Goals.Count),
            CommandTexts.Count("status.measures", culture, content.Entries.Count),
            CommandTexts.Count("status.rounds", culture, openRounds));
        return CommandCard.Of(
            CommandTexts.Get("status.title", culture),
            summary,
            culture,
            [
                CardText.Line(summary, isSubtle: true),
                .. content.Sectors.Select(sector => CommandCard.Entry([CommandCard.Strong(sector.Name ?? sector.Key!), .. Counts(sector)])),
                .. Rounds(rounds, openRounds),
            ]);
    }

    /// <summary>One sector concept.</summary>
    public AdaptiveCard One(SectorDocument sector, IReadOnlyList<RoundView> rounds)
    {
        var culture = context.Culture;
        var measures = MeasuresOf(sector);
        var title = CommandTexts.Format("status.titleOne", culture, sector.LongName ?? sector.Name);
        var card = CommandCard.Of(
            title,
            CommandTexts.Format(
                "status.summary",
                culture,
                sector.Name,
                CommandTexts.Count("status.goals", culture, GoalsOf(sector).Count),
                CommandTexts.Count("status.measures", culture, measures.Count),
                CommandTexts.Count("status.rounds", culture, rounds.Count)),
            culture,
            [
                CardText.Line(concept.Title, isSubtle: true),
                .. Counts(sector),
                .. measures.Any(measure => measure.State is "inProgress" or "done")
                    ? [CardText.Line(CommandTexts.Format("status.progress", culture, Math.Round(measures.Average(measure => measure.Progress))))]
                    : Array.Empty<AdaptiveElement>(),
                .. Rounds([.. rounds.Take(MaxRounds)], rounds.Count),
            ]);
        card.Actions = [CommandCard.Run(CommandTexts.Get("status.all", culture), "status", concept.Id)];
        return card;
    }

    /// <summary>Which sector concepts there are.</summary>
    public AdaptiveCard Unknown()
    {
        var culture = context.Culture;
        var text = CommandTexts.Format("status.unknown", culture, CardText.Short(context.Argument, 60));
        return CommandCard.Of(
            CommandTexts.Get("status.unknownTitle", culture),
            text,
            culture,
            [
                CardText.Paragraph(text),
                .. content.Sectors.Select(sector => CommandCard.Run(CardText.Short(sector.Name ?? sector.Key!, 60), $"status {sector.Key}", concept.Id))
                    .Chunk(MaxButtons).Select(CommandCard.Buttons),
            ]);
    }

    private List<GoalView> GoalsOf(SectorDocument sector) => [.. content.Goals.Where(goal => goal.Sector == sector.Key)];

    private List<MeasureView> MeasuresOf(SectorDocument sector) => [.. content.Entries.Select(entry => entry.Measure).Where(measure => measure.Sector == sector.Key)];

    private IEnumerable<AdaptiveElement> Counts(SectorDocument sector)
    {
        var (goals, measures) = (GoalsOf(sector), MeasuresOf(sector));
        yield return Counted(CommandTexts.Count("status.goals", context.Culture, goals.Count), [.. goals.Select(goal => goal.State ?? "draft")]);
        yield return Counted(CommandTexts.Count("status.measures", context.Culture, measures.Count), [.. measures.Select(measure => measure.State ?? "draft")]);
    }

    /// <summary>"20 Maßnahmen: 18 Entwurf, 2 abgestimmt".</summary>
    private AdaptiveTextBlock Counted(string what, IReadOnlyList<string> states) => CardText.Line(states.Count == 0 ? what : CommandTexts.Format(
        "status.line",
        context.Culture,
        what,
        string.Join(", ", states.CountBy(state => state)
            .OrderBy(count => Array.IndexOf(_states, count.Key) is var at && at < 0 ? _states.Length : at)
            .Select(count => string.Create(context.Culture, $"{count.Value} {CommandTexts.Word("state", count.Key, context.Culture)}")))));

    private IEnumerable<AdaptiveElement> Rounds(IReadOnlyList<RoundView> shown, int count)
    {
        var culture = context.Culture;
        yield return CardText.Section(CommandTexts.Get("status.open", culture));
        if (count == 0)
        {
            yield return CardText.Line(CommandTexts.Get("status.noRounds", culture));
        }

        foreach (var round in shown)
        {
            var button = CommandCard.ExecuteAlone(CommandTexts.Get("status.show", culture), "round.show", new JObject { ["concept"] = concept.Id, ["round"] = round.Id });
            button.Tooltip = CardText.Short(round.Title, 100);
            yield return CommandCard.Entry(
                CommandCard.Strong(round.Title),
                CardText.Line($"{round.GroupName} · {CommandTexts.Format("status.voted", culture, round.VotedCount, round.ElectorateCount)}"),
                CardText.Line(TimeLeft.Until(round.Due, now, culture)),
                CommandCard.Buttons(button));
        }

        if (count > shown.Count)
        {
            yield return CardText.Line(CommandTexts.Count("status.moreRounds", culture, count - shown.Count), isSubtle: true);
        }
    }
}
