namespace Insek.Office.Bot.Addin;

/// <summary>The Content-Security-Policy of the pages: what each may load, whom it may talk to, who may frame it.</summary>
internal static class AddinPolicy
{
    /// <summary>The page that Word shows beside a document.</summary>
    public const string Pane = "pane.html";

    /// <summary>Who serves Office.js, and nobody else may.</summary>
    private const string OfficeScripts = "https://appsforoffice.microsoft.com";

    // Word in a browser stands on these hosts, in Teams, SharePoint and OneDrive as on its own; Word on a desktop frames nothing.
    private static readonly string[] _officeHosts =
    [
        "https://*.officeapps.live.com",
        "https://*.office.com",
        "https://*.office365.com",
        "https://*.microsoft365.com",
        "https://*.cloud.microsoft",
        "https://*.sharepoint.com",
        "https://onedrive.live.com",
        "https://teams.microsoft.com",
    ];

    /// <summary>The policy of a file. Every page loads itself and talks to the API and to whoever signs people in; nobody may frame it.</summary>
    /// <remarks>The pane alone also loads Office.js, is framed by Office, and frames the sign-in, which refreshes tokens that way.</remarks>
    public static string Of(string path, AddinConfig config)
    {
        var signIn = OriginOf(config.SignIn.Authority);
        var isPane = path == Pane;
        string?[] directives =
        [
            "default-src 'none'",
            Directive("script-src", ["'self'", isPane ? OfficeScripts : null]),
            "style-src 'self'",
            "img-src 'self'",
            Directive("connect-src", ["'self'", OriginOf(config.Api), signIn]),
            isPane && signIn is not null ? Directive("frame-src", [signIn]) : null,
            "base-uri 'none'",
            "form-action 'none'",
            Directive("frame-ancestors", isPane ? _officeHosts : ["'none'"]),
        ];
        return string.Join("; ", directives.OfType<string>());
    }

    private static string Directive(string name, IEnumerable<string?> sources) => $"{name} {string.Join(' ', sources.OfType<string>().Distinct())}";

    private static string? OriginOf(string? address) => address is null ? null : new Uri(address).GetLeftPart(UriPartial.Authority);
}
