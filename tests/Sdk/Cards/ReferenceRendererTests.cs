using AdaptiveCards;
using Insek.Office.Testing.Cards;

namespace Insek.Office.Sdk.Tests.Cards;

public sealed class ReferenceRendererTests(ReferenceRenderer renderer) : IClassFixture<ReferenceRenderer>
{
    public static TheoryData<CardTheme, int> Clients()
    {
        var clients = new TheoryData<CardTheme, int>();

        foreach (var theme in CardTheme.All)
        {
            clients.Add(theme, ReferenceRenderer.Phone);
            clients.Add(theme, ReferenceRenderer.Desktop);
        }

        return clients;
    }

    [Theory]
    [MemberData(nameof(Clients), DisableDiscoveryEnumeration = true)]
    public async Task A_card_with_every_element_we_use_is_right_everywhere(CardTheme theme, int width)
    {
        var report = await renderer.RenderAsync(EveryElement.Card().ToJson(), theme, width);

        report.ThrowIfFlawed();
        Assert.Contains(new CardControl("button", "Zustimmen"), report.Controls);
        Assert.Contains(new CardControl("textbox", "Begründung"), report.Controls);
        Assert.Equal("PNG", System.Text.Encoding.ASCII.GetString(report.Screenshot.Span[1..4]));
    }

    [Theory]
    [InlineData("""{ "type": "TextBlock", "text": "x", "colour": "good" }""", "TextBlock.colour: no such property")]
    [InlineData("""{ "type": "Chart", "title": "x" }""", "Chart")]
    [InlineData("""{ "type": "TextBlock", "text": "x", "color": "green" }""", "green")]
    [InlineData("""{ "type": "TextBlock", "text": "x", "wrap": "yes" }""", "TextBlock.wrap: the value \"yes\" is ignored")]
    [InlineData("""{ "type": "Container", "items": [ { "type": "Column", "items": [] } ] }""", "Column")]
    [InlineData("""{ "type": "FactSet", "facts": [ { "title": "a", "value": "b", "unit": "c" } ] }""", "unit: no such property")]
    [InlineData("""{ "type": "ActionSet", "actions": [ { "type": "Action.Dance" } ] }""", "Action.Dance")]
    [InlineData("""{ "type": "TextBlock", "text": "x", "fallback": { "type": "TextBlock", "txt": "y" } }""", "TextBlock.txt: no such property")]
    [InlineData("""{ "type": "Input.Text", "id": "a", "isRequired": true }""", "label")]
    [InlineData("""{ "type": "Table", "columns": [ { "width": 1 } ], "rows": [ { "type": "TableRow", "cells": [ { "type": "Container", "items": [] } ] } ] }""", "Container")]
    public async Task What_is_wrong_in_a_card_is_reported(string element, string told) =>
        Assert.Contains(await ProblemsAsync(element, "1.5"), problem => problem.Contains(told, StringComparison.OrdinalIgnoreCase));

    [Theory]
    [InlineData("""{ "type": "TextBlock", "text": "x", "style": "heading" }""", "1.4", "TextBlock.style: since 1.5, but the card says 1.4")]
    [InlineData("""{ "type": "Table", "columns": [], "rows": [] }""", "1.4", "Table")]
    [InlineData("""{ "type": "ActionSet", "actions": [ { "type": "Action.Execute", "title": "a", "verb": "b" } ] }""", "1.3", "Action.Execute")]
    [InlineData("""{ "type": "ActionSet", "actions": [ { "type": "Action.Submit", "title": "a", "role": "link" } ] }""", "1.5", "Action.Submit.role: since 1.6")]
    public async Task What_is_too_new_for_the_version_of_a_card_is_reported(string element, string version, string told)
    {
        Assert.Contains(await ProblemsAsync(element, version), problem => problem.Contains(told, StringComparison.Ordinal));
        Assert.DoesNotContain(await ProblemsAsync(element, "1.6"), problem => problem.Contains(told, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Properties_of_teams_pass_only_where_they_belong()
    {
        const string Choices = """{ "type": "Input.ChoiceSet", "id": "a", "label": "b", "choices": [ { "title": "d", "value": "e" } ], "choices.data": { "type": "Data.Query", "dataset": "c" } }""";

        Assert.Empty(await ProblemsAsync(Choices, "1.5"));
        Assert.NotEmpty(await ProblemsAsync("""{ "type": "TextBlock", "text": "x", "msteams": {} }""", "1.5"));
    }

    [Fact]
    public async Task A_barrier_is_reported()
    {
        var card = new AdaptiveCard("1.5") { Body = { new AdaptiveTextInput { Id = "unnamed" } } };
        var report = await renderer.RenderAsync(card.ToJson(), CardTheme.Light, ReferenceRenderer.Desktop);

        Assert.Contains(report.Violations, violation => violation.StartsWith("label:", StringComparison.Ordinal));
        _ = Assert.Throws<CardRejectedException>(report.ThrowIfFlawed);
    }

    [Fact]
    public async Task A_card_wider_than_the_phone_is_reported()
    {
        var card = new AdaptiveCard("1.5") { Body = { new AdaptiveColumnSet { new AdaptiveColumn { Width = "500px", Items = [new AdaptiveTextBlock("breit")] } } } };

        Assert.True((await renderer.RenderAsync(card.ToJson(), CardTheme.Light, ReferenceRenderer.Phone)).Overflows);
        Assert.False((await renderer.RenderAsync(card.ToJson(), CardTheme.Light, ReferenceRenderer.Desktop)).Overflows);
    }

    [Fact]
    public async Task A_button_without_a_name_is_reported()
    {
        var card = new AdaptiveCard("1.5") { Actions = { new AdaptiveSubmitAction() } };
        var report = await renderer.RenderAsync(card.ToJson(), CardTheme.Light, ReferenceRenderer.Desktop);

        Assert.Equal([new CardControl("button", string.Empty)], report.Controls);
    }

    private Task<IReadOnlyList<string>> ProblemsAsync(string element, string version) =>
        renderer.ProblemsAsync($$"""{ "type": "AdaptiveCard", "version": "{{version}}", "body": [ {{element}} ] }""");
}
