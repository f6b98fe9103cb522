using System.Globalization;
using Insek.Office.Bot.Actions;
using Insek.Office.Bot.Teams;

namespace Insek.Office.Bot.Commands;

/// <summary>Answers what people type.</summary>
internal sealed class CommandRouter(IEnumerable<ICommand> commands)
{
    /// <summary>Hands the text to the command whose word it begins with.</summary>
    public Task<CardReply> AnswerAsync(string text, Actor actor, Place place, CultureInfo culture, CancellationToken cancellationToken)
    {
        var parts = text.Split(' ', 2);
        var command = commands.FirstOrDefault(command => command.Words.Contains(parts[0], StringComparer.OrdinalIgnoreCase));
        return command is null
            ? Task.FromResult<CardReply>(new CardReply.Message("hilfe"))
            : command.HandleAsync(new CommandContext(actor, place, parts.ElementAtOrDefault(1) ?? string.Empty, culture), cancellationToken);
    }
}
