using Microsoft.Bot.Builder;

namespace Insek.Office.Sdk.Tests.Bot;

public sealed class HttpClientTests
{
    [Fact]
    public async Task The_connector_is_called_through_the_applications_client_of_no_name()
    {
        await using var channel = await Channel.StartAsync();
        var clients = new Clients();
        await using var host = await BotHost.StartAsync(new LogicBot((turn, token) => turn.SendActivityAsync(MessageFactory.Text("Danke."), token)), clients: clients);

        Assert.Equal(200, (await host.PostAsync(Sample.From(channel.ServiceUrl, "message-personal"))).Status);
        Assert.Single(channel.Requests);
        Assert.Equal(["POST"], clients.Sent);
    }

    private sealed class Clients : IHttpClientFactory
    {
        public List<string> Sent { get; } = [];

        public HttpClient CreateClient(string name)
        {
            Assert.Equal("", name);
            return new HttpClient(new Noting(Sent));
        }
    }

    private sealed class Noting(List<string> sent) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            sent.Add(request.Method.Method);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
