namespace Microsoft.Bot.Connector.Authentication;

/// <summary>What is asked of a caller beyond a valid token.</summary>
public class AuthenticationConfiguration
{
    /// <summary>Endorsements the signing key must carry besides the channel's.</summary>
    public string[] RequiredEndorsements { get; set; } = [];
}
