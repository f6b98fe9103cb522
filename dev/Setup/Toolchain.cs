using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Insek.Office.Dev.Setup;

/// <summary>What has to be installed before anything here can run.</summary>
internal static class Toolchain
{
    private const int OldestNode = 20;

    /// <returns>The versions found.</returns>
    /// <exception cref="StepFailedException">A tool is missing or too old.</exception>
    public static async Task<string> CheckAsync(Workspace workspace, CancellationToken cancellationToken)
    {
        var node = await VersionAsync("node", workspace.Root, cancellationToken)
            ?? throw new StepFailedException($"Node.js is missing: install version {OldestNode} or newer (https://nodejs.org) and see that `node` is on the PATH.");
        if (!int.TryParse(node.TrimStart('v').Split('.')[0], CultureInfo.InvariantCulture, out var major) || major < OldestNode)
        {
            throw new StepFailedException($"Node.js {node} is too old: version {OldestNode} or newer is needed (https://nodejs.org).");
        }

        // Asked in the root, the SDK answers only if it satisfies global.json.
        var sdk = await VersionAsync(Workspace.Dotnet, workspace.Root, cancellationToken)
            ?? throw new StepFailedException("The .NET SDK that global.json asks for is missing: https://dotnet.microsoft.com/download");

        return $".NET SDK {sdk}, Node.js {node.TrimStart('v')}";
    }

    private static async Task<string?> VersionAsync(string program, string folder, CancellationToken cancellationToken)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, ["--version"])
            {
                WorkingDirectory = folder,
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            var version = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await errors;
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0 ? version.Trim() : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
