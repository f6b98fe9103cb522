using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Logging.Abstractions;

namespace Insek.Office.Sdk.Tests.Bot.Ours;

public sealed class ChannelKeysTests
{
    private readonly Clock _clock = new();

    [Fact]
    public async Task Keys_are_read_again_after_a_day()
    {
        await using var server = await OpenIdServer.StartAsync(OpenIdServer.Publish(OpenIdServer.NewKey("1"), "msteams"));
        var keys = Keys(server);

        Assert.True(await KnownAsync(keys, "1"));
        _clock.Now += TimeSpan.FromHours(23);
        Assert.True(await KnownAsync(keys, "1"));
        Assert.Equal(1, server.Reads);

        server.Keys = [];
        _clock.Now += TimeSpan.FromHours(1);

        Assert.False(await KnownAsync(keys, "1"));
    }

    [Fact]
    public async Task Unknown_keys_are_searched_for_once_an_hour()
    {
        await using var server = await OpenIdServer.StartAsync();
        var keys = Keys(server);

        Assert.False(await KnownAsync(keys, "1"));
        var reads = server.Reads;
        server.Keys = [OpenIdServer.Publish(OpenIdServer.NewKey("1"), "msteams")];
        _clock.Now += TimeSpan.FromMinutes(59);

        Assert.False(await KnownAsync(keys, "1"));
        Assert.Equal(reads, server.Reads);

        _clock.Now += TimeSpan.FromMinutes(1);

        Assert.True(await KnownAsync(keys, "1"));
        Assert.Equal(reads + 1, server.Reads);
    }

    [Fact]
    public async Task Keys_stay_known_while_they_cannot_be_read()
    {
        await using var server = await OpenIdServer.StartAsync(OpenIdServer.Publish(OpenIdServer.NewKey("1"), "msteams"));
        var keys = Keys(server);
        server.Down = true;
        _ = await Assert.ThrowsAsync<HttpRequestException>(() => KnownAsync(keys, "1"));
        server.Down = false;
        Assert.True(await KnownAsync(keys, "1"));

        server.Down = true;
        _clock.Now += TimeSpan.FromHours(30);

        Assert.True(await KnownAsync(keys, "1"));

        server.Down = false;
        server.Keys = [];
        _clock.Now += TimeSpan.FromMinutes(5);

        Assert.False(await KnownAsync(keys, "1"));
    }

    [Fact]
    public async Task Many_at_once_read_once()
    {
        await using var server = await OpenIdServer.StartAsync(OpenIdServer.Publish(OpenIdServer.NewKey("1"), "msteams"));
        var keys = Keys(server);

        var found = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => KnownAsync(keys, "1"))));

        Assert.All(found, Assert.True);
        Assert.Equal(1, server.Reads);
    }

    private static async Task<bool> KnownAsync(ChannelKeys keys, string id) => await keys.FindAsync(id, TestContext.Current.CancellationToken) is not null;

    private ChannelKeys Keys(OpenIdServer server) => new(server.MetadataUrl.ToString(), clients: null, _clock, NullLogger.Instance);

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
