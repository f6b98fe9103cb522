using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Configuration;

namespace Insek.Office.Sdk.Tests.Bot;

public sealed class CredentialTests
{
    private const string App = "00000000-0000-0000-0000-0000000000c0";
    private const string Tenant = "00000000-0000-0000-0000-000000000001";

    [Theory]
    [InlineData("SingleTenant", App, null, Tenant)]
    [InlineData("SingleTenant", App, "secret", null)]
    [InlineData("SingleTenant", null, "secret", Tenant)]
    [InlineData("UserAssignedMSI", null, null, Tenant)]
    [InlineData("UserAssignedMSI", App, null, null)]
    [InlineData("UserAssignedMSI", App, "secret", Tenant)]
    public void An_app_that_is_not_configured_whole_is_refused(string type, string? app, string? password, string? tenant) =>
        Assert.Throws<ArgumentException>(() => Configured(type, app, password, tenant));

    [Theory]
    [InlineData("SingleTenant", App, "secret", Tenant, false)]
    [InlineData("UserAssignedMSI", App, null, Tenant, false)]
    [InlineData(null, App, "secret", null, false)]
    [InlineData(null, null, null, null, true)]
    public async Task Authentication_is_disabled_without_an_app_only(string? type, string? app, string? password, string? tenant, bool disabled)
    {
        var credentials = Configured(type, app, password, tenant);

        Assert.Equal(disabled, await credentials.IsAuthenticationDisabledAsync(TestContext.Current.CancellationToken));
        Assert.Equal(!disabled, await credentials.IsValidAppIdAsync(App, TestContext.Current.CancellationToken));
        Assert.False(await credentials.IsValidAppIdAsync("another", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_app_asks_its_own_tenant_for_a_token_once()
    {
        using var entra = new Entra();
        using var client = new HttpClient(entra);
        var credentials = await Configured("SingleTenant", App, "secret", Tenant, client)
            .CreateCredentialsAsync(App, "https://api.botframework.com", AuthenticationConstants.ToChannelFromBotLoginUrlTemplate, true, TestContext.Current.CancellationToken);
        using var first = new HttpRequestMessage();
        using var second = new HttpRequestMessage();

        await credentials.ProcessHttpRequestAsync(first, TestContext.Current.CancellationToken);
        await credentials.ProcessHttpRequestAsync(second, TestContext.Current.CancellationToken);

        Assert.Equal(new AuthenticationHeaderValue("Bearer", "issued"), first.Headers.Authorization);
        Assert.Equal(first.Headers.Authorization, second.Headers.Authorization);
        var (address, form) = Assert.Single(entra.Asked);
        Assert.Equal($"https://login.microsoftonline.com/{Tenant}/oauth2/v2.0/token", address);
        Assert.Contains("scope=https%3A%2F%2Fapi.botframework.com%2F.default", form, StringComparison.OrdinalIgnoreCase);
        Assert.Contains($"client_id={App}", form, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_elses_app_gets_credentials() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => Configured("SingleTenant", App, "secret", Tenant)
            .CreateCredentialsAsync("another", "https://api.botframework.com", AuthenticationConstants.ToChannelFromBotLoginUrlTemplate, true, TestContext.Current.CancellationToken));

    private static ConfigurationServiceClientCredentialFactory Configured(string? type, string? app, string? password, string? tenant, HttpClient? client = null) =>
        new(
            new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["MicrosoftAppType"] = type,
                ["MicrosoftAppId"] = app,
                ["MicrosoftAppPassword"] = password,
                ["MicrosoftAppTenantId"] = tenant,
            }).Build(),
            client);

    /// <summary>The token service: it is asked over HTTPS only, so that it stands behind the HTTP client and not on a loopback port.</summary>
    private sealed class Entra : HttpMessageHandler
    {
        public List<(string Address, string Form)> Asked { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var address = request.RequestUri!.GetLeftPart(UriPartial.Path);

            if (request.Method == HttpMethod.Post)
            {
                Asked.Add((address, await request.Content!.ReadAsStringAsync(cancellationToken)));
                return Json("""{"token_type":"Bearer","expires_in":3600,"ext_expires_in":3600,"access_token":"issued"}""");
            }

            return address.EndsWith("/discovery/instance", StringComparison.Ordinal)
                ? Json("""{"tenant_discovery_endpoint":"https://login.microsoftonline.com/common/.well-known/openid-configuration","metadata":[{"preferred_network":"login.microsoftonline.com","preferred_cache":"login.windows.net","aliases":["login.microsoftonline.com"]}]}""")
                : new HttpResponseMessage(HttpStatusCode.NotFound);
        }

        private static HttpResponseMessage Json(string body) => new(HttpStatusCode.OK) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
    }
}
