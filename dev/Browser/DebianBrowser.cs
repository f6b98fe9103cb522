using Insek.Office.Dev.Processes;
using Insek.Office.Dev.Setup;

namespace Insek.Office.Dev.Browser;

/// <summary>Chromium from the packages of Debian and Ubuntu; only where nobody has to be asked for a password.</summary>
internal static class DebianBrowser
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(10);

    /// <returns>The path of the executable, or <see langword="null"/> when it could not be had.</returns>
    public static async Task<string?> InstallAsync(Workspace workspace, IProgress<string> progress, CancellationToken cancellationToken)
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess || !File.Exists("/usr/bin/apt-get"))
        {
            return null;
        }

        foreach (var arguments in (string[][])[["update"], ["install", "-y", "--no-install-recommends", "chromium"]])
        {
            progress.Report($"apt-get {string.Join(' ', arguments)}");
            var launch = new Launch("apt-get", arguments, workspace.Root)
            {
                Environment = new Dictionary<string, string?> { ["DEBIAN_FRONTEND"] = "noninteractive" },
            };
            var result = await Command.RunAsync(launch, workspace.Log($"apt-{arguments[0]}"), progress.Report, TimeLimit, cancellationToken);
            result.ThrowIfFailed($"apt-get {arguments[0]}");
        }

        return TestBrowser.Installed();
    }
}
