using AdaptiveCards;

namespace Insek.Office.Sdk.Tests.Cards;

/// <summary>A card with everything this product uses, as it would use it.</summary>
internal static class EveryElement
{
    private const string Pixel = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    public static AdaptiveCard Card() => new("1.5")
    {
        Lang = "de",
        Speak = "Abstimmung über eine Maßnahme",
        FallbackText = "Bitte Teams aktualisieren",
        Refresh = new AdaptiveRefresh { Action = new AdaptiveExecuteAction { Verb = "round.refresh", Data = new { roundId = "r1" } }, UserIds = ["29:ada"] },
        AdditionalProperties = { ["msteams"] = new { width = "Full" } },
        Body = { Heading(), Change(), Columns(), Facts(), Table(), Inputs(), Buttons() },
        Actions =
        {
            new AdaptiveExecuteAction { Title = "Zustimmen", Verb = "round.vote", Data = new { vote = "yes" }, Style = "positive", Tooltip = "Stimmt der Maßnahme zu" },
            new AdaptiveExecuteAction { Title = "Ablehnen", Verb = "round.vote", Data = new { vote = "no" }, Style = "destructive", AssociatedInputs = AdaptiveAssociatedInputs.None },
            new AdaptiveShowCardAction { Title = "Kommentar", Card = new AdaptiveCard("1.5") { Body = { new AdaptiveTextInput { Id = "comment", Label = "Kommentar" } } } },
        },
    };

    private static AdaptiveContainer Heading() => new()
    {
        Style = AdaptiveContainerStyle.Emphasis,
        Bleed = true,
        Items =
        [
            new AdaptiveTextBlock("Maßnahme 3: **Radweg** am Fluss") { Style = AdaptiveTextBlockStyle.Heading, Size = AdaptiveTextSize.Large, Weight = AdaptiveTextWeight.Bolder, Wrap = true },
            new AdaptiveTextBlock("Runde 2, bis 30. November") { IsSubtle = true, Wrap = true, Spacing = AdaptiveSpacing.None },
        ],
    };

    private static AdaptiveRichTextBlock Change() => new()
    {
        Inlines =
        [
            new AdaptiveTextRun("bis 2028 ") { Strikethrough = true, Color = AdaptiveTextColor.Attention },
            new AdaptiveTextRun("bis 2027") { Underline = true, Highlight = true, Weight = AdaptiveTextWeight.Bolder },
            new AdaptiveTextRun(" (Vorschlag)") { Italic = true },
        ],
    };

    private static AdaptiveColumnSet Columns() => new()
    {
        Separator = true,
        Columns =
        [
            new AdaptiveColumn { Width = AdaptiveColumnWidth.Auto, Items = [new AdaptiveImage(Pixel) { AltText = "Portrait", Style = AdaptiveImageStyle.Person, Size = AdaptiveImageSize.Small }] },
            new AdaptiveColumn { Width = AdaptiveColumnWidth.Stretch, VerticalContentAlignment = AdaptiveVerticalContentAlignment.Center, Items = [new AdaptiveTextBlock("Ada") { Wrap = true, MaxLines = 2, Color = AdaptiveTextColor.Good }] },
        ],
    };

    private static AdaptiveFactSet Facts() => new() { Facts = [new AdaptiveFact("Frist", "30. November"), new AdaptiveFact("Stimmen", "4 von 7")] };

    private static AdaptiveTable Table() => new()
    {
        FirstRowAsHeaders = true,
        GridStyle = AdaptiveContainerStyle.Default,
        Columns = [new AdaptiveTableColumnDefinition { Width = 2 }, new AdaptiveTableColumnDefinition { Width = 1, HorizontalContentAlignment = AdaptiveHorizontalContentAlignment.Right }],
        Rows = [Row("Person", "Stimme"), Row("Ada", "ja"), Row("Bo", "offen")],
    };

    private static AdaptiveTableRow Row(params string[] texts) => new()
    {
        Cells = [.. texts.Select(text => new AdaptiveTableCell { Type = AdaptiveTableCell.TypeName, Items = [new AdaptiveTextBlock(text) { Wrap = true }] })],
    };

    private static AdaptiveContainer Inputs() => new()
    {
        Id = "inputs",
        Items =
        [
            new AdaptiveTextInput { Id = "reason", Label = "Begründung", IsRequired = true, ErrorMessage = "Bitte begründen", Placeholder = "Warum?", IsMultiline = true, MaxLength = 500 },
            new AdaptiveNumberInput { Id = "years", Label = "Jahre", Min = 0, Max = 10, Value = 2 },
            new AdaptiveDateInput { Id = "day", Label = "Tag", Value = "2026-11-22" },
            new AdaptiveTimeInput { Id = "time", Label = "Uhrzeit", Value = "09:30" },
            new AdaptiveToggleInput { Id = "notify", Label = "Benachrichtigung", Title = "Alle benachrichtigen", Wrap = true },
            Choices("status", "Stand", AdaptiveChoiceInputStyle.Compact, isMultiSelect: false),
            Choices("priority", "Vorrang", AdaptiveChoiceInputStyle.Expanded, isMultiSelect: false),
            Choices("fields", "Handlungsfelder", AdaptiveChoiceInputStyle.Expanded, isMultiSelect: true),
            Choices("people", "Personen", AdaptiveChoiceInputStyle.Filtered, isMultiSelect: false),
        ],
    };

    private static AdaptiveChoiceSetInput Choices(string id, string label, AdaptiveChoiceInputStyle style, bool isMultiSelect)
    {
        var input = new AdaptiveChoiceSetInput
        {
            Id = id,
            Label = label,
            Style = style,
            IsMultiSelect = isMultiSelect,
            Wrap = true,
            Placeholder = "Bitte wählen",
            Choices = [new AdaptiveChoice { Title = "Eins", Value = "1" }, new AdaptiveChoice { Title = "Zwei", Value = "2" }],
        };

        if (style == AdaptiveChoiceInputStyle.Filtered)
        {
            input.AdditionalProperties["choices.data"] = new { type = "Data.Query", dataset = "graph.microsoft.com/users" };
        }

        return input;
    }

    private static AdaptiveActionSet Buttons() => new()
    {
        Actions =
        [
            new AdaptiveOpenUrlAction { Title = "Dokument öffnen", Url = new Uri("https://example.org/") },
            new AdaptiveToggleVisibilityAction { Title = "Eingaben", TargetElements = [new AdaptiveTargetElement("inputs")] },
            new AdaptiveSubmitAction { Title = "Später", Data = new { later = true }, IsEnabled = false, Mode = AdaptiveActionMode.Secondary },
        ],
        Fallback = new AdaptiveFallbackElement(new AdaptiveTextBlock("nicht hier")),
    };
}
