using AdaptiveCards;

namespace Insek.Office.Sdk.Tests.Cards;

public sealed class ElementTests
{
    [Fact]
    public void A_text() =>
        Written.Is(
            """
            {
              "type": "TextBlock", "text": "**Ziel** 3", "size": "extraLarge", "weight": "bolder", "color": "attention", "isSubtle": true,
              "fontType": "monospace", "horizontalAlignment": "center", "wrap": true, "maxLines": 2, "style": "heading"
            }
            """,
            new AdaptiveTextBlock("**Ziel** 3")
            {
                Size = AdaptiveTextSize.ExtraLarge,
                Weight = AdaptiveTextWeight.Bolder,
                Color = AdaptiveTextColor.Attention,
                IsSubtle = true,
                FontType = AdaptiveFontType.Monospace,
                HorizontalAlignment = AdaptiveHorizontalAlignment.Center,
                Wrap = true,
                MaxLines = 2,
                Style = AdaptiveTextBlockStyle.Heading,
            });

    [Fact]
    public void A_text_without_looks_is_its_text() => Written.Is("""{ "type": "TextBlock", "text": "" }""", new AdaptiveTextBlock());

    [Fact]
    public void A_rich_text() =>
        Written.Is(
            """
            {
              "type": "RichTextBlock", "horizontalAlignment": "right",
              "inlines": [
                { "type": "TextRun", "text": "alt", "strikethrough": true, "color": "attention" },
                { "type": "TextRun", "text": "neu", "underline": true, "highlight": true, "italic": true, "weight": "lighter", "size": "small" },
                { "type": "TextRun", "text": " ", "isSubtle": true, "selectAction": { "type": "Action.Submit" } }
              ]
            }
            """,
            new AdaptiveRichTextBlock
            {
                HorizontalAlignment = AdaptiveHorizontalAlignment.Right,
                Inlines =
                [
                    new AdaptiveTextRun("alt") { Strikethrough = true, Color = AdaptiveTextColor.Attention },
                    new AdaptiveTextRun("neu")
                    {
                        Underline = true,
                        Highlight = true,
                        Italic = true,
                        Weight = AdaptiveTextWeight.Lighter,
                        Size = AdaptiveTextSize.Small,
                    },
                    new AdaptiveTextRun { IsSubtle = true, SelectAction = new AdaptiveSubmitAction() },
                ],
            });

    [Fact]
    public void A_container() =>
        Written.Is(
            """
            {
              "type": "Container", "style": "emphasis", "bleed": true, "minHeight": "80px", "verticalContentAlignment": "bottom", "rtl": true,
              "selectAction": { "type": "Action.ToggleVisibility", "targetElements": [] },
              "items": [ { "type": "TextBlock", "text": "innen" } ]
            }
            """,
            new AdaptiveContainer
            {
                Style = AdaptiveContainerStyle.Emphasis,
                Bleed = true,
                PixelMinHeight = 80,
                VerticalContentAlignment = AdaptiveVerticalContentAlignment.Bottom,
                Rtl = true,
                SelectAction = new AdaptiveToggleVisibilityAction(),
                Items = [new AdaptiveTextBlock("innen")],
            });

    [Fact]
    public void A_style_given_as_default_is_written() =>
        Written.Is("""{ "type": "Container", "style": "default", "items": [] }""", new AdaptiveContainer { Style = AdaptiveContainerStyle.Default });

    [Fact]
    public void Containers_are_filled_like_collections()
    {
        var container = new AdaptiveContainer { new AdaptiveTextBlock("a"), new AdaptiveTextBlock("b") };
        var columns = new AdaptiveColumnSet { new AdaptiveColumn { new AdaptiveTextBlock("c") } };

        Assert.Equal(2, container.Count());
        Assert.Equal("c", ((AdaptiveTextBlock)((AdaptiveColumn)columns.Single()).Single()).Text);
    }

    [Fact]
    public void Columns() =>
        Written.Is(
            """
            {
              "type": "ColumnSet", "style": "good",
              "columns": [
                { "type": "Column", "width": "stretch", "items": [] },
                { "type": "Column", "width": "auto", "items": [ { "type": "TextBlock", "text": "x" } ] },
                { "type": "Column", "width": "2", "items": [] },
                { "type": "Column", "width": "50px", "items": [] }
              ]
            }
            """,
            new AdaptiveColumnSet
            {
                Style = AdaptiveContainerStyle.Good,
                Columns =
                [
                    new AdaptiveColumn { Width = AdaptiveColumnWidth.Stretch },
                    new AdaptiveColumn { Width = AdaptiveColumnWidth.Auto, Items = [new AdaptiveTextBlock("x")] },
                    new AdaptiveColumn { Width = "2" },
                    new AdaptiveColumn { Width = "50px" },
                ],
            });

    [Fact]
    public void Facts() =>
        Written.Is(
            """{ "type": "FactSet", "facts": [ { "title": "Frist", "value": "3 Tage" }, { "title": "Stimmen", "value": "4" } ] }""",
            new AdaptiveFactSet { Facts = [new AdaptiveFact("Frist", "3 Tage"), new AdaptiveFact { Title = "Stimmen", Value = "4" }] });

    [Fact]
    public void An_image() =>
        Written.Is(
            """
            {
              "type": "Image", "url": "https://example.org/a.png", "altText": "Karte der Stadt", "size": "large", "style": "person",
              "horizontalAlignment": "center", "backgroundColor": "#FFFFFF", "width": "40px", "height": "50px",
              "selectAction": { "type": "Action.OpenUrl", "url": "https://example.org/" }
            }
            """,
            new AdaptiveImage("https://example.org/a.png")
            {
                AltText = "Karte der Stadt",
                Size = AdaptiveImageSize.Large,
                Style = AdaptiveImageStyle.Person,
                HorizontalAlignment = AdaptiveHorizontalAlignment.Center,
                BackgroundColor = "#FFFFFF",
                PixelWidth = 40,
                PixelHeight = 50,
                SelectAction = new AdaptiveOpenUrlAction { Url = new Uri("https://example.org/") },
            });

    [Fact]
    public void A_table() =>
        Written.Is(
            """
            {
              "type": "Table", "firstRowAsHeaders": true, "showGridLines": false, "gridStyle": "accent",
              "verticalCellContentAlignment": "center", "horizontalCellContentAlignment": "right",
              "columns": [ { "width": 2 }, { "width": "80px", "horizontalCellContentAlignment": "center", "verticalCellContentAlignment": "bottom" } ],
              "rows": [
                {
                  "type": "TableRow", "style": "emphasis", "rtl": false, "horizontalCellContentAlignment": "center",
                  "cells": [
                    { "type": "TableCell", "style": "warning", "items": [ { "type": "TextBlock", "text": "Kopf" } ] },
                    { "type": "TableCell", "items": [] }
                  ]
                }
              ]
            }
            """,
            new AdaptiveTable
            {
                FirstRowAsHeaders = true,
                ShowGridLines = false,
                GridStyle = AdaptiveContainerStyle.Accent,
                VerticalContentAlignment = AdaptiveVerticalContentAlignment.Center,
                HorizontalContentAlignment = AdaptiveHorizontalContentAlignment.Right,
                Columns =
                [
                    new AdaptiveTableColumnDefinition { Width = 2 },
                    new AdaptiveTableColumnDefinition
                    {
                        PixelWidth = 80,
                        HorizontalContentAlignment = AdaptiveHorizontalContentAlignment.Center,
                        VerticalContentAlignment = AdaptiveVerticalContentAlignment.Bottom,
                    },
                ],
                Rows =
                [
                    new AdaptiveTableRow
                    {
                        Style = AdaptiveContainerStyle.Emphasis,
                        Rtl = false,
                        HorizontalContentAlignment = AdaptiveHorizontalContentAlignment.Center,
                        Cells =
                        [
                            new AdaptiveTableCell
                            {
                                Type = AdaptiveTableCell.TypeName,
                                Style = AdaptiveContainerStyle.Warning,
                                Items = [new AdaptiveTextBlock("Kopf")],
                            },
                            new AdaptiveTableCell { Type = AdaptiveTableCell.TypeName },
                        ],
                    },
                ],
            });

    [Fact]
    public void A_plain_table_says_little() =>
        Written.Is("""{ "type": "Table", "columns": [], "rows": [] }""", new AdaptiveTable());

    [Fact]
    public void A_cell_is_taken_for_a_container_until_its_type_is_set() => Assert.Equal("Container", new AdaptiveTableCell().Type);
}
