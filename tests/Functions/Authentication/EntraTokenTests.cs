using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Insek.Office.Functions.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Insek.Office.Functions.Tests.Authentication;

/// <summary>Tokens of Entra ID as Production takes them: our own configuration, with the issuer's published keys put in its place.</summary>
public sealed class EntraTokenTests : IAsyncLifetime
{
    private const string Issuer = "https://login.microsoftonline.com/11111111-1111-1111-1111-111111111111/v2.0";
    private const string Audience = "22222222-2222-2222-2222-222222222222";
    private const string Person = "33333333-3333-3333-3333-333333333333";

    private readonly RsaSecurityKey _key = new(RSA.Create(2048));
    private WebApplication? _app;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Authentication:Issuer"] = Issuer, ["Authentication:Audience"] = Audience });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddTokens();
        var published = new OpenIdConnectConfiguration { Issuer = Issuer };
        published.SigningKeys.Add(_key);
        builder.Services.PostConfigureAll<JwtBearerOptions>(options => options.ConfigurationManager = new StaticConfigurationManager<OpenIdConnectConfiguration>(published));

        _app = builder.Build();
        _app.UseAuthentication();
        _app.UseAuthorization();
        _app.MapGet("/read", (Caller caller) => caller.Id.Value).RequireAuthorization(Policies.Read);
        _app.MapGet("/administer", (Caller caller) => caller.Id.Value).RequireAuthorization(Policies.Administer);
        await _app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }

        _key.Rsa.Dispose();
    }

    [Fact]
    public async Task A_member_s_token_lets_the_member_read_and_not_administer()
    {
        var token = Token();

        var (read, person) = await GetAsync("/read", token);
        var (administered, _) = await GetAsync("/administer", token);

        Assert.Equal((HttpStatusCode.OK, Person), (read, person));
        Assert.Equal(HttpStatusCode.Forbidden, administered);
    }

    [Fact]
    public async Task An_administrator_s_token_lets_the_administrator_do_both()
    {
        var token = Token(role: "Administrator");

        Assert.Equal(HttpStatusCode.OK, (await GetAsync("/read", token)).Status);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("/administer", token)).Status);
    }

    [Theory]
    [InlineData("another tenant")]
    [InlineData("another application")]
    [InlineData("expired")]
    [InlineData("signed by somebody else")]
    [InlineData("the development issuer")]
    public async Task Another_token_lets_nobody_in(string flaw)
    {
        using var other = RSA.Create(2048);
        var token = flaw switch
        {
            "another tenant" => Token(issuer: Issuer.Replace('1', '9')),
            "another application" => Token(audience: Person),
            "expired" => Token(lifetime: TimeSpan.FromMinutes(-10)),
            "signed by somebody else" => Token(key: new RsaSecurityKey(other)),
            _ => Token(issuer: "insek-office-dev", audience: "insek-office-api"),
        };

        Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync("/read", token)).Status);
    }

    [Fact]
    public async Task A_token_without_a_role_of_ours_lets_nobody_read() =>
        Assert.Equal(HttpStatusCode.Forbidden, (await GetAsync("/read", Token(role: "Visitor"))).Status);

    private string Token(string role = "Member", string issuer = Issuer, string audience = Audience, TimeSpan? lifetime = null, SecurityKey? key = null)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = audience,
            NotBefore = now.AddHours(-1),
            IssuedAt = now.AddHours(-1),
            Expires = now + (lifetime ?? TimeSpan.FromMinutes(30)),
            Claims = new Dictionary<string, object> { ["oid"] = Person, ["sub"] = "pairwise", ["roles"] = new[] { role } },
            SigningCredentials = new SigningCredentials(key ?? _key, SecurityAlgorithms.RsaSha256),
        });
    }

    private async Task<(HttpStatusCode Status, string Body)> GetAsync(string path, string token)
    {
        using var client = new HttpClient { BaseAddress = new Uri(_app!.Urls.Single()) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
