using Insek.Office.Dev.Processes;

namespace Insek.Office.Dev.Setup;

/// <summary>Programs from the packages of Debian and Ubuntu; only where nobody has to be asked for a password.</summary>
internal static class DebianPackage
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(10);

    /// <summary>Installs a package.</summary>
    /// <returns>Whether it was installed; <see langword="false"/> where that is not for us to do.</returns>
    /// <exception cref="StepFailedException">It was tried and failed.</exception>
    public static async Task<bool> InstallAsync(Workspace workspace, string package, IProgress<string> progress, CancellationToken cancellationToken)
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess || !File.Exists("/usr/bin/apt-get"))
        {
            return false;
        }

        foreach (var arguments in (string[][])[["update"], ["install", "-y", "--no-install-recommends", package]])
        {
            progress.Report($"apt-get {string.Join(' ', arguments)}");
            var launch = new Launch("apt-get", arguments, workspace.Root)
            {
                Environment = new Dictionary<string, string?> { ["DEBIAN_FRONTEND"] = "noninteractive" },
            };
            var result = await Command.RunAsync(launch, workspace.Log($"apt-{arguments[0]}-{package}"), progress.Report, TimeLimit, cancellationToken);
            result.ThrowIfFailed($"apt-get {arguments[0]}");
        }

        return true;
    }
}
