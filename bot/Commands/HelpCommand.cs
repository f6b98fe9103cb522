using AdaptiveCards;
using Insek.Office.Bot.Actions;
using Insek.Office.Bot.Cards;
using Insek.Office.Bot.Teams;

namespace Insek.Office.Bot.Commands;

/// <summary><c>hilfe</c>: what can be typed. Asks nobody, so that it answers even when the API does not.</summary>
internal sealed class HelpCommand : ICommand
{
    /// <summary>The commands in the groups people look for them in.</summary>
    private static readonly (string Group, string[] Commands)[] _groups =
    [
        ("vote", ["offen", "runde", "stellvertretung"]),
        ("remember", ["fristen", "erinnerungen"]),
        ("look", ["status", "massnahme", "uebersicht"]),
        ("administer", ["verbinden", "zustellung"]),
    ];

    private static readonly string[] _buttons = ["offen", "status", "uebersicht"];

    public IReadOnlyList<string> Words => ["hilfe", "help", "hallo", "hello", "hi", "start", "befehle", "commands"];

    public Task<CardReply> HandleAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var culture = context.Culture;
        var card = CommandCard.Of(
            CommandTexts.Get("help.title", culture),
            CommandTexts.Get("help.summary", culture),
            culture,
            [
                CardText.Line(CommandTexts.Get("help.intro", culture)),
                .. _groups.SelectMany(group => group.Commands
                    .Select(command => (AdaptiveElement)Described(command, context))
                    .Prepend(CardText.Section(CommandTexts.Get($"help.group.{group.Group}", culture)))),
            ]);
        string[] others = context.Place.Kind is PlaceKind.Personal ? ["fristen", "runde"] : ["fristen", "runde", "verbinden"];
        card.Actions = [.. _buttons.Select(Button), .. others.Select(Button).Select(CommandCard.Secondary)];
        return Task.FromResult<CardReply>(CommandCard.Reply(card));

        AdaptiveExecuteAction Button(string command) => CommandCard.Run(CommandTexts.Get($"word.{command}", culture), command);
    }

    private static AdaptiveRichTextBlock Described(string command, CommandContext context) => new()
    {
        Inlines =
        [
            new AdaptiveTextRun(CommandTexts.Get($"help.typed.{command}", context.Culture)) { Weight = AdaptiveTextWeight.Bolder },
            new AdaptiveTextRun(CommandTexts.Get($"help.does.{command}", context.Culture)),
        ],
        Spacing = AdaptiveSpacing.Small,
    };
}
