using System.Globalization;
using Insek.Office.Dev.Processes;
using Insek.Office.Dev.Setup;

namespace Insek.Office.Dev.Office;

/// <summary>The Microsoft 365 Agents Playground: Teams as far as a bot sees it, without an account and without a network.</summary>
internal static class Playground
{
    public const string Name = "Playground";

    public static readonly TimeSpan StopGrace = TimeSpan.FromSeconds(5);

    /// <summary>What its command line leaves open, it asks the environment; a developer's other bots must not answer.</summary>
    private static readonly string[] ForeignSettings =
    [
        "AUTH_CLIENT_ID", "AUTH_CLIENT_SECRET", "AUTH_TENANT_ID", "BOT_ENDPOINT", "DEFAULT_CHANNEL_ID", "TEAMSAPPTESTER_PORT", "TEAMSAPPTESTER_LOGFILE",
        "M365_AGENTS_PLAYGROUND_CONVERSATION_ID", "M365_AGENTS_PLAYGROUND_DELIVERY_MODE", "M365_AGENTS_PLAYGROUND_ENABLE_EVENTS_RECORDING",
        "M365_AGENTS_PLAYGROUND_RECORDING_FILE", "M365_AGENTS_PLAYGROUND_SERVICE_URL", "M365_AGENTS_PLAYGROUND_TARGET_SDK",
    ];

    /// <param name="workspace">The checkout.</param>
    /// <param name="ports">Where it listens and where the bot does, on this machine only.</param>
    /// <param name="directory">The file that names its users and its team.</param>
    /// <param name="log">The file its output goes to.</param>
    /// <exception cref="StepFailedException">The directory does not fit the Playground.</exception>
    public static ChildProcess Start(Workspace workspace, Ports ports, string directory, string log)
    {
        var config = Path.Combine(workspace.Local, "playground.yml");
        PlaygroundConfig.Write(directory, config);

        // It says on its output that it listens, and in its own log why it does not.
        var activity = Path.ChangeExtension(log, ".activity.log");
        File.Delete(activity);
        var launch = new Launch(
            "node",
            [
                "--require", Path.Combine(AppContext.BaseDirectory, "Processes", "exit-with-parent.cjs"),
                "--require", Path.Combine(AppContext.BaseDirectory, "Processes", "loopback-only.cjs"),
                Path.Combine(workspace.Root, "node_modules", "@microsoft", "m365agentsplayground", "cli.js"),
                "start",
                "-e", BotProcess.Messages(ports).ToString(),
                "-c", "msteams",
                "-p", ports.Playground.ToString(CultureInfo.InvariantCulture),
                "--disable-telemetry",
            ],
            workspace.Local)
        {
            Environment = new Dictionary<string, string?>(ForeignSettings.Select(name => KeyValuePair.Create<string, string?>(name, null)))
            {
                ["TEAMSAPPTESTER_BROWSER"] = "none",
                ["APPLICATION_INSIGHTS_NO_STATSBEAT"] = "1",
                ["M365_AGENTS_PLAYGROUND_CONFIG_PATH"] = config,
                ["M365_AGENTS_PLAYGROUND_LOGFILE"] = activity,
                ["NO_PROXY"] = "localhost,127.0.0.1",
            },
        };
        return ChildProcess.Start(Name, launch, log, activity);
    }

    /// <summary>It takes another port without a word where the wanted one is gone, and then whoever holds that one answers in its place.</summary>
    /// <exception cref="StepFailedException">It listens elsewhere.</exception>
    public static void EnsureListensOn(ChildProcess process, int port)
    {
        const string Listening = "Listening on ";
        var line = process.LastLines.FirstOrDefault(line => line.StartsWith(Listening, StringComparison.Ordinal));
        if (line is not null && line != string.Create(CultureInfo.InvariantCulture, $"{Listening}{port}"))
        {
            throw new StepFailedException($"{Name} could not have port {port} and took {line[Listening.Length..]}. Stop what uses it, or move all ports: --ports BASE ({Ports.Layout}).");
        }
    }
}
