using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Insek.Office.Sdk.Tests.Bot;

public sealed class SampleTests
{
    private static readonly JsonSerializerSettings WithoutNulls = new() { NullValueHandling = NullValueHandling.Ignore };

    public static TheoryData<string> All => [.. Sample.Names];

    [Theory]
    [MemberData(nameof(All))]
    public void Nothing_is_lost_between_reading_and_writing(string name)
    {
        var written = JsonConvert.SerializeObject(JsonConvert.DeserializeObject<Activity>(Sample.Text(name)), WithoutNulls);

        Assert.True(JToken.DeepEquals(Sample.Parse(Sample.Text(name)), Sample.Parse(written)), written);
    }

    [Theory]
    [InlineData("installation-personal", "installed personal ")]
    [InlineData("installation-group", "installed groupChat ")]
    [InlineData("installation-channel", "installed channel Stadtentwicklung")]
    [InlineData("members-personal", "came leitung@example.org,28:00000000-0000-0000-0000-0000000000c0 ")]
    [InlineData("members-group", "came 28:00000000-0000-0000-0000-0000000000c0 ")]
    [InlineData("members-channel", "came 28:00000000-0000-0000-0000-0000000000c0 Stadtentwicklung")]
    [InlineData("message-personal", "message hallo")]
    [InlineData("message-group", "message offen")]
    [InlineData("message-channel", "message offen")]
    [InlineData("submit", "message plain-submit")]
    [InlineData("card-personal", "card 00000000-0000-0000-0000-0000000000a0 approve M-1")]
    [InlineData("card-group", "card 00000000-0000-0000-0000-0000000000a0 approve M-1")]
    [InlineData("card-channel", "card 00000000-0000-0000-0000-0000000000a0 approve M-1")]
    [InlineData("card-other-member", "card 00000000-0000-0000-0000-0000000000a1 approve M-1")]
    [InlineData("query", "query M-1 0 25")]
    public async Task Each_reaches_its_handler(string name, string call)
    {
        await using var channel = await Channel.StartAsync();
        channel.Answer = _ => new Told(200, """{"id":"29:chair","objectId":"a0","email":"leitung@example.org"}""");
        var bot = new RecordingBot();
        await using var host = await BotHost.StartAsync(bot);

        var answer = await host.PostAsync(Sample.From(channel.ServiceUrl, name));

        Assert.Equal(200, answer.Status);
        Assert.Equal(["turn", call], bot.Calls);
    }

    [Theory]
    [InlineData("fetch-task")]
    [InlineData("submit-action")]
    [InlineData("message-submit")]
    public async Task An_invoke_without_a_handler_is_not_implemented(string name)
    {
        await using var host = await BotHost.StartAsync(new RecordingBot());

        Assert.Equal(501, (await host.PostAsync(Sample.Text(name))).Status);
    }

    [Theory]
    [InlineData("""{"type":"installationUpdate","action":"remove","conversation":{"conversationType":"personal"}}""", "removed personal")]
    [InlineData("""{"type":"conversationUpdate","membersRemoved":[{"id":"29:x","aadObjectId":"a0"}]}""", "went a0")]
    [InlineData("""{"type":"conversationUpdate","channelData":{"eventType":"channelDeleted","channel":{"id":"19:x"}}}""", "deleted 19:x")]
    [InlineData("""{"type":"conversationUpdate","channelData":{"eventType":"channelRenamed","channel":{"id":"19:x","name":"AG Wohnen"}}}""", "renamed AG Wohnen")]
    [InlineData("""{"type":"event","name":"something"}""", "event something")]
    [InlineData("""{"type":"novelty"}""", "unknown novelty")]
    public async Task So_does_what_the_local_client_does_not_send(string activity, string call)
    {
        var bot = new RecordingBot();
        await using var host = await BotHost.StartAsync(bot);
        var sent = JObject.Parse(activity);
        sent["channelId"] = "msteams";
        sent["serviceUrl"] = "http://127.0.0.1:9/";
        sent["recipient"] = new JObject { ["id"] = "28:bot" };

        Assert.Equal(200, (await host.PostAsync(sent)).Status);
        Assert.Equal(["turn", call], bot.Calls);
    }

    [Fact]
    public void Channel_data_is_read_as_a_type()
    {
        var activity = JsonConvert.DeserializeObject<Activity>(Sample.Text("members-channel"))!;

        var data = activity.GetChannelData<TeamsChannelData>();

        Assert.Equal("teamMemberAdded", data.EventType);
        Assert.Equal("00000000-0000-0000-0000-0000000000b0", data.Team.AadGroupId);
        Assert.Equal("19:general@thread.tacv2", data.Settings.SelectedChannel.Id);
        Assert.False(new Activity { ChannelData = "text" }.TryGetChannelData<TeamsChannelData>(out _));
    }
}
