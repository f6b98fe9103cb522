using AdaptiveCards;
using Newtonsoft.Json.Linq;

namespace Insek.Office.Sdk.Tests.Cards;

public sealed class ActionTests
{
    [Fact]
    public void An_execute_action() =>
        Written.Is(
            """
            {
              "type": "Action.Execute", "id": "vote", "title": "Zustimmen", "verb": "round.vote", "data": { "roundId": "r1", "Vote": 2 },
              "associatedInputs": "none", "style": "positive", "isEnabled": false, "tooltip": "Stimmt zu", "mode": "secondary",
              "iconUrl": "https://example.org/i.png", "fallback": { "type": "Action.Submit", "title": "Zustimmen" }
            }
            """,
            new AdaptiveExecuteAction
            {
                Id = "vote",
                Title = "Zustimmen",
                Verb = "round.vote",
                Data = new { roundId = "r1", Vote = 2 },
                AssociatedInputs = AdaptiveAssociatedInputs.None,
                Style = "positive",
                IsEnabled = false,
                Tooltip = "Stimmt zu",
                Mode = AdaptiveActionMode.Secondary,
                IconUrl = "https://example.org/i.png",
                Fallback = new AdaptiveFallbackElement(new AdaptiveSubmitAction { Title = "Zustimmen" }),
            });

    [Fact]
    public void An_execute_action_always_says_its_verb() =>
        Written.Is("""{ "type": "Action.Execute", "verb": "" }""", new AdaptiveExecuteAction());

    [Fact]
    public void Data_is_given_and_got_as_json_too()
    {
        var action = new AdaptiveSubmitAction { DataJson = """{ "a": [1, "b"] }""" };

        Written.Is("""{ "type": "Action.Submit", "data": { "a": [1, "b"] } }""", action);
        Assert.True(JToken.DeepEquals(JToken.Parse(action.DataJson!), JToken.Parse("""{ "a": [1, "b"] }""")));

        action.DataJson = null;
        Assert.Null(action.Data);
        Assert.Null(action.DataJson);
    }

    [Fact]
    public void A_submit_action_for_teams() =>
        Written.Is(
            """{ "type": "Action.Submit", "title": "Öffnen", "data": { "msteams": { "type": "task/fetch" } } }""",
            new AdaptiveSubmitAction { Title = "Öffnen", Data = new { msteams = new { type = "task/fetch" } } });

    [Fact]
    public void An_address_is_opened()
    {
        var action = new AdaptiveOpenUrlAction { Title = "Dokument", UrlString = "https://example.org/a?b=c" };

        Written.Is("""{ "type": "Action.OpenUrl", "title": "Dokument", "url": "https://example.org/a?b=c" }""", action);
        Assert.Equal(new Uri("https://example.org/a?b=c"), action.Url);
    }

    [Fact]
    public void A_card_is_unfolded() =>
        Written.Is(
            """{ "type": "Action.ShowCard", "title": "Mehr", "card": { "type": "AdaptiveCard", "version": "1.5", "body": [ { "type": "TextBlock", "text": "x" } ] } }""",
            new AdaptiveShowCardAction { Title = "Mehr", Card = new AdaptiveCard("1.5") { Body = { new AdaptiveTextBlock("x") } } });

    [Fact]
    public void Elements_are_shown_and_hidden() =>
        Written.Is(
            """{ "type": "Action.ToggleVisibility", "title": "Mehr", "targetElements": ["a", { "elementId": "b", "isVisible": false }, "c"] }""",
            new AdaptiveToggleVisibilityAction
            {
                Title = "Mehr",
                TargetElements = [new AdaptiveTargetElement("a"), new AdaptiveTargetElement("b", isVisible: false), "c"],
            });
}
