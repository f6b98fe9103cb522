using Insek.Office.Bot.Actions;
using Insek.Office.Bot.Api;
using Insek.Office.Bot.Search;
using Insek.Office.Bot.Texts;
using Insek.Office.Contracts;

namespace Insek.Office.Bot.Commands.Opening;

/// <summary><c>runde</c>: begins the dialog that opens a round. For the chairs of working groups, and administrators.</summary>
internal sealed class OpenRoundCommand(ConceptsApi api, ConceptChoice concepts, OpeningDesk desk, TimeProvider clock) : ICommand
{
    public IReadOnlyList<string> Words => ["runde", "round", "abstimmung", "abstimmungsrunde"];

    public async Task<CardReply> HandleAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var culture = context.Culture;
        if (!(await concepts.ChooseAsync(context, "runde", cancellationToken)).TryGet(out var found, out var reply))
        {
            return reply;
        }

        if (!(await api.GroupsAsync(found.Id, context.Actor, cancellationToken)).TryGet(out var groups, out var problem))
        {
            return new CardReply.Message(ProblemTexts.For(problem, culture));
        }

        // The steering group's rounds begin by themselves when a working group's round has passed.
        var own = groups.Where(group => group.Kind == "workingGroup" && (found.Me.IsAdministrator || group.Chair?.Id == context.Actor.Id.Value)).ToList();
        if (own.Count == 0)
        {
            return new CardReply.Message(OpeningTexts.Get("notAllowed", culture));
        }

        return Wanted(own, found, context) is { } group
            ? await desk.FormAsync(RoundForm.Empty(found.Id, group.Id, clock.GetUtcNow()), problem: null, context.Actor, culture, cancellationToken)
            : CommandCard.Reply(GroupCard.For(found.Concept, own, culture));
    }

    /// <summary>The group that was typed, or the conversation's, or the only one.</summary>
    private static GroupView? Wanted(List<GroupView> own, ChosenConcept.Found found, CommandContext context) => own switch
    {
        [var only] => only,
        _ when context.Argument.Length > 0 => NameMatch.Best(context.Argument, own, group => [group.Id, group.Name, .. group.Sectors]),
        _ => own.FirstOrDefault(group => group.Id == found.Binding?.Group),
    };
}
