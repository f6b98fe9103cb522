using Insek.Office.Bot.Actions;

namespace Insek.Office.Bot.Commands;

/// <summary>Handles <c>command.run</c>: a button that does what the command in it would do if it were typed.</summary>
internal sealed class RunCommand(CommandRouter router) : ICardAction
{
    public const string Name = "command.run";

    public string Verb => Name;

    public Task<CardReply> HandleAsync(CardActionContext context, CancellationToken cancellationToken) =>
        router.AnswerAsync(context.Text("command") ?? string.Empty, context.Text("concept"), context.Actor, context.Place, context.Culture, cancellationToken);
}

/// <summary>Handles <c>concept.choose</c>: runs the command again that had to ask which concept is meant.</summary>
internal sealed class ChooseConcept(CommandRouter router) : ICardAction
{
    public const string Name = "concept.choose";

    public string Verb => Name;

    public Task<CardReply> HandleAsync(CardActionContext context, CancellationToken cancellationToken) =>
        router.AnswerAsync(context.Text("command") ?? string.Empty, context.Text("concept"), context.Actor, context.Place, context.Culture, cancellationToken);
}
