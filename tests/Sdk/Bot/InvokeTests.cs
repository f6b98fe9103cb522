using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace Insek.Office.Sdk.Tests.Bot;

public sealed class InvokeTests
{
    [Fact]
    public async Task A_card_action_is_answered_in_the_response()
    {
        await using var host = await BotHost.StartAsync(new RecordingBot());

        var answer = await host.PostAsync(Sample.Text("card-group"));

        Assert.Equal(200, answer.Status);
        Assert.True(JToken.DeepEquals(JObject.Parse("""{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"gezählt"}"""), answer.Json), answer.Text);
    }

    [Fact]
    public async Task A_search_is_answered_with_cards_and_without_nulls()
    {
        await using var host = await BotHost.StartAsync(new RecordingBot());

        var answer = await host.PostAsync(Sample.Text("query"));

        var expected = """
            {"composeExtension":{"type":"result","attachmentLayout":"list","attachments":[
              {"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard"},
               "preview":{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard"}}}]}}
            """;
        Assert.True(JToken.DeepEquals(JObject.Parse(expected), answer.Json), answer.Text);
    }

    [Theory]
    [InlineData(null, "BadRequest", "Missing value property")]
    [InlineData("\"text\"", "BadRequest", "Value property is not properly formed")]
    [InlineData("""{"action":"text"}""", "BadRequest", "Value property is not properly formed")]
    [InlineData("{}", "BadRequest", "Missing action property")]
    [InlineData("""{"action":{"type":"Action.Submit"}}""", "NotSupported", "The action 'Action.Submit'is not supported.")]
    public async Task A_malformed_card_action_is_refused_as_an_error_card_answer(string? value, string code, string message)
    {
        var bot = new RecordingBot();
        await using var host = await BotHost.StartAsync(bot);
        var activity = JObject.Parse(Sample.Text("card-personal"));
        activity.Remove("value");

        if (value is not null)
        {
            activity["value"] = JToken.Parse(value);
        }

        var answer = await host.PostAsync(activity);

        Assert.Equal(400, answer.Status);
        var expected = new JObject
        {
            ["statusCode"] = 400,
            ["type"] = "application/vnd.microsoft.error",
            ["value"] = new JObject { ["code"] = code, ["message"] = message },
        };
        Assert.True(JToken.DeepEquals(expected, answer.Json), answer.Text);
        Assert.Equal(["turn"], bot.Calls);
    }

    [Fact]
    public async Task An_invoke_nobody_answers_is_not_implemented()
    {
        await using var host = await BotHost.StartAsync(new LogicBot((_, _) => Task.CompletedTask));

        Assert.Equal(501, (await host.PostAsync(Sample.Text("card-group"))).Status);
    }

    [Fact]
    public async Task An_answer_of_ones_own_keeps_its_status()
    {
        await using var host = await BotHost.StartAsync(new LogicBot((turn, token) =>
            turn.SendActivityAsync(new Activity("invokeResponse") { Value = new InvokeResponse { Status = 412 } }, token)));

        var answer = await host.PostAsync(Sample.Text("card-group"));

        Assert.Equal((412, ""), (answer.Status, answer.Text));
    }

    [Fact]
    public async Task Expected_replies_come_back_in_the_response_and_nothing_is_sent()
    {
        await using var channel = await Channel.StartAsync();
        await using var host = await BotHost.StartAsync(new LogicBot(async (turn, token) =>
        {
            _ = await turn.SendActivityAsync("eins", cancellationToken: token);
            _ = await turn.SendActivityAsync("zwei", cancellationToken: token);
        }));
        var activity = Sample.From(channel.ServiceUrl, "message-personal");
        activity["deliveryMode"] = "expectReplies";

        var answer = await host.PostAsync(activity);

        Assert.Equal(["eins", "zwei"], answer.Json["activities"]!.Select(reply => (string?)reply["text"]));
        Assert.Empty(channel.Requests);
    }

    [Fact]
    public async Task What_a_turn_throws_goes_to_the_error_handler_which_can_still_answer()
    {
        await using var channel = await Channel.StartAsync();
        await using var host = await BotHost.StartAsync(new LogicBot((_, _) => throw new InvalidOperationException("planned")));
        host.Adapter.OnTurnError = (turn, failure) => turn.SendActivityAsync($"failed: {failure.Message}");

        Assert.Equal(200, (await host.PostAsync(Sample.From(channel.ServiceUrl, "message-personal"))).Status);
        Assert.Equal("failed: planned", (string?)channel.Request.Json["text"]);
    }

    [Theory]
    [InlineData("GET", 405)]
    [InlineData("PUT", 405)]
    [InlineData("POST", 400)]
    public async Task Requests_without_an_activity_are_refused(string method, int status)
    {
        var bot = new RecordingBot();
        await using var host = await BotHost.StartAsync(bot);

        Assert.Equal(status, (await host.SendAsync(new HttpMethod(method))).Status);
        Assert.Empty(bot.Calls);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("no JSON")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"type":""}""")]
    public async Task Bodies_that_are_no_activity_are_refused(string body)
    {
        var bot = new RecordingBot();
        await using var host = await BotHost.StartAsync(bot);

        Assert.Equal(400, (await host.PostAsync(body)).Status);
        Assert.Empty(bot.Calls);
    }
}
