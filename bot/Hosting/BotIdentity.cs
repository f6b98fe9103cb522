using Microsoft.Extensions.Options;

namespace Insek.Office.Bot.Hosting;

/// <summary>As whom the bot speaks. The names are those the Bot Framework's own authentication reads, at the root of the configuration.</summary>
internal sealed class BotIdentity
{
    public const string Root = "";

    public const string SingleTenant = nameof(SingleTenant);
    public const string ManagedIdentity = "UserAssignedMSI";

    /// <summary>The application id of the bot's registration. Needed outside Development.</summary>
    public string? MicrosoftAppId { get; init; }

    /// <summary>How it proves who it is: <see cref="SingleTenant"/> with a password, or <see cref="ManagedIdentity"/>.</summary>
    public string? MicrosoftAppType { get; init; }

    /// <summary>The tenant of the registration.</summary>
    public string? MicrosoftAppTenantId { get; init; }

    /// <summary>The client secret; for <see cref="SingleTenant"/> only.</summary>
    public string? MicrosoftAppPassword { get; init; }
}

/// <summary>Outside Development the bot needs a whole identity; in Development none, or a whole one.</summary>
internal sealed class BotIdentityValidator(IHostEnvironment environment) : IValidateOptions<BotIdentity>
{
    public ValidateOptionsResult Validate(string? name, BotIdentity options)
    {
        if (string.IsNullOrWhiteSpace(options.MicrosoftAppId))
        {
            return environment.IsDevelopment()
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail("Configure MicrosoftAppId, MicrosoftAppType and MicrosoftAppTenantId: without them the bot could trust no message, or would trust every one.");
        }

        return Complaint(options) is { } complaint ? ValidateOptionsResult.Fail(complaint) : ValidateOptionsResult.Success;
    }

    private static string? Complaint(BotIdentity options) => options switch
    {
        _ when !Guid.TryParse(options.MicrosoftAppId, out _) => "MicrosoftAppId is no application id.",
        { MicrosoftAppType: not (BotIdentity.SingleTenant or BotIdentity.ManagedIdentity) } => $"MicrosoftAppType must be {BotIdentity.SingleTenant} or {BotIdentity.ManagedIdentity}.",
        _ when !Guid.TryParse(options.MicrosoftAppTenantId, out _) => "MicrosoftAppTenantId is no tenant id.",
        { MicrosoftAppType: BotIdentity.SingleTenant } when string.IsNullOrWhiteSpace(options.MicrosoftAppPassword) => $"MicrosoftAppType {BotIdentity.SingleTenant} needs MicrosoftAppPassword.",
        _ => null,
    };
}
