using System.IO.Compression;
using System.Text.Json;
using Insek.Office.Dev.Processes;
using Insek.Office.Dev.Setup;

namespace Insek.Office.Dev.Package;

/// <summary>The app package and, beside it, the manifest for older versions of Word.</summary>
/// <param name="Zip">What administrators upload to Teams and Microsoft 365.</param>
/// <param name="AddinOnly">What they upload as an add-in for versions that do not read the package.</param>
/// <param name="ManifestId">The app's id in the catalogue.</param>
internal sealed record AppPackage(string Zip, string AddinOnly, string ManifestId)
{
    private const string ZipName = "insek-office-app.zip";
    private const string AddinOnlyName = "insek-office-addin-only.xml";

    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(1);

    /// <summary>The same content makes the same bytes.</summary>
    private static readonly DateTimeOffset Written = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Fills the templates, checks what came out, and writes both; nothing is written where something is wrong.</summary>
    /// <exception cref="StepFailedException">The checks found something; the details say what.</exception>
    public static async Task<AppPackage> WriteAsync(Workspace workspace, AppDetails details, string output, CancellationToken cancellationToken)
    {
        var temporary = Directory.CreateTempSubdirectory("insek-package-").FullName;
        try
        {
            var values = Path.Combine(temporary, "values.json");
            await File.WriteAllBytesAsync(values, JsonSerializer.SerializeToUtf8Bytes(details, AppDetailsJson.Default.AppDetails), cancellationToken);
            var script = Path.Combine(workspace.Root, "manifest", "scripts", "package.mjs");
            var result = await Command.RunAsync(
                new Launch("node", [script, values, temporary], workspace.Root), workspace.Log("package"), onLine: null, TimeLimit, cancellationToken);
            result.ThrowIfFailed("The check of the manifest");

            Directory.CreateDirectory(output);
            var package = new AppPackage(Path.Combine(output, ZipName), Path.Combine(output, AddinOnlyName), ReadId(Path.Combine(temporary, "package", "manifest.json")));
            Pack(Path.Combine(temporary, "package"), package.Zip);
            File.Copy(Path.Combine(temporary, "addin-only.xml"), package.AddinOnly, overwrite: true);
            return package;
        }
        finally
        {
            Directory.Delete(temporary, recursive: true);
        }
    }

    private static string ReadId(string manifest)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(manifest));
        return document.RootElement.GetProperty("id").GetString()!;
    }

    private static void Pack(string folder, string target)
    {
        File.Delete(target);
        using var zip = ZipFile.Open(target, ZipArchiveMode.Create);
        foreach (var file in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            var entry = zip.CreateEntry(Path.GetFileName(file));
            entry.LastWriteTime = Written;
            using var stream = entry.Open();
            stream.Write(File.ReadAllBytes(file));
        }
    }
}
