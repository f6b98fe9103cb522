using System.Globalization;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;

namespace Insek.Office.Sdk.Tests.Bot;

public sealed class TurnTests
{
    [Fact]
    public async Task Middleware_stands_around_the_bot_in_the_order_of_its_use()
    {
        var order = new List<string>();
        await using var host = await BotHost.StartAsync(new LogicBot((_, _) =>
        {
            order.Add("bot");
            return Task.CompletedTask;
        }));
        host.Adapter.Use(new Around("outer", order)).Use(new Around("inner", order));

        _ = await host.PostAsync(Sample.Text("message-personal"));

        Assert.Equal(["outer", "inner", "bot", "/inner", "/outer"], order);
    }

    [Fact]
    public async Task Handlers_stand_before_sending_and_may_keep_it_from_happening()
    {
        await using var channel = await Channel.StartAsync();
        await using var host = await BotHost.StartAsync(new LogicBot(async (turn, token) =>
        {
            _ = turn.OnSendActivities((_, activities, next) =>
            {
                activities[0].Text += "!";
                return activities[0].Text == "nein!" ? Task.FromResult<ResourceResponse[]>([]) : next();
            });
            _ = await turn.SendActivityAsync("ja", cancellationToken: token);
            _ = await turn.SendActivityAsync("nein", cancellationToken: token);
        }));

        Assert.Equal(200, (await host.PostAsync(Sample.From(channel.ServiceUrl, "message-personal"))).Status);
        Assert.Equal("ja!", (string?)channel.Request.Json["text"]);
    }

    [Fact]
    public async Task A_turn_knows_its_connector_and_the_senders_culture()
    {
        (bool Connector, string Culture) seen = default;
        await using var host = await BotHost.StartAsync(new LogicBot((turn, _) =>
        {
            seen = (turn.TurnState.Get<IConnectorClient>() is not null, CultureInfo.CurrentCulture.Name);
            return Task.CompletedTask;
        }));

        _ = await host.PostAsync(Sample.Text("message-personal"));

        Assert.Equal((true, "en-US"), seen);
    }

    [Fact]
    public void Mentions_are_found_and_taken_out_without_regard_to_case()
    {
        var activity = JsonConvert.DeserializeObject<Activity>(Sample.Text("message-group"))!;
        activity.Text = "bitte <AT>insek</AT> offen";

        Assert.Equal("28:00000000-0000-0000-0000-0000000000c0", Assert.Single(activity.GetMentions()).Mentioned.Id);
        Assert.Equal("bitte  offen", activity.RemoveRecipientMention());
        Assert.Empty(new Activity().GetMentions());
    }

    [Fact]
    public void A_reply_goes_back_where_the_activity_came_from()
    {
        var activity = JsonConvert.DeserializeObject<Activity>(Sample.Text("message-group"))!;

        var reply = activity.CreateReply("Danke.");

        Assert.Equal((activity.Id, "28:00000000-0000-0000-0000-0000000000c0", "29:chair", "19:group-chat-1@thread.v2"), (reply.ReplyToId, reply.From.Id, reply.Recipient.Id, reply.Conversation.Id));
        Assert.Equal("9", activity.GetReplyConversationReference(new ResourceResponse("9")).ActivityId);
        Assert.Equal("29:chair", new Activity().ApplyConversationReference(activity.GetConversationReference(), isIncoming: true).From.Id);
    }

    [Fact]
    public void Kinds_are_told_apart_by_the_first_part_of_their_type()
    {
        Assert.NotNull(new Activity("message/x").AsMessageActivity());
        Assert.Null(new Activity("messageReaction").AsMessageActivity());
        Assert.Null(new Activity().AsMessageActivity());
    }

    private sealed class Around(string name, List<string> order) : IMiddleware
    {
        public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
        {
            order.Add(name);
            await next(cancellationToken);
            order.Add("/" + name);
        }
    }
}
