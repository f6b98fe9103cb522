using System.Globalization;
using Insek.Office.Dev.Processes;
using Insek.Office.Dev.Setup;

namespace Insek.Office.Dev.Office;

/// <summary>The table service of the Azure Storage emulator.</summary>
internal static class Azurite
{
    public const string Name = "Azurite";

    /// <summary>It writes its whole file before it ends; a large one takes a while.</summary>
    public static readonly TimeSpan StopGrace = TimeSpan.FromSeconds(15);

    private const string Account = "devstoreaccount1";

    /// <summary>The emulator's published key, the same on every machine; it protects nothing.</summary>
    private const string PublicKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <param name="workspace">The checkout.</param>
    /// <param name="port">Where it listens, on this machine only.</param>
    /// <param name="data">The folder of its file, or <see langword="null"/> to keep everything in memory.</param>
    /// <param name="log">The file its output goes to.</param>
    public static ChildProcess Start(Workspace workspace, int port, string? data, string log)
    {
        if (data is not null)
        {
            Directory.CreateDirectory(data);
        }

        var launch = new Launch(
            "node",
            [
                "--require", Path.Combine(AppContext.BaseDirectory, "Processes", "exit-with-parent.cjs"),
                Path.Combine(workspace.Root, "node_modules", "azurite", "dist", "src", "table", "main.js"),
                "--silent", "--disableTelemetry", "--skipApiVersionCheck",
                "--tableHost", "127.0.0.1", "--tablePort", port.ToString(CultureInfo.InvariantCulture),
                .. data is null ? (string[])["--inMemoryPersistence"] : ["--location", data],
            ],
            workspace.Root);
        return ChildProcess.Start(Name, launch, log);
    }

    public static string ConnectionString(int port) =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={PublicKey};TableEndpoint=http://127.0.0.1:{port}/{Account};";
}
