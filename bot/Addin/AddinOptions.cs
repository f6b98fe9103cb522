using Insek.Office.Bot.Api;
using Microsoft.Extensions.Options;

namespace Insek.Office.Bot.Addin;

/// <summary>What pages in a browser need to know to reach the API and to sign people in. Nothing here is secret.</summary>
internal sealed class AddinOptions
{
    public const string Section = "Addin";

    /// <summary>The root of the functions as browsers reach them, without "api". Default: Api:BaseAddress.</summary>
    public Uri? Api { get; init; }

    /// <summary>The application id by which people sign in. Without it there is no sign-in, but for local tokens in Development.</summary>
    public string? ClientId { get; init; }

    /// <summary>Where they sign in, for example https://login.microsoftonline.com/TENANT. Needed with <see cref="ClientId"/>.</summary>
    public Uri? Authority { get; init; }

    /// <summary>What they sign in for, for example api://APPLICATION/access. Needed with <see cref="ClientId"/>.</summary>
    public string? Scope { get; init; }
}

/// <summary>A sign-in is configured whole or not at all, and no page talks to an open line.</summary>
internal sealed class AddinOptionsValidator(IHostEnvironment environment) : IValidateOptions<AddinOptions>
{
    public ValidateOptionsResult Validate(string? name, AddinOptions options)
    {
        var complaints = Complaints(options).ToList();
        return complaints.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(complaints);
    }

    private IEnumerable<string> Complaints(AddinOptions options)
    {
        if (options.Api is { } api && !(api.IsAbsoluteUri && (api.Scheme == Uri.UriSchemeHttps || (environment.IsDevelopment() && api.Scheme == Uri.UriSchemeHttp && api.IsLoopback))))
        {
            yield return "Addin:Api must be https.";
        }

        var given = new[] { options.ClientId, options.Authority?.OriginalString, options.Scope }.Count(value => !string.IsNullOrWhiteSpace(value));
        if (given is not (0 or 3))
        {
            yield return "Configure Addin:ClientId, Addin:Authority and Addin:Scope together, or none of them.";
        }
        else if (given == 3 && !Guid.TryParse(options.ClientId, out _))
        {
            yield return "Addin:ClientId is no application id.";
        }
        else if (given == 3 && options.Authority is not { IsAbsoluteUri: true, Scheme: "https" })
        {
            yield return "Addin:Authority must be https.";
        }
    }
}

/// <summary>What /addin/config.json answers.</summary>
/// <param name="Api">The root of the API.</param>
/// <param name="SignIn">How people sign in.</param>
internal sealed record AddinConfig(string Api, AddinSignIn SignIn)
{
    public static AddinConfig From(AddinOptions addin, ApiOptions api, bool isDevelopment)
    {
        var address = (addin.Api ?? api.BaseAddress ?? throw new InvalidOperationException("API options are validated at start.")).GetLeftPart(UriPartial.Path);
        var signIn = addin.ClientId is { Length: > 0 } client ? new AddinSignIn("entra", client, addin.Authority?.ToString(), addin.Scope)
            : isDevelopment && api.DevelopmentKeyFile is { Length: > 0 } ? new AddinSignIn("local")
            : new AddinSignIn("none");
        return new AddinConfig(address.EndsWith('/') ? address : $"{address}/", signIn);
    }
}

/// <summary>How people sign in.</summary>
/// <param name="Kind">entra; local for tokens of the development entry; or none.</param>
/// <param name="ClientId">With entra: the application id.</param>
/// <param name="Authority">With entra: where.</param>
/// <param name="Scope">With entra: what for.</param>
internal sealed record AddinSignIn(string Kind, string? ClientId = null, string? Authority = null, string? Scope = null);
