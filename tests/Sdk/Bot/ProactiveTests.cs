using System.Security.Claims;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Insek.Office.Sdk.Tests.Bot;

public sealed class ProactiveTests
{
    private static readonly LogicBot Idle = new((_, _) => Task.CompletedTask);

    [Fact]
    public async Task A_stored_reference_leads_back_into_the_conversation()
    {
        await using var channel = await Channel.StartAsync();
        await using var host = await BotHost.StartAsync(Idle);
        var reference = JsonConvert.DeserializeObject<Activity>(Sample.From(channel.ServiceUrl, "message-channel").ToString())!.GetConversationReference();
        reference.ActivityId = null;
        var stored = JsonConvert.DeserializeObject<ConversationReference>(JsonConvert.SerializeObject(reference))!;
        string? name = null;

        await host.Adapter.ContinueConversationAsync(
            "",
            stored,
            async (turn, token) =>
            {
                name = turn.Activity.Name;
                _ = await turn.SendActivityAsync("Die Runde ist eröffnet.", cancellationToken: token);
            },
            TestContext.Current.CancellationToken);

        Assert.Equal("ContinueConversation", name);
        Assert.Equal("Die Runde ist eröffnet.", (string?)channel.Request.Json["text"]);
        Assert.StartsWith("/smba/v3/conversations/19%3Atransport%40thread.tacv2%3Bmessageid%3D1795330895687/activities", channel.Request.Target, StringComparison.Ordinal);
        Assert.Equal("29:chair", (string?)channel.Request.Json["recipient"]!["id"]);
    }

    [Fact]
    public async Task What_a_proactive_turn_throws_goes_to_the_caller_when_nobody_takes_it()
    {
        await using var host = await BotHost.StartAsync(Idle);
        var reference = JsonConvert.DeserializeObject<Activity>(Sample.Text("message-personal"))!.GetConversationReference();

        _ = await Assert.ThrowsAsync<InvalidOperationException>(() => host.Adapter.ContinueConversationAsync(
            new ClaimsIdentity(),
            reference,
            (_, _) => throw new InvalidOperationException("planned"),
            TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_new_post_in_a_channel_names_its_thread()
    {
        await using var channel = await Channel.StartAsync();
        channel.Answer = _ => new Told(201, """{"id":"19:transport@thread.tacv2;messageid=1","activityId":"1"}""");
        await using var host = await BotHost.StartAsync(Idle);
        (string? Name, string? Conversation, string? Activity) seen = default;

        await host.Adapter.CreateConversationAsync(
            "",
            "msteams",
            channel.ServiceUrl.ToString(),
            null,
            new ConversationParameters
            {
                IsGroup = true,
                ChannelData = new TeamsChannelData { Channel = new ChannelInfo("19:transport@thread.tacv2") },
                Activity = MessageFactory.Text("Neue Runde"),
            },
            (turn, _) =>
            {
                seen = (turn.Activity.Name, turn.Activity.Conversation.Id, turn.Activity.Id);
                return Task.CompletedTask;
            },
            TestContext.Current.CancellationToken);

        Assert.Equal(("CreateConversation", "19:transport@thread.tacv2;messageid=1", "1"), seen);
        Assert.Equal("/smba/v3/conversations", channel.Request.Target);
        Assert.DoesNotContain("null", channel.Request.Body, StringComparison.Ordinal);
        Assert.Equal("19:transport@thread.tacv2", (string?)channel.Request.Json["channelData"]!["channel"]!["id"]);
    }

    [Fact]
    public async Task A_card_is_replaced_under_its_id()
    {
        await using var channel = await Channel.StartAsync();
        channel.Answer = _ => new Told(200, """{"id":"1"}""");
        await using var host = await BotHost.StartAsync(new LogicBot(async (turn, token) =>
        {
            var card = (Activity)MessageFactory.Attachment(new Attachment { ContentType = "application/vnd.microsoft.card.adaptive", Content = new JObject() });
            card.Id = turn.Activity.ReplyToId;
            _ = await turn.UpdateActivityAsync(card, token);
            await turn.DeleteActivityAsync("2", token);
        }));

        _ = await host.PostAsync(Sample.From(channel.ServiceUrl, "card-group"));

        Assert.Equal(
            ["PUT /smba/v3/conversations/19%3Agroup-chat-1%40thread.v2/activities/1795331538335", "DELETE /smba/v3/conversations/19%3Agroup-chat-1%40thread.v2/activities/2"],
            channel.Requests.Select(request => $"{request.Method} {request.Target}"));
    }
}
