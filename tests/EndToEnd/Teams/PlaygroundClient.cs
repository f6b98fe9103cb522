using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Insek.Office.EndToEnd.Tests.Teams;

/// <summary>The Playground by HTTP: what its page does for one person can be done here for everybody.</summary>
internal sealed class PlaygroundClient(Uri address) : IDisposable
{
    private const string Card = "application/vnd.microsoft.card.adaptive";

    private readonly HttpClient _http = new() { BaseAddress = address };

    /// <summary>Clicks a button on a card.</summary>
    /// <param name="member">Who clicks.</param>
    /// <param name="card">The card.</param>
    /// <param name="button">The button's title.</param>
    /// <param name="inputs">What was entered before, by the inputs' ids.</param>
    public async Task<ClickAnswer> ClickAsync(Member member, ShownCard card, string button, params (string Id, string Value)[] inputs)
    {
        var (verb, data) = card.Click(button, inputs.ToDictionary(input => input.Id, input => input.Value));
        return await InvokeAsync(member, card, verb, data, "manual");
    }

    /// <summary>Sends a verb from a card.</summary>
    /// <param name="member">Who acts.</param>
    /// <param name="card">The card it comes from.</param>
    /// <param name="verb">The verb.</param>
    /// <param name="data">What goes with it.</param>
    /// <param name="trigger">"manual" for a click, "automatic" where the client refreshes a card by itself.</param>
    public async Task<ClickAnswer> InvokeAsync(Member member, ShownCard card, string verb, JsonObject data, string trigger)
    {
        var answer = await SendAsync(new JsonObject
        {
            ["name"] = "adaptiveCard/action",
            ["value"] = new JsonObject
            {
                ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data.DeepClone() },
                ["trigger"] = trigger,
            },
            ["from"] = new JsonObject { ["id"] = member.TeamsId },
            ["conversation"] = new JsonObject { ["id"] = card.Conversation },
            ["replyToId"] = card.MessageId,
        });
        var value = answer.GetProperty("value");
        return answer.GetProperty("type").GetString() == Card
            ? new ClickAnswer(new ShownCard(value, card.Conversation, card.MessageId), null)
            : new ClickAnswer(null, value.ToString());
    }

    public void Dispose() => _http.Dispose();

    private async Task<JsonElement> SendAsync(JsonObject invoke)
    {
        using var answer = await _http.PostAsJsonAsync("_conversation/v1/invoke", invoke, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, $"{invoke} was answered with {(int)answer.StatusCode}: {text}");
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}

/// <summary>What a click was answered with: a card in place of the one clicked on, or a sentence.</summary>
internal sealed record ClickAnswer(ShownCard? Card, string? Sentence)
{
    /// <summary>The card, where nothing else would do.</summary>
    public ShownCard ItsCard()
    {
        Assert.True(Card is not null, $"A card was expected, not: {Sentence}");
        return Card;
    }
}
