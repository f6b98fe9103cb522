using System.Globalization;
using Insek.Office.Dev.Processes;
using Insek.Office.Dev.Setup;

namespace Insek.Office.Dev.Office;

/// <summary>The functions, run without a Functions host: the same executable, listening by itself and firing its own timers.</summary>
internal static class FunctionsProcess
{
    public const string Name = "Functions";

    public static readonly TimeSpan StopGrace = TimeSpan.FromSeconds(10);

    public static ChildProcess Start(string assembly, Ports ports, string keyFile, string directory, DateTimeOffset? clock, int? httpsPort, string log)
    {
        var launch = new Launch(Workspace.Dotnet, ["exec", assembly], Path.GetDirectoryName(assembly)!)
        {
            Environment = new Dictionary<string, string?>
            {
                ["DOTNET_ENVIRONMENT"] = "Development",
                ["Hosting__Port"] = ports.Functions.ToString(CultureInfo.InvariantCulture),
                ["Hosting__RunTimers"] = "true",
                ["Hosting__ExitWithParent"] = "true",
                ["Hosting__Clock"] = clock?.ToString("O", CultureInfo.InvariantCulture),
                ["Storage__ConnectionString"] = Azurite.ConnectionString(ports.Azurite),
                ["Authentication__DevelopmentKeyFile"] = keyFile,
                ["Directory__File"] = directory,

                // The pages that the bot serves, by either name of this machine.
                ["Cors__Origins__0"] = $"http://localhost:{ports.Bot}",
                ["Cors__Origins__1"] = $"http://127.0.0.1:{ports.Bot}",
                ["Cors__Origins__2"] = httpsPort is { } port ? $"https://localhost:{port}" : null,

                // What a developer has set for other programs must not move ours.
                ["ASPNETCORE_ENVIRONMENT"] = null,
                ["ASPNETCORE_URLS"] = null,
                ["ASPNETCORE_HTTP_PORTS"] = null,
                ["ASPNETCORE_CONTENTROOT"] = null,
                ["FUNCTIONS_CUSTOMHANDLER_PORT"] = null,
                ["FUNCTIONS_HTTPWORKER_PORT"] = null,
            },
        };
        return ChildProcess.Start(Name, launch, log);
    }
}
