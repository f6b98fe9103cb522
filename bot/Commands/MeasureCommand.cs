using AdaptiveCards;
using Insek.Office.Bot.Actions;
using Insek.Office.Bot.Api;
using Insek.Office.Bot.Cards;
using Insek.Office.Bot.Search;
using Insek.Office.Bot.Texts;

namespace Insek.Office.Bot.Commands;

/// <summary><c>maßnahme</c>: one measure, by id, external id or words.</summary>
internal sealed class MeasureCommand(ConceptsApi api, ConceptChoice concepts, MeasureCatalogues catalogues) : ICommand
{
    private const int MaxHits = 6;

    public IReadOnlyList<string> Words => ["massnahme", "measure", "massnahmen", "measures"];

    public async Task<CardReply> HandleAsync(CommandContext context, CancellationToken cancellationToken)
    {
        if (context.Argument.Length == 0)
        {
            return new CardReply.Message(CommandTexts.Get("measure.ask", context.Culture));
        }

        if (!(await concepts.ChooseAsync(context, "massnahme", cancellationToken)).TryGet(out var found, out var reply))
        {
            return reply;
        }

        if (!(await catalogues.ReadAsync(found.Id, context.Actor, cancellationToken)).TryGet(out var catalogue, out var problem))
        {
            return new CardReply.Message(ProblemTexts.For(problem, context.Culture));
        }

        if (catalogue.Find(context.Argument) is { } exact)
        {
            return await ShowAsync(exact, found.Id, context, cancellationToken);
        }

        return catalogue.Search(context.Argument) switch
        {
            [] => new CardReply.Message(CommandTexts.Format("measure.none", context.Culture, CardText.Short(context.Argument, 60))),
            [var only] => await ShowAsync(only.Entry, found.Id, context, cancellationToken),
            var several => CommandCard.Reply(Choice(several, found.Id, context)),
        };
    }

    private static AdaptiveCard Choice(IReadOnlyList<MeasureHit> hits, string concept, CommandContext context)
    {
        var culture = context.Culture;
        var summary = CommandTexts.Count("measure.which", culture, hits.Count, CardText.Short(context.Argument, 60));
        return CommandCard.Of(
            CommandTexts.Get("measure.whichTitle", culture),
            summary,
            culture,
            [
                CardText.Line(summary),
                .. hits.Take(MaxHits).Select(hit => CommandCard.Entry(
                    CommandCard.Strong(hit.Entry.Title),
                    CardText.Line($"{hit.Entry.Number} · {hit.Entry.Sector?.Name} · {CommandTexts.Word("state", hit.Entry.Measure.State ?? "draft", culture)}", isSubtle: true),
                    CommandCard.Buttons(CommandCard.Run(
                        CommandTexts.Format("measure.show", culture, CardText.Short(hit.Entry.Number, 40)),
                        $"{CommandTexts.Get("word.massnahme", culture)} {hit.Entry.Id}",
                        concept)))),
            ]);
    }

    /// <summary>The measure as it is at this moment: state and progress change without its content.</summary>
    private async Task<CardReply> ShowAsync(MeasureEntry entry, string concept, CommandContext context, CancellationToken cancellationToken) =>
        (await api.MeasureAsync(concept, entry.Id, context.Actor, cancellationToken)).TryGet(out var measure, out var problem)
            ? CommandCard.Reply(MeasureCard.For(new MeasureEntry(measure, entry.Concept, entry.Sector, entry.Goal, entry.Areas), withButtons: true, context.Culture))
            : new CardReply.Message(ProblemTexts.For(problem, context.Culture));
}
