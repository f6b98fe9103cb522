namespace Insek.Office.Dev.Setup;

/// <summary>Finds programs that are installed on this machine.</summary>
internal static class InstalledPrograms
{
    /// <summary>The first of the names found on the PATH, else the first of the places that exists.</summary>
    public static string? Find(IEnumerable<string> names, IEnumerable<string> places) =>
        names.Select(OnPath).FirstOrDefault(found => found is not null) ?? places.FirstOrDefault(File.Exists);

    /// <summary>The program that a variable of the environment names; null where it names none.</summary>
    /// <exception cref="StepFailedException">What it names does not exist.</exception>
    public static string? Named(string variable) => Environment.GetEnvironmentVariable(variable) is not { Length: > 0 } named ? null
        : File.Exists(named) ? named
        : throw new StepFailedException($"{variable} names {named}, which does not exist.");

    /// <summary>A path below each of the folders Windows installs programs into; none elsewhere.</summary>
    public static IEnumerable<string> BelowProgramFiles(params string[] path) =>
        ((Environment.SpecialFolder[])[Environment.SpecialFolder.ProgramFiles, Environment.SpecialFolder.ProgramFilesX86, Environment.SpecialFolder.LocalApplicationData])
        .Select(Environment.GetFolderPath)
        .Where(folder => OperatingSystem.IsWindows() && folder.Length > 0)
        .Select(folder => Path.Combine([folder, .. path]));

    private static string? OnPath(string name)
    {
        var file = OperatingSystem.IsWindows() && !Path.HasExtension(name) ? $"{name}.exe" : name;
        return (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(folder => Path.Combine(folder, file))
            .FirstOrDefault(File.Exists);
    }
}
