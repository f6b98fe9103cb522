using System.Globalization;
using Insek.Office.Bot.Actions;
using Insek.Office.Bot.Api;
using Insek.Office.Bot.Search;
using Insek.Office.Bot.Teams;
using Insek.Office.Bot.Texts;

namespace Insek.Office.Bot.Commands;

/// <summary>Answers what people type, forgiving of case, umlauts and slips.</summary>
internal sealed partial class CommandRouter(IEnumerable<ICommand> commands, ILogger<CommandRouter> log)
{
    private const string Help = "hilfe";

    private readonly IReadOnlyList<(string Folded, ICommand Command)> _words =
        [.. commands.SelectMany(command => command.Words.Select(word => (Folding.Fold(word), command)))];

    /// <summary>Answers a message. Nothing, or nothing like a command, is answered with what can be typed.</summary>
    /// <param name="text">What was typed, with or without the mention of the bot.</param>
    /// <param name="actor">Who typed it.</param>
    /// <param name="place">Where.</param>
    /// <param name="culture">The language to answer in.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task<CardReply> AnswerAsync(string text, Actor actor, Place place, CultureInfo culture, CancellationToken cancellationToken) =>
        AnswerAsync(text, concept: null, actor, place, culture, cancellationToken);

    /// <summary>Answers a command that a button carries, with the concept it names.</summary>
    public async Task<CardReply> AnswerAsync(string text, string? concept, Actor actor, Place place, CultureInfo culture, CancellationToken cancellationToken)
    {
        var line = CommandLine.Parse(text);
        if (Find(line.Word.Length == 0 ? Help : line.Word) is not { } command)
        {
            if (Nearest(line.Word) is { } meant)
            {
                return Suggestion(meant, line, culture);
            }

            command = Find(Help) ?? throw new InvalidOperationException("The help command is not registered.");
        }

        try
        {
            return await command.HandleAsync(new CommandContext(actor, place, line.Argument, culture, concept), cancellationToken);
        }
        catch (ApiUnavailableException failure)
        {
            LogUnavailable(log, command.Words[0], failure);
            return new CardReply.Message(ProblemTexts.Unavailable(culture));
        }
    }

    private static CardReply.Card Suggestion(ICommand meant, CommandLine line, CultureInfo culture)
    {
        var word = CommandTexts.Get($"word.{meant.Words[0]}", culture);
        var command = line.Argument.Length == 0 ? word : $"{word} {line.Argument}";
        var question = CommandTexts.Format("suggestion", culture, word);
        var card = CommandCard.Of(question, question, culture, Cards.CardText.Paragraph(CommandTexts.Format("suggestion.unknown", culture, line.Typed)));
        card.Actions = [CommandCard.Run(CommandTexts.Format("suggestion.yes", culture, word), command), CommandCard.Run(CommandTexts.Get("suggestion.help", culture), Help)];
        return CommandCard.Reply(card);
    }

    private ICommand? Find(string word) => _words.FirstOrDefault(known => known.Folded == word).Command;

    private ICommand? Nearest(string word)
    {
        var tolerated = EditDistance.Tolerated(word.Length);
        var (distance, command) = _words.Select(known => (Distance: EditDistance.Between(word, known.Folded, tolerated), known.Command)).MinBy(known => known.Distance);
        return distance <= tolerated ? command : null;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Command {Command}: the API gave no usable answer")]
    private static partial void LogUnavailable(ILogger logger, string command, Exception failure);
}
