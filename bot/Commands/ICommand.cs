using System.Globalization;
using Insek.Office.Bot.Actions;
using Insek.Office.Bot.Teams;

namespace Insek.Office.Bot.Commands;

/// <summary>Handles one command that people type. Registered as a singleton of this type.</summary>
internal interface ICommand
{
    /// <summary>The words it answers to, German first, without accents and in lower case, for example "massnahme", "measure".</summary>
    IReadOnlyList<string> Words { get; }

    /// <summary>Answers the command.</summary>
    Task<CardReply> HandleAsync(CommandContext context, CancellationToken cancellationToken);
}

/// <summary>A typed command.</summary>
/// <param name="Actor">Who typed it.</param>
/// <param name="Place">Where.</param>
/// <param name="Argument">What follows the command word, as typed; empty where nothing does.</param>
/// <param name="Culture">The language to answer in.</param>
/// <param name="Concept">The concept a button named: only a wish, since it comes from a card.</param>
internal sealed record CommandContext(Actor Actor, Place Place, string Argument, CultureInfo Culture, string? Concept = null);
