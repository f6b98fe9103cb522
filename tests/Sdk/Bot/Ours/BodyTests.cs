namespace Insek.Office.Sdk.Tests.Bot.Ours;

public sealed class BodyTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_past_a_mebibyte_is_too_large_whether_it_says_so_or_not(bool announced)
    {
        var bot = new RecordingBot();
        await using var host = await BotHost.StartAsync(bot);
        var text = $$"""{"type":"message","serviceUrl":"http://127.0.0.1:9/","text":"{{new string('x', 1024 * 1024)}}"}""";
        HttpContent content = announced ? new StringContent(text) : new Unannounced(text);

        Assert.Equal(413, (await host.SendAsync(HttpMethod.Post, content)).Status);
        Assert.Empty(bot.Calls);
    }

    [Fact]
    public async Task A_body_nested_too_deep_is_no_activity()
    {
        await using var host = await BotHost.StartAsync(new RecordingBot());
        var deep = string.Concat(Enumerable.Repeat("[", 100_000)) + string.Concat(Enumerable.Repeat("]", 100_000));

        Assert.Equal(400, (await host.PostAsync($$"""{"type":"message","value":{{deep}}}""")).Status);
    }

    /// <summary>Sent in chunks, without its length.</summary>
    private sealed class Unannounced(string text) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context) => stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(text)).AsTask();

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
