using Insek.Office.Dev.Setup;

namespace Insek.Office.Dev.Testing;

/// <summary>The LibreOffice that opens what tests have made; they are told its path in <see cref="Variable"/>.</summary>
internal static class TestLibreOffice
{
    public const string Variable = "INSEK_LIBREOFFICE";

    // On Windows soffice.exe returns before it is done.
    private static readonly string[] Names = OperatingSystem.IsWindows() ? ["soffice.com"] : ["soffice", "libreoffice"];

    private static readonly IReadOnlyList<string> Places =
    [
        "/Applications/LibreOffice.app/Contents/MacOS/soffice",
        "/usr/lib/libreoffice/program/soffice",
        "/opt/libreoffice/program/soffice",
        "/snap/bin/libreoffice",
        .. InstalledPrograms.BelowProgramFiles("LibreOffice", "program", "soffice.com"),
    ];

    /// <summary>Finds LibreOffice, or gets it: as named, installed, from the system's packages.</summary>
    /// <returns>The path of its executable; <see langword="null"/> where it is not installed and not ours to install.</returns>
    /// <exception cref="StepFailedException">What is named does not exist, or installing failed.</exception>
    public static async Task<string?> ObtainAsync(Workspace workspace, IProgress<string> progress, CancellationToken cancellationToken) =>
        InstalledPrograms.Named(Variable)
        ?? InstalledPrograms.Find(Names, Places)
        ?? (await DebianPackage.InstallAsync(workspace, "libreoffice-writer-nogui", progress, cancellationToken) ? InstalledPrograms.Find(Names, Places) : null);
}
