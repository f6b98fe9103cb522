using Insek.Office.Dev.Setup;

namespace Insek.Office.Dev.Browser;

/// <summary>The Chromium that tests drive; they are told its path in <see cref="Variable"/>.</summary>
internal static class TestBrowser
{
    public const string Variable = "INSEK_BROWSER";

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];

    private static readonly IReadOnlyList<string> Places =
    [
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        .. InstalledPrograms.BelowProgramFiles("Google", "Chrome", "Application", "chrome.exe"),
        .. InstalledPrograms.BelowProgramFiles("Microsoft", "Edge", "Application", "msedge.exe"),
        .. InstalledPrograms.BelowProgramFiles("Chromium", "Application", "chrome.exe"),
    ];

    /// <summary>Finds a browser, or gets one: as named, installed, from Playwright, from the system's packages.</summary>
    /// <param name="workspace">The checkout.</param>
    /// <param name="testFolders">The outputs of the test projects, where Playwright's installer lies.</param>
    /// <param name="progress">Told about downloads.</param>
    /// <param name="cancellationToken">Stops a download.</param>
    /// <returns>The path of its executable.</returns>
    /// <exception cref="StepFailedException">There is none and none can be had; says how to get one.</exception>
    public static async Task<string> ObtainAsync(
        Workspace workspace, IEnumerable<string> testFolders, IProgress<string> progress, CancellationToken cancellationToken)
    {
        return InstalledPrograms.Named(Variable)
            ?? InstalledPrograms.Find(Names, Places)
            ?? await PlaywrightBrowser.ObtainAsync(workspace, testFolders, progress, cancellationToken)
            ?? (await DebianPackage.InstallAsync(workspace, "chromium", progress, cancellationToken) ? InstalledPrograms.Find(Names, Places) : null)
            ?? throw new StepFailedException(
                $"No browser for the tests: install Chromium, Chrome or Edge, or set {Variable} to the path of one.");
    }
}
