using Insek.Office.Bot.Actions;
using Insek.Office.Bot.Commands;
using Insek.Office.Bot.Teams;

namespace Insek.Office.Bot.Deadlines;

/// <summary><c>fristen</c>: one's own open deadlines; with a person, an office, words of a title or a filter, the concept's.</summary>
/// <remarks>Where others read along, everybody's deadlines of the concept are shown rather than one person's.</remarks>
internal sealed class DeadlinesCommand(DeadlineLists lists, ConceptChoice concepts) : ICommand
{
    private const int LongestArgument = 100;

    public IReadOnlyList<string> Words => ["fristen", "deadlines", "frist", "deadline", "termine", "faellig", "due"];

    public async Task<CardReply> HandleAsync(CommandContext context, CancellationToken cancellationToken)
    {
        if (context.Argument.Length == 0 && context.Place.Kind is PlaceKind.Personal)
        {
            return await lists.ShowAsync(DeadlineOrigin.Mine, context.Actor.Call, context.Culture, notice: null, cancellationToken);
        }

        if (!(await concepts.ChooseAsync(context, "fristen", cancellationToken)).TryGet(out var found, out var reply))
        {
            return reply;
        }

        var wish = context.Argument.Length <= LongestArgument ? context.Argument : context.Argument[..LongestArgument];
        return await lists.ShowAsync(new DeadlineOrigin(DeadlineOrigin.ListKind, wish, In: found.Id), context.Actor.Call, context.Culture, notice: null, cancellationToken);
    }
}
