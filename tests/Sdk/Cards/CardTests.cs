using AdaptiveCards;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Insek.Office.Sdk.Tests.Cards;

public sealed class CardTests
{
    [Fact]
    public void A_card_without_content_is_its_type_and_version() =>
        Written.Is("""{ "type": "AdaptiveCard", "version": "1.5" }""", new AdaptiveCard(new AdaptiveSchemaVersion(1, 5)));

    [Fact]
    public void A_card_says_everything_it_was_given()
    {
        var card = new AdaptiveCard("1.5")
        {
            Lang = "de",
            Speak = "Abstimmung",
            FallbackText = "Bitte Teams aktualisieren",
            VerticalContentAlignment = AdaptiveVerticalContentAlignment.Center,
            PixelMinHeight = 120,
            Height = AdaptiveHeight.Stretch,
            SelectAction = new AdaptiveOpenUrlAction { Url = new Uri("https://example.org/runde/1") },
            Refresh = new AdaptiveRefresh { Action = new AdaptiveExecuteAction { Verb = "round.refresh" }, UserIds = ["29:ada"] },
            AdditionalProperties = { ["msteams"] = new { width = "Full" } },
        };
        card.Body.Add(new AdaptiveTextBlock("Ziel"));
        card.Actions.Add(new AdaptiveExecuteAction { Title = "Zustimmen", Verb = "round.vote" });

        Written.Is(
            """
            {
              "type": "AdaptiveCard", "version": "1.5", "lang": "de", "speak": "Abstimmung", "fallbackText": "Bitte Teams aktualisieren",
              "verticalContentAlignment": "center", "minHeight": "120px", "height": "stretch",
              "selectAction": { "type": "Action.OpenUrl", "url": "https://example.org/runde/1" },
              "refresh": { "action": { "type": "Action.Execute", "verb": "round.refresh" }, "userIds": ["29:ada"] },
              "msteams": { "width": "Full" },
              "body": [ { "type": "TextBlock", "text": "Ziel" } ],
              "actions": [ { "type": "Action.Execute", "title": "Zustimmen", "verb": "round.vote" } ]
            }
            """,
            card);
    }

    [Fact]
    public void The_text_of_a_card_is_its_json()
    {
        var card = new AdaptiveCard("1.5");
        card.Body.Add(new AdaptiveTextBlock("Größe „x“ & mehr"));

        Assert.True(JToken.DeepEquals(JObject.FromObject(card), Written.Card(card)));
        Assert.Equal("AdaptiveCard", ((JProperty)Written.Card(card).First!).Value);
        Assert.Equal("application/vnd.microsoft.card.adaptive", AdaptiveCard.ContentType);
    }

    [Theory]
    [InlineData("1.5", 1, 5)]
    [InlineData("1", 1, 0)]
    [InlineData("2.10", 2, 10)]
    public void A_version_is_read_from_its_text(string text, int major, int minor)
    {
        AdaptiveSchemaVersion version = text;

        Assert.Equal(new AdaptiveSchemaVersion(major, minor), version);
        Assert.Equal($"{major}.{minor}", version.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("one")]
    [InlineData("1.x")]
    public void A_text_that_is_no_version_is_refused(string text) =>
        Assert.Throws<AdaptiveSerializationException>(() => new AdaptiveCard(text));

    [Fact]
    public void Versions_compare_by_their_numbers()
    {
        Assert.True(new AdaptiveSchemaVersion(1, 10) > new AdaptiveSchemaVersion(1, 9));
        Assert.True(new AdaptiveSchemaVersion(1, 9) < new AdaptiveSchemaVersion(2, 0));
        Assert.True(new AdaptiveSchemaVersion("1.5") == new AdaptiveSchemaVersion(1, 5));
        Assert.True(new AdaptiveSchemaVersion("1.5") != new AdaptiveSchemaVersion(1, 4));
    }

    [Fact]
    public void What_every_element_has_is_written_where_it_differs_from_the_default() =>
        Written.Is(
            """
            {
              "type": "TextBlock", "text": "x", "id": "a", "isVisible": false, "separator": true, "spacing": "extraLarge", "height": "stretch",
              "requires": { "adaptiveCards": "1.5" }, "fallback": "drop", "targetWidth": "narrow"
            }
            """,
            new AdaptiveTextBlock("x")
            {
                Id = "a",
                IsVisible = false,
                Separator = true,
                Spacing = AdaptiveSpacing.ExtraLarge,
                Height = AdaptiveHeight.Stretch,
                Requires = new Dictionary<string, string> { ["adaptiveCards"] = "1.5" },
                Fallback = new AdaptiveFallbackElement(AdaptiveFallbackElement.AdaptiveFallbackType.Drop),
                AdditionalProperties = { ["targetWidth"] = "narrow" },
            });

    [Fact]
    public void Another_element_may_take_its_place() =>
        Written.Is(
            """{ "type": "ActionSet", "actions": [], "fallback": { "type": "TextBlock", "text": "nicht hier" } }""",
            new AdaptiveActionSet { Fallback = new AdaptiveFallbackElement(new AdaptiveTextBlock("nicht hier")) });

    [Fact]
    public void An_element_of_automatic_height_says_nothing_of_it() =>
        Written.Is("""{ "type": "TextBlock", "text": "x" }""", new AdaptiveTextBlock("x") { Height = AdaptiveHeight.Auto });

    [Fact]
    public void What_the_schema_requires_is_not_left_out_silently()
    {
        _ = Assert.Throws<JsonSerializationException>(() => JObject.FromObject(new AdaptiveFact()));
        _ = Assert.Throws<JsonSerializationException>(() => JObject.FromObject(new AdaptiveImage()));
        _ = Assert.Throws<JsonSerializationException>(() => JObject.FromObject(new AdaptiveOpenUrlAction()));
        _ = Assert.Throws<JsonSerializationException>(() => JObject.FromObject(new AdaptiveToggleInput()));
    }

    [Fact]
    public void A_card_of_forty_items_costs_little()
    {
        var card = new AdaptiveCard("1.5");

        for (var index = 0; index < 40; index++)
        {
            card.Body.Add(new AdaptiveColumnSet
            {
                Columns =
                [
                    new AdaptiveColumn { Width = AdaptiveColumnWidth.Stretch, Items = [new AdaptiveTextBlock($"Maßnahme {index}") { Wrap = true }] },
                    new AdaptiveColumn { Width = AdaptiveColumnWidth.Auto, Items = [new AdaptiveTextBlock("offen") { Color = AdaptiveTextColor.Warning }] },
                ],
            });
        }

        _ = card.ToJson();
        var before = GC.GetAllocatedBytesForCurrentThread();
        _ = card.ToJson();

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, 512 * 1024);
    }
}
