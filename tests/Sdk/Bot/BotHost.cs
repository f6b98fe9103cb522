using System.Text;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Configuration;
using Newtonsoft.Json.Linq;

namespace Insek.Office.Sdk.Tests.Bot;

/// <summary>A bot behind the adapter on a loopback server.</summary>
internal sealed class BotHost : IAsyncDisposable
{
    private static readonly HttpClient Client = new();
    private Loopback? server;

    private BotHost(BotFrameworkAuthentication authentication) => Adapter = new CloudAdapter(authentication);

    public CloudAdapter Adapter { get; }

    /// <summary>With authentication disabled unless something is configured.</summary>
    public static Task<BotHost> StartAsync(IBot bot, Dictionary<string, string?>? settings = null, IHttpClientFactory? clients = null) =>
        StartAsync(bot, Authentication(settings, clients));

    public static BotFrameworkAuthentication Authentication(Dictionary<string, string?>? settings = null, IHttpClientFactory? clients = null) =>
        new ConfigurationBotFrameworkAuthentication(new ConfigurationBuilder().AddInMemoryCollection(settings ?? []).Build(), httpClientFactory: clients);

    public static async Task<BotHost> StartAsync(IBot bot, BotFrameworkAuthentication authentication)
    {
        var host = new BotHost(authentication);
        host.server = await Loopback.StartAsync(http => host.Adapter.ProcessAsync(http.Request, http.Response, bot, http.RequestAborted));
        return host;
    }

    public Task<Answered> PostAsync(JObject activity, string? authorization = null) => PostAsync(activity.ToString(), authorization);

    public Task<Answered> PostAsync(string body, string? authorization = null) => SendAsync(HttpMethod.Post, new StringContent(body, Encoding.UTF8, "application/json"), authorization);

    public async Task<Answered> SendAsync(HttpMethod method, HttpContent? content = null, string? authorization = null)
    {
        using var request = new HttpRequestMessage(method, server!.Address) { Content = content };

        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        using var response = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new Answered((int)response.StatusCode, text);
    }

    public ValueTask DisposeAsync() => server!.DisposeAsync();
}

/// <summary>What the bot's route answered.</summary>
internal sealed record Answered(int Status, string Text)
{
    public JObject Json => JObject.Parse(Text);
}
