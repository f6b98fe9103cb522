using System.Diagnostics.CodeAnalysis;
using Insek.Office.Bot.Actions;
using Insek.Office.Bot.Api;
using Insek.Office.Bot.Cards;
using Insek.Office.Bot.Texts;
using Insek.Office.Contracts;

namespace Insek.Office.Bot.Commands;

/// <summary>Finds out which concept a command is about.</summary>
internal sealed class ConceptChoice(ConceptsApi api)
{
    /// <summary>In a bound conversation its concept; else the only one the person can see, or the one the card named; else the person is asked.</summary>
    /// <param name="context">The command.</param>
    /// <param name="command">The command's word, to run it again after the question.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<ChosenConcept> ChooseAsync(CommandContext context, string command, CancellationToken cancellationToken)
    {
        var binding = await api.BindingOfAsync(context.Place, context.Actor, cancellationToken);
        return await ChooseAsync(context, command, binding?.Concept ?? context.Concept, binding, cancellationToken);
    }

    /// <summary>As <see cref="ChooseAsync(CommandContext, string, CancellationToken)"/>, but what the conversation is bound to does not decide.</summary>
    public async Task<ChosenConcept> ChooseFreelyAsync(CommandContext context, string command, CancellationToken cancellationToken)
    {
        var binding = await api.BindingOfAsync(context.Place, context.Actor, cancellationToken);
        return await ChooseAsync(context, command, context.Concept, binding, cancellationToken);
    }

    private async Task<ChosenConcept> ChooseAsync(CommandContext context, string command, string? named, BindingDocument? binding, CancellationToken cancellationToken)
    {
        if (!(await api.MeAsync(context.Actor, cancellationToken)).TryGet(out var me, out var problem))
        {
            return ChosenConcept.Not(new CardReply.Message(ProblemTexts.For(problem, context.Culture)));
        }

        if (named is not null)
        {
            return me.Concepts.FirstOrDefault(concept => concept.Id == named) is { } known
                ? ChosenConcept.Of(known, me, binding)
                : ChosenConcept.Not(new CardReply.Message(ProblemTexts.For("not-in-concept", context.Culture)));
        }

        return me.Concepts switch
        {
            [] => ChosenConcept.Not(new CardReply.Message(CommandTexts.Get("concept.none", context.Culture))),
            [var only] => ChosenConcept.Of(only, me, binding),
            var several => ChosenConcept.Not(Question(several, context, command)),
        };
    }

    private static CardReply.Card Question(IReadOnlyList<ConceptSummary> concepts, CommandContext context, string command)
    {
        var typed = CommandTexts.Get($"word.{command}", context.Culture);
        var text = context.Argument.Length == 0 ? typed : $"{typed} {context.Argument}";
        var card = CommandCard.Of(
            CommandTexts.Get("concept.which", context.Culture),
            CommandTexts.Get("concept.which", context.Culture),
            context.Culture,
            concepts.OrderBy(concept => concept.Town, StringComparer.Create(context.Culture, ignoreCase: true)).Select(concept => CommandCard.Entry(
                CommandCard.Strong(concept.Town),
                CardText.Line(concept.Title, isSubtle: true),
                CommandCard.Buttons(CommandCard.ExecuteAlone(CommandTexts.Format("concept.take", context.Culture, CardText.Short(concept.Town, 40)), ChooseConcept.Name, CommandCard.Named(text, concept.Id))))));
        return CommandCard.Reply(card);
    }
}

/// <summary>The concept a command is about, or what is answered instead.</summary>
internal sealed record ChosenConcept
{
    private readonly Found? _found;
    private readonly CardReply? _reply;

    private ChosenConcept(Found? found, CardReply? reply) => (_found, _reply) = (found, reply);

    public static ChosenConcept Of(ConceptSummary concept, MeView me, BindingDocument? binding) => new(new Found(concept, me, binding), reply: null);

    public static ChosenConcept Not(CardReply reply) => new(found: null, reply);

    /// <returns>Whether a concept was found.</returns>
    public bool TryGet([NotNullWhen(true)] out Found? found, [NotNullWhen(false)] out CardReply? reply)
    {
        (found, reply) = (_found, _reply);
        return reply is null;
    }

    /// <param name="Concept">The concept.</param>
    /// <param name="Me">Who asks.</param>
    /// <param name="Binding">What the conversation is bound to.</param>
    internal sealed record Found(ConceptSummary Concept, MeView Me, BindingDocument? Binding)
    {
        public string Id => Concept.Id;
    }
}
