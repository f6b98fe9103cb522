using AdaptiveCards;
using Insek.Office.Bot.Actions;
using Insek.Office.Bot.Api;
using Insek.Office.Bot.Cards;
using Insek.Office.Bot.Texts;
using Insek.Office.Contracts;

namespace Insek.Office.Bot.Commands;

/// <summary><c>übersicht</c>: how many goals and measures the sector concepts have.</summary>
internal sealed class OverviewCommand(ConceptsApi api, ConceptChoice concepts) : ICommand
{
    public IReadOnlyList<string> Words => ["uebersicht", "overview", "ueberblick"];

    public async Task<CardReply> HandleAsync(CommandContext context, CancellationToken cancellationToken)
    {
        if (!(await concepts.ChooseAsync(context, "uebersicht", cancellationToken)).TryGet(out var found, out var reply))
        {
            return reply;
        }

        return (await api.OverviewAsync(found.Id, context.Actor, cancellationToken)).TryGet(out var table, out var problem)
            ? CommandCard.Reply(Card(table, found.Concept, context))
            : new CardReply.Message(ProblemTexts.For(problem, context.Culture));
    }

    private static AdaptiveCard Card(TableDocument table, ConceptSummary concept, CommandContext context)
    {
        var culture = context.Culture;
        var totals = table.Rows.FirstOrDefault(row => row.Kind == "total");
        var counted = totals is null
            ? string.Empty
            : string.Join(", ", table.Columns.Zip(totals.Cells).Where(pair => pair.First.Numeric).Select(pair => $"{Text(pair.Second)} {CommandTexts.Find($"overview.long.{pair.First.Key}", culture) ?? pair.First.Heading}"));
        return CommandCard.Of(
            CommandTexts.Get("overview.title", culture),
            CommandTexts.Format("overview.summary", culture, concept.Title, counted),
            culture,
            [
                CardText.Line(concept.Title, isSubtle: true),
                new AdaptiveTable
                {
                    Columns = [.. table.Columns.Select(column => new AdaptiveTableColumnDefinition { Width = column.Numeric ? 3 : 5 })],
                    Rows =
                    [
                        new AdaptiveTableRow { Style = AdaptiveContainerStyle.Emphasis, Cells = [.. table.Columns.Select(column => Cell(Heading(column, context), column.Numeric, isStrong: true))] },
                        .. table.Rows.Select(row => new AdaptiveTableRow
                        {
                            Style = row.Kind == "total" ? AdaptiveContainerStyle.Emphasis : null,
                            Cells = [.. table.Columns.Zip(row.Cells).Select((pair, index) => Cell(
                                row.Kind == "total" && index == 0 ? CommandTexts.Get("overview.total", culture) : Text(pair.Second), pair.First.Numeric, row.Kind == "total"))],
                        }),
                    ],
                },
                CardText.Line(CommandTexts.Get("overview.legend", culture), isSubtle: true),
                .. table.AsOf is { } asOf ? [CardText.Line(CommandTexts.Format("overview.asOf", culture, CardText.Day(asOf, culture)), isSubtle: true)] : Array.Empty<AdaptiveElement>(),
            ]);
    }

    /// <summary>A heading short enough for a phone, where there is one.</summary>
    private static string Heading(TableColumnDocument column, CommandContext context) => CommandTexts.Find($"overview.column.{column.Key}", context.Culture) ?? column.Heading;

    private static string Text(TableCellDocument cell) => string.Join('\n', cell.Items.Select(item => item.Text));

    private static AdaptiveTableCell Cell(string text, bool isNumeric, bool isStrong) => new()
    {
        Type = AdaptiveTableCell.TypeName,
        Items =
        [
            // A name may break at its slashes; in a narrow column it would else break anywhere.
            new AdaptiveTextBlock(CardText.Escape(text).Replace("/", "/\u200B", StringComparison.Ordinal))
            {
                Wrap = true,
                Weight = isStrong ? AdaptiveTextWeight.Bolder : AdaptiveTextWeight.Default,
                HorizontalAlignment = isNumeric ? AdaptiveHorizontalAlignment.Right : AdaptiveHorizontalAlignment.Left,
            },
        ],
    };
}
