using System.Net;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace Insek.Office.Sdk.Tests.Bot;

public sealed class ConnectorTests
{
    private const string Thread = "/v3/conversations/19%3Atransport%40thread.tacv2%3Bmessageid%3D1795330895687";

    public static TheoryData<string, string> Calls => new()
    {
        { "send", $"POST {Thread}/activities" },
        { "reply", $"POST {Thread}/activities/a%2F1" },
        { "update", $"PUT {Thread}/activities/a%2F1" },
        { "delete", $"DELETE {Thread}/activities/a%2F1" },
        { "members", $"GET {Thread}/pagedmembers" },
        { "page", $"GET {Thread}/pagedmembers?pageSize=100&continuationToken=a%2Bb%3D" },
        { "member", $"GET {Thread}/members/29%3Achair" },
        { "create", "POST /v3/conversations" },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Ids_are_escaped_and_a_slash_at_the_end_makes_no_difference(string call, string expected)
    {
        foreach (var slash in (string[])["", "/"])
        {
            await using var channel = await Channel.StartAsync();
            channel.Answer = _ => new Told(200, "{}");
            using var client = await Given.ConnectorAsync(channel.ServiceUrl + slash);

            await CallAsync(client, call);

            Assert.Equal(expected.Replace(" /", " /smba/", StringComparison.Ordinal), $"{channel.Request.Method} {channel.Request.Target}");
            Assert.Null(channel.Request.Authorization);
        }
    }

    [Fact]
    public async Task A_reply_carries_the_conversation_and_no_nulls()
    {
        await using var channel = await Channel.StartAsync();
        var ids = new List<string>();
        await using var host = await BotHost.StartAsync(new LogicBot(async (turn, token) =>
        {
            ids.Add((await turn.SendActivityAsync(MessageFactory.Text("Danke."), token)).Id);
            Assert.True(turn.Responded);
        }));

        Assert.Equal(200, (await host.PostAsync(Sample.From(channel.ServiceUrl, "message-channel"))).Status);

        var id = "73e8dd72-8445-44b5-9e8f-152519f49c37";
        Assert.Equal($"/smba{Thread}/activities/{id}", channel.Request.Target);
        var expected = JObject.Parse($$"""
            {"type":"message","serviceUrl":"{{channel.ServiceUrl}}","channelId":"msteams","text":"Danke.","inputHint":"acceptingInput","locale":"en-US",
             "from":{"id":"28:00000000-0000-0000-0000-0000000000c0","name":"INSEK"},
             "recipient":{"id":"29:chair","name":"AG Verkehr, Leitung","aadObjectId":"00000000-0000-0000-0000-0000000000a0"},
             "conversation":{"isGroup":true,"conversationType":"channel","id":"19:transport@thread.tacv2;messageid=1795330895687","tenantId":"00000000-0000-0000-0000-000000000001"},
             "attachments":[],"entities":[],"replyToId":"{{id}}"}
            """);
        Assert.True(JToken.DeepEquals(expected, channel.Request.Json), channel.Request.Body);
        Assert.Equal(["1"], ids);
    }

    [Fact]
    public async Task A_card_is_sent_as_it_is()
    {
        await using var channel = await Channel.StartAsync();
        var card = JObject.Parse("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":null}],"at":"2026-11-22T07:01:35+01:00"}""");
        await using var host = await BotHost.StartAsync(new LogicBot((turn, token) =>
            turn.SendActivityAsync(MessageFactory.Attachment(new Attachment { ContentType = "application/vnd.microsoft.card.adaptive", Content = card }), token)));

        _ = await host.PostAsync(Sample.From(channel.ServiceUrl, "message-personal"));

        Assert.Equal("list", (string?)channel.Request.Json["attachmentLayout"]);
        Assert.Equal("AdaptiveCard", (string?)channel.Request.Json["attachments"]![0]!["content"]!["type"]);
        Assert.Null(channel.Request.Json["text"]);
    }

    [Fact]
    public async Task An_empty_accepted_answer_is_no_error()
    {
        await using var channel = await Channel.StartAsync();
        channel.Answer = _ => new Told(202);
        using var client = await Given.ConnectorAsync(channel.ServiceUrl.ToString());
        var ids = new List<string?>();
        await using var host = await BotHost.StartAsync(new LogicBot(async (turn, token) => ids.Add((await turn.SendActivityAsync("Danke.", cancellationToken: token)).Id)));

        Assert.Null(await client.Conversations.SendToConversationAsync("c", MessageFactory.Text("Danke."), TestContext.Current.CancellationToken));
        Assert.Equal(200, (await host.PostAsync(Sample.From(channel.ServiceUrl, "message-personal"))).Status);
        Assert.Equal([""], ids);
    }

    [Fact]
    public async Task Too_many_requests_say_when_to_come_back()
    {
        await using var channel = await Channel.StartAsync();
        channel.Answer = _ => new Told(429, """{"error":{"code":"TooManyRequests","message":"Slow down."}}""", RetryAfter: "7");
        using var client = await Given.ConnectorAsync(channel.ServiceUrl.ToString());

        var refusal = await Assert.ThrowsAsync<ErrorResponseException>(() => CallAsync(client, "send"));

        Assert.Equal(HttpStatusCode.TooManyRequests, refusal.Response.StatusCode);
        Assert.Equal("7", Assert.Single(refusal.Response.Headers["Retry-After"]));
        Assert.Equal(("TooManyRequests", "Slow down."), (refusal.Body.Error.Code, refusal.Body.Error.Message));
    }

    [Theory]
    [InlineData(404, """{"error":{"code":"ConversationNotFound"}}""", "ConversationNotFound")]
    [InlineData(501, """{"error":{"code":"DeleteActivityAPINotImplemented"}}""", "DeleteActivityAPINotImplemented")]
    [InlineData(413, "", null)]
    [InlineData(404, "<html></html>", null)]
    public async Task A_refusal_keeps_status_and_text_whatever_it_is_written_in(int status, string body, string? code)
    {
        await using var channel = await Channel.StartAsync();
        channel.Answer = _ => new Told(status, body);
        using var client = await Given.ConnectorAsync(channel.ServiceUrl.ToString());

        var refusal = await Assert.ThrowsAsync<ErrorResponseException>(() => CallAsync(client, "delete"));

        Assert.Equal(status, (int)refusal.Response.StatusCode);
        Assert.Equal(body, refusal.Response.Content);
        Assert.Equal(code, refusal.Body?.Error?.Code);
    }

    [Fact]
    public async Task Members_are_read_page_by_page_under_either_name_of_their_object_id()
    {
        await using var channel = await Channel.StartAsync();
        channel.Answer = asked => new Told(200, asked.Target.EndsWith("continuationToken=next", StringComparison.Ordinal)
            ? """{"members":[{"id":"29:b","objectId":"a1"}]}"""
            : """{"continuationToken":"next","members":[{"id":"29:a","aadObjectId":"a0","email":"a@example.org","userPrincipalName":"a@example.org"}]}""");
        var seen = new List<string>();
        await using var host = await BotHost.StartAsync(new LogicBot(async (turn, token) =>
        {
            for (string? next = null; ;)
            {
                var page = await TeamsInfo.GetPagedMembersAsync(turn, 1, next, token);
                seen.AddRange(page.Members.Select(member => member.AadObjectId));

                if ((next = page.ContinuationToken) is null)
                {
                    break;
                }
            }
        }));

        Assert.Equal(200, (await host.PostAsync(Sample.From(channel.ServiceUrl, "message-group"))).Status);
        Assert.Equal(["a0", "a1"], seen);
    }

    [Fact]
    public async Task A_team_is_asked_for_by_its_own_id()
    {
        await using var channel = await Channel.StartAsync();
        channel.Answer = _ => new Told(200, """{"id":"19:general@thread.tacv2","name":"Stadtentwicklung","memberCount":6}""");
        await using var host = await BotHost.StartAsync(new LogicBot(async (turn, token) =>
            Assert.Equal(6, (await TeamsInfo.GetTeamDetailsAsync(turn, cancellationToken: token)).MemberCount)));

        Assert.Equal(200, (await host.PostAsync(Sample.From(channel.ServiceUrl, "message-channel"))).Status);
        Assert.Equal("/smba/v3/teams/19%3Ageneral%40thread.tacv2", channel.Request.Target);
    }

    private static Task CallAsync(IConnectorClient client, string call)
    {
        const string Conversation = "19:transport@thread.tacv2;messageid=1795330895687";
        var (conversations, message, token) = (client.Conversations, MessageFactory.Text("Danke."), TestContext.Current.CancellationToken);

        return call switch
        {
            "send" => conversations.SendToConversationAsync(Conversation, message, token),
            "reply" => conversations.ReplyToActivityAsync(Conversation, "a/1", message, token),
            "update" => conversations.UpdateActivityAsync(Conversation, "a/1", message, token),
            "delete" => conversations.DeleteActivityAsync(Conversation, "a/1", token),
            "members" => conversations.GetConversationPagedMembersAsync(Conversation, cancellationToken: token),
            "page" => conversations.GetConversationPagedMembersAsync(Conversation, 100, "a+b=", token),
            "member" => ((Conversations)conversations).GetConversationMemberAsync("29:chair", Conversation, token),
            "create" => conversations.CreateConversationAsync(new ConversationParameters(), token),
            _ => throw new ArgumentOutOfRangeException(nameof(call), call, null),
        };
    }
}
