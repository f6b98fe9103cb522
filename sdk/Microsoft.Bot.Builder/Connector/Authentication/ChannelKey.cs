#nullable enable

using Microsoft.IdentityModel.Tokens;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>A key that signs tokens, and the channels it may sign for.</summary>
internal sealed record ChannelKey(SecurityKey Key, IReadOnlySet<string> Endorsements)
{
    /// <summary>The RSA keys of a JSON web key set by id. Keys of other kinds are left out: nothing signed with them is taken.</summary>
    /// <exception cref="Newtonsoft.Json.JsonException">It is not a key set.</exception>
    public static Dictionary<string, ChannelKey> ReadAll(string keySet)
    {
        var keys = new Dictionary<string, ChannelKey>(StringComparer.Ordinal);

        foreach (var json in JObject.Parse(keySet)["keys"]?.OfType<JObject>() ?? [])
        {
            if ((string?)json["kty"] == "RSA" && (string?)json["kid"] is { Length: > 0 } id && (string?)json["n"] is { } modulus && (string?)json["e"] is { } exponent)
            {
                var key = new JsonWebKey { Kty = "RSA", Kid = id, KeyId = id, N = modulus, E = exponent };
                keys.TryAdd(id, new ChannelKey(key, json["endorsements"]?.Values<string>().OfType<string>().ToHashSet(StringComparer.Ordinal) ?? []));
            }
        }

        return keys;
    }
}
