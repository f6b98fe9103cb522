using Microsoft.Extensions.Options;

namespace Insek.Office.Functions.Authentication;

/// <summary>Whose tokens are honoured.</summary>
internal sealed class TokenOptions
{
    public const string Section = "Authentication";

    /// <summary>Who issues the tokens, for example https://login.microsoftonline.com/TENANT/v2.0. Needed outside Development.</summary>
    public string? Issuer { get; init; }

    /// <summary>For whom they are issued: the application id of the API. Needed outside Development.</summary>
    public string? Audience { get; init; }

    /// <summary>Where the issuer's OpenID metadata is found; the issuer itself where absent.</summary>
    public string? Authority { get; init; }

    /// <summary>A file holding the key of local tokens, base64. Development only, and only for calls over loopback.</summary>
    public string? DevelopmentKeyFile { get; init; }
}

/// <summary>Outside Development a real issuer and audience must be configured, and no development key.</summary>
internal sealed class TokenOptionsValidator(IHostEnvironment environment) : IValidateOptions<TokenOptions>
{
    public ValidateOptionsResult Validate(string? name, TokenOptions options)
    {
        var hasIssuer = !string.IsNullOrWhiteSpace(options.Issuer) && !string.IsNullOrWhiteSpace(options.Audience);
        if (environment.IsDevelopment())
        {
            return hasIssuer || !string.IsNullOrWhiteSpace(options.DevelopmentKeyFile)
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail("Configure Authentication:DevelopmentKeyFile (the development entry does), or Authentication:Issuer and Authentication:Audience.");
        }

        if (!string.IsNullOrWhiteSpace(options.DevelopmentKeyFile))
        {
            return ValidateOptionsResult.Fail($"Authentication:DevelopmentKeyFile is for Development only; this is {environment.EnvironmentName}.");
        }

        return hasIssuer
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail("Configure Authentication:Issuer and Authentication:Audience: without them nobody could be let in, or everybody would be.");
    }
}
