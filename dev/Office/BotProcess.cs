using System.Globalization;
using Insek.Office.Dev.Processes;
using Insek.Office.Dev.Setup;

namespace Insek.Office.Dev.Office;

/// <summary>The bot, without an identity of its own: it talks to the local Teams client only, and on this machine only.</summary>
internal static class BotProcess
{
    public const string Name = "Bot";

    public static readonly TimeSpan StopGrace = TimeSpan.FromSeconds(10);

    public static ChildProcess Start(string assembly, Ports ports, string keyFile, DateTimeOffset? clock, int? httpsPort, string log)
    {
        var launch = new Launch(Workspace.Dotnet, ["exec", assembly], Path.GetDirectoryName(assembly)!)
        {
            Environment = new Dictionary<string, string?>
            {
                ["DOTNET_ENVIRONMENT"] = "Development",
                ["Hosting__Port"] = ports.Bot.ToString(CultureInfo.InvariantCulture),
                ["Hosting__HttpsPort"] = httpsPort?.ToString(CultureInfo.InvariantCulture),
                ["Hosting__ExitWithParent"] = "true",
                ["Hosting__Clock"] = clock?.ToString("O", CultureInfo.InvariantCulture),
                ["Api__BaseAddress"] = $"http://127.0.0.1:{ports.Functions}/",
                ["Api__DevelopmentKeyFile"] = keyFile,

                // What a developer has set for other programs must not move ours, nor lend it an identity.
                ["Api__Scope"] = null,
                ["Addin__Api"] = null,
                ["Addin__ClientId"] = null,
                ["Addin__Authority"] = null,
                ["Addin__Scope"] = null,
                ["MicrosoftAppId"] = null,
                ["MicrosoftAppType"] = null,
                ["MicrosoftAppTenantId"] = null,
                ["MicrosoftAppPassword"] = null,
                ["ASPNETCORE_ENVIRONMENT"] = null,
                ["ASPNETCORE_URLS"] = null,
                ["ASPNETCORE_HTTP_PORTS"] = null,
                ["ASPNETCORE_CONTENTROOT"] = null,
            },
        };
        return ChildProcess.Start(Name, launch, log);
    }

    /// <summary>The page for town halls' own lists, for somebody who has a token.</summary>
    public static Uri ListPage(Ports ports, string token) => new($"http://localhost:{ports.Bot}/addin/import.html#token={token}");

    /// <summary>The pane for Word, which a plain browser shows as a viewer, for somebody who has a token.</summary>
    public static Uri PanePage(Ports ports, string token) => new($"http://localhost:{ports.Bot}/addin/pane.html#token={token}");

    /// <summary>The pane as Word can load it.</summary>
    public static Uri SecurePanePage(int port) => new($"https://localhost:{port}/addin/pane.html");

    /// <summary>Where Teams, or who stands in for it, sends activities.</summary>
    public static Uri Messages(Ports ports) => new($"http://127.0.0.1:{ports.Bot}/api/messages");
}
