using Azure.Core;
using Microsoft.Extensions.Options;

namespace Insek.Office.Bot.Api;

/// <summary>The bot's token for the functions, kept until shortly before it expires.</summary>
internal sealed class ApiTokens(TokenCredential credential, IOptions<ApiOptions> options, TimeProvider clock) : IDisposable
{
    /// <summary>A token younger than this is used; an older one might expire on the way.</summary>
    private static readonly TimeSpan _margin = TimeSpan.FromMinutes(2);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private Kept? _kept;

    public async ValueTask<string> GetAsync(CancellationToken cancellationToken)
    {
        if (Fresh() is { } at)
        {
            return at;
        }

        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (Fresh() is { } meanwhile)
            {
                return meanwhile;
            }

            string[] scopes = options.Value.Scope is { Length: > 0 } scope ? [scope] : [];
            var token = await credential.GetTokenAsync(new TokenRequestContext(scopes), cancellationToken);
            _kept = new Kept(token.Token, token.ExpiresOn - _margin);
            return token.Token;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Drops a token that was not accepted, so that the next call brings another.</summary>
    public void Forget(string token)
    {
        if (_kept is { } kept && kept.Token == token)
        {
            _kept = null;
        }
    }

    public void Dispose() => _gate.Dispose();

    private string? Fresh() => _kept is { } kept && clock.GetUtcNow() < kept.Until ? kept.Token : null;

    private sealed record Kept(string Token, DateTimeOffset Until);
}
