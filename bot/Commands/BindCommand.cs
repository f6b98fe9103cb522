using AdaptiveCards;
using Insek.Office.Bot.Actions;
using Insek.Office.Bot.Api;
using Insek.Office.Bot.Cards;
using Insek.Office.Bot.Teams;
using Insek.Office.Bot.Texts;
using Insek.Office.Contracts;
using Newtonsoft.Json.Linq;

namespace Insek.Office.Bot.Commands;

/// <summary><c>verbinden</c>: in which channel or group chat a group's rounds are shown.</summary>
internal sealed class BindCommand(ConceptsApi api, ConceptChoice concepts) : ICommand
{
    public IReadOnlyList<string> Words => ["verbinden", "connect", "bind", "verbindung"];

    public async Task<CardReply> HandleAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var culture = context.Culture;
        if (context.Place.Kind is PlaceKind.Personal)
        {
            return new CardReply.Message(CommandTexts.Get("bind.elsewhere", culture));
        }

        if (!(await concepts.ChooseFreelyAsync(context, "verbinden", cancellationToken)).TryGet(out var found, out var reply))
        {
            return reply;
        }

        if (!found.Me.IsAdministrator)
        {
            return new CardReply.Message(CommandTexts.Get("bind.administrators", culture));
        }

        if (!(await api.GroupsAsync(found.Id, context.Actor, cancellationToken)).TryGet(out var groups, out var problem))
        {
            return new CardReply.Message(ProblemTexts.For(problem, culture));
        }

        return groups.Count == 0
            ? new CardReply.Message(CommandTexts.Format("bind.noGroups", culture, found.Concept.Title))
            : CommandCard.Reply(Card(found, groups, context));
    }

    private static AdaptiveCard Card(ChosenConcept.Found found, IReadOnlyList<GroupView> groups, CommandContext context)
    {
        var culture = context.Culture;
        var bound = found.Binding is { } binding ? groups.FirstOrDefault(group => group.Concept == binding.Concept && group.Id == binding.Group) : null;
        var state = bound is not null ? CommandTexts.Format("bind.bound", culture, bound.Name)
            : found.Binding is not null ? CommandTexts.Get("bind.boundElsewhere", culture)
            : CommandTexts.Get("bind.unbound", culture);
        var card = CommandCard.Of(
            CommandTexts.Get("bind.title", culture),
            state,
            culture,
            CardText.Line(found.Concept.Title, isSubtle: true),
            CardText.Line(state),
            new AdaptiveChoiceSetInput
            {
                Id = "group",
                Label = CommandTexts.Get("bind.group", culture),
                Value = bound?.Id,
                Placeholder = CommandTexts.Get("bind.choose", culture),
                Choices = [.. groups.Select(group => new AdaptiveChoice { Title = CardText.Short(group.Name, 120), Value = group.Id })],
            });
        card.Actions = [CommandCard.Execute(CommandTexts.Get("bind.save", culture), SaveBinding.Name, new JObject { ["concept"] = found.Id })];
        if (found.Binding is not null)
        {
            card.Actions.Add(CommandCard.ExecuteAlone(CommandTexts.Get("bind.remove", culture), RemoveBinding.Name, []));
        }

        return card;
    }
}

/// <summary>Handles <c>bind.save</c>. The conversation is the one the card is in; that the person may do it is for the API to say.</summary>
internal sealed class SaveBinding(ConceptsApi api) : ICardAction
{
    public const string Name = "bind.save";

    public string Verb => Name;

    public async Task<CardReply> HandleAsync(CardActionContext context, CancellationToken cancellationToken)
    {
        var culture = context.Culture;
        if (context.Place.Kind is PlaceKind.Personal)
        {
            return new CardReply.Message(CommandTexts.Get("bind.elsewhere", culture));
        }

        if (context.Text("concept") is not { Length: > 0 } concept || context.Text("group") is not { Length: > 0 } group)
        {
            return new CardReply.Message(CommandTexts.Get("bind.nothingChosen", culture));
        }

        if (!(await api.BindAsync(new BindingDocument(context.Place.Conversation, concept, group), context.Actor, cancellationToken)).TryGet(out var bound, out var problem)
            || !(await api.GroupsAsync(bound.Concept, context.Actor, cancellationToken)).TryGet(out var groups, out problem))
        {
            return new CardReply.Message(ProblemTexts.For(problem, culture));
        }

        var text = CommandTexts.Format("bind.done", culture, groups.FirstOrDefault(known => known.Id == bound.Group)?.Name ?? bound.Group);
        var card = CommandCard.Of(CommandTexts.Get("bind.doneTitle", culture), text, culture, CardText.Paragraph(text));
        card.Actions = [CommandCard.Run(CommandTexts.Get("bind.again", culture), "verbinden", bound.Concept)];
        return CommandCard.Reply(card);
    }
}

/// <summary>Handles <c>bind.remove</c>.</summary>
internal sealed class RemoveBinding(ConceptsApi api) : ICardAction
{
    public const string Name = "bind.remove";

    public string Verb => Name;

    public async Task<CardReply> HandleAsync(CardActionContext context, CancellationToken cancellationToken)
    {
        if (!(await api.UnbindAsync(context.Place.Conversation, context.Actor, cancellationToken)).TryGet(out _, out var problem))
        {
            return new CardReply.Message(ProblemTexts.For(problem, context.Culture));
        }

        var text = CommandTexts.Get("bind.removed", context.Culture);
        var card = CommandCard.Of(CommandTexts.Get("bind.removedTitle", context.Culture), text, context.Culture, CardText.Paragraph(text));
        card.Actions = [CommandCard.Run(CommandTexts.Get("bind.again", context.Culture), "verbinden")];
        return CommandCard.Reply(card);
    }
}
