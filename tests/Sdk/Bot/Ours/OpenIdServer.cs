using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.Tokens;
using Newtonsoft.Json.Linq;

namespace Insek.Office.Sdk.Tests.Bot.Ours;

/// <summary>The channels' OpenID metadata and keys on a loopback server.</summary>
internal sealed class OpenIdServer : IAsyncDisposable
{
    private Loopback? server;
    private int _reads;

    /// <summary>The keys it names now.</summary>
    public JArray Keys { get; set; } = [];

    /// <summary>Whether it answers at all.</summary>
    public bool Down { get; set; }

    /// <summary>How often the metadata were read.</summary>
    public int Reads => Volatile.Read(ref _reads);

    public Uri MetadataUrl => new(server!.Address, "/metadata");

    public static async Task<OpenIdServer> StartAsync(params JObject[] keys)
    {
        var started = new OpenIdServer { Keys = [.. keys] };
        started.server = await Loopback.StartAsync(started.HandleAsync);
        return started;
    }

    /// <summary>A public key as the channels publish it.</summary>
    public static JObject Publish(RsaSecurityKey key, params string[]? endorsements)
    {
        var parameters = key.Rsa.ExportParameters(includePrivateParameters: false);
        var json = new JObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = key.KeyId,
            ["n"] = Base64UrlEncoder.Encode(parameters.Modulus),
            ["e"] = Base64UrlEncoder.Encode(parameters.Exponent),
        };

        if (endorsements is not null)
        {
            json["endorsements"] = new JArray(endorsements);
        }

        return json;
    }

    public static RsaSecurityKey NewKey(string id) => new(RSA.Create(2048)) { KeyId = id };

    public ValueTask DisposeAsync() => server!.DisposeAsync();

    private Task HandleAsync(HttpContext http)
    {
        if (Down)
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Task.CompletedTask;
        }

        if (http.Request.Path == "/metadata")
        {
            Interlocked.Increment(ref _reads);
            return http.Response.WriteAsync(new JObject { ["issuer"] = "https://api.botframework.com", ["jwks_uri"] = new Uri(server!.Address, "/keys") }.ToString(), http.RequestAborted);
        }

        return http.Response.WriteAsync(new JObject { ["keys"] = Keys }.ToString(), http.RequestAborted);
    }
}
