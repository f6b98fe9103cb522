using Insek.Office.Bot.Actions;
using Insek.Office.Bot.Api;
using Insek.Office.Bot.Search;
using Insek.Office.Bot.Texts;
using Insek.Office.Contracts;

namespace Insek.Office.Bot.Commands;

/// <summary><c>status</c>: how far the sector concepts are, or one of them, and which rounds are open.</summary>
internal sealed class StatusCommand(ConceptsApi api, ConceptChoice concepts, MeasureCatalogues catalogues, TimeProvider clock) : ICommand
{
    /// <summary>Of each round the progress is read, one call each: more than these are only counted.</summary>
    private const int MaxRounds = 6;

    public IReadOnlyList<string> Words => ["status", "stand", "state"];

    public async Task<CardReply> HandleAsync(CommandContext context, CancellationToken cancellationToken)
    {
        if (!(await concepts.ChooseAsync(context, "status", cancellationToken)).TryGet(out var found, out var reply))
        {
            return reply;
        }

        var (catalogue, rounds) = (catalogues.ReadAsync(found.Id, context.Actor, cancellationToken), api.OpenRoundsAsync(found.Id, context.Actor, cancellationToken));
        await Task.WhenAll(catalogue, rounds);
        if (!(await catalogue).TryGet(out var content, out var problem) || !(await rounds).TryGet(out var open, out problem))
        {
            return new CardReply.Message(ProblemTexts.For(problem, context.Culture));
        }

        if (content.Sectors.Count == 0)
        {
            return new CardReply.Message(CommandTexts.Get("status.noSectors", context.Culture));
        }

        var cards = new StatusCards(content, found.Concept, clock.GetUtcNow(), context);
        if (context.Argument.Length == 0)
        {
            return CommandCard.Reply(cards.All(await ReadAsync([.. open.Take(MaxRounds)], found.Id, context, cancellationToken), open.Count));
        }

        if (NameMatch.Best(context.Argument, content.Sectors, sector => [sector.Key, sector.Name, sector.LongName, sector.SourceTitle]) is not { } wanted)
        {
            return CommandCard.Reply(cards.Unknown());
        }

        // Which sector concept a round is about is seen from its items only.
        var read = await ReadAsync(open, found.Id, context, cancellationToken);
        return CommandCard.Reply(cards.One(wanted, [.. read.Where(round => round.Items.Any(item => item.Sector == wanted.Name))]));
    }

    /// <summary>The rounds with their progress; one that ended meanwhile is left out.</summary>
    private async Task<IReadOnlyList<RoundView>> ReadAsync(IReadOnlyList<RoundSummary> rounds, string concept, CommandContext context, CancellationToken cancellationToken)
    {
        var answers = await Task.WhenAll(rounds.Select(round => api.RoundAsync(concept, round.Id, context.Actor, cancellationToken)));
        return [.. answers.Select(answer => answer.TryGet(out var round, out _) ? round : null).OfType<RoundView>().Where(round => round.State == "open")];
    }
}
