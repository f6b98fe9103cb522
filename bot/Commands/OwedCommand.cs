using AdaptiveCards;
using Insek.Office.Bot.Actions;
using Insek.Office.Bot.Api;
using Insek.Office.Bot.Cards;
using Insek.Office.Bot.Teams;
using Insek.Office.Bot.Texts;
using Insek.Office.Contracts;
using Newtonsoft.Json.Linq;

namespace Insek.Office.Bot.Commands;

/// <summary><c>offen</c>: the rounds in which the person, or somebody the person stands in for, can vote now.</summary>
/// <remarks>Where others read along it does not say who has voted already: while a round is open that is nobody's business.</remarks>
internal sealed class OwedCommand(ConceptsApi api, TimeProvider clock) : ICommand
{
    private const int PageSize = 8;

    public IReadOnlyList<string> Words => ["offen", "open", "todo", "offene", "abstimmen", "vote"];

    public async Task<CardReply> HandleAsync(CommandContext context, CancellationToken cancellationToken)
    {
        if (!(await api.OwedAsync(context.Actor, cancellationToken)).TryGet(out var owed, out var problem))
        {
            return new CardReply.Message(ProblemTexts.For(problem, context.Culture));
        }

        return owed.Count == 0
            ? new CardReply.Message(CommandTexts.Get("owed.nothing", context.Culture))
            : CommandCard.Reply(Card(owed, context));
    }

    private AdaptiveCard Card(IReadOnlyList<OwedView> all, CommandContext context)
    {
        var isPrivate = context.Place.Kind is PlaceKind.Personal;
        var missing = all.Count(owed => owed.CastAt is null);
        var page = CommandPage<OwedView>.Cut(Ordered(all, isPrivate), context.Argument, PageSize);
        var severalConcepts = all.Select(owed => owed.Concept).Distinct().Count() > 1;
        var body = new List<AdaptiveElement>();
        var concept = string.Empty;
        foreach (var owed in page.Items)
        {
            if (severalConcepts && owed.Concept != concept)
            {
                body.Add(CardText.Section(owed.ConceptName));
                concept = owed.Concept;
            }

            body.Add(Entry(owed, isPrivate, context));
        }

        var summary = !isPrivate ? CommandTexts.Count("owed.rounds", context.Culture, all.Count)
            : missing == 0 ? CommandTexts.Get("owed.allCast", context.Culture)
            : CommandTexts.Count("owed.missing", context.Culture, missing);
        var card = CommandCard.Of(
            CommandTexts.Get(isPrivate ? "owed.title" : "owed.titleShared", context.Culture),
            summary,
            context.Culture,
            [CardText.Line(summary), .. isPrivate ? Array.Empty<AdaptiveElement>() : [CardText.Line(CommandTexts.Get("owed.shared", context.Culture), isSubtle: true)], .. body, .. page.Caption(context.Culture)]);
        card.Actions = [.. page.Buttons("offen", context.Culture)];
        return card;
    }

    /// <summary>By concept, the one with the nearest due date first; within it what is owed before what was cast, the nearest first.</summary>
    private static IReadOnlyList<OwedView> Ordered(IReadOnlyList<OwedView> all, bool isPrivate) =>
    [
        .. all.GroupBy(owed => owed.Concept)
            .OrderBy(concept => isPrivate && concept.All(owed => owed.CastAt is not null)).ThenBy(concept => concept.Min(owed => owed.Round.Due)).ThenBy(concept => concept.Key, StringComparer.Ordinal)
            .SelectMany(concept => concept
                .OrderBy(owed => isPrivate && owed.CastAt is not null).ThenBy(owed => owed.Round.Due).ThenBy(owed => owed.Round.Id, StringComparer.Ordinal).ThenBy(owed => owed.For.Id, StringComparer.Ordinal)),
    ];

    private AdaptiveContainer Entry(OwedView owed, bool isPrivate, CommandContext context)
    {
        var culture = context.Culture;
        var isChange = isPrivate && owed.CastAt is not null;
        var lines = new List<AdaptiveElement>
        {
            CommandCard.Strong(owed.Round.Title),
            CardText.Line(TimeLeft.Until(owed.Round.Due, clock.GetUtcNow(), culture)),
            CardText.Line($"{owed.Round.GroupName} · {CommandTexts.Count("items", culture, owed.Round.ItemCount)}", isSubtle: true),
        };
        if (owed.For.Id != context.Actor.Id.Value)
        {
            lines.Add(CardText.Line(CommandTexts.Format("owed.for", culture, owed.For.Name)));
        }

        if (isPrivate)
        {
            lines.Add(CardText.Line(owed.CastAt is { } at ? CommandTexts.Format("owed.cast", culture, CardText.Instant(at, culture)) : CommandTexts.Get("owed.notCast", culture)));
        }

        var button = CommandCard.ExecuteAlone(
            CommandTexts.Get(isChange ? "owed.change" : "owed.vote", culture),
            "ballot.show",
            new JObject { ["concept"] = owed.Concept, ["round"] = owed.Round.Id, ["for"] = owed.For.Id });
        button.Tooltip = CardText.Short(owed.Round.Title, 100);
        return CommandCard.Entry([.. lines, CommandCard.Buttons(button)]);
    }
}
