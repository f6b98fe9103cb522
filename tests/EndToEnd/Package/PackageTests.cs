using System.IO.Compression;
using System.Text.Json;
using System.Xml.Linq;

namespace Insek.Office.EndToEnd.Tests.Package;

/// <summary>What administrators upload, as the development entry writes it. What the checks of the content find is tested beside them, in <c>manifest/tests</c>.</summary>
public sealed class PackageTests : IDisposable
{
    private const string Bot = "11111111-2222-4333-8444-555555555555";
    private const string App = "99999999-8888-4777-8666-555555555555";

    private static readonly string[] _wanted = ["package", "--domain", "Insek.Example.org", "--bot-id", Bot, "--app-id", App.ToUpperInvariant()];

    private readonly string _folder = Directory.CreateTempSubdirectory("insek-package-test-").FullName;

    private string Zip => Path.Combine(_folder, "insek-office-app.zip");

    private string AddinOnly => Path.Combine(_folder, "insek-office-addin-only.xml");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Package_holds_manifest_language_and_pictures_and_names_the_add_in_that_it_replaces()
    {
        var result = await RunAsync([.. _wanted, "--output", _folder, "--developer", "Büro \"Süd\" & <Co>", "--app-version", "2.0.1"]);

        Assert.True(result.ExitCode == 0, result.Output + result.Errors);
        using var zip = ZipFile.OpenRead(Zip);
        Assert.Equal(["color.png", "color32.png", "en.json", "manifest.json", "outline.png"], zip.Entries.Select(entry => entry.FullName));
        await using var stream = await zip.GetEntry("manifest.json")!.OpenAsync(TestContext.Current.CancellationToken);
        using var manifest = await JsonDocument.ParseAsync(stream, cancellationToken: TestContext.Current.CancellationToken);
        var root = manifest.RootElement;
        Assert.Equal("2.0.1", root.GetProperty("version").GetString());
        Assert.Equal("Büro \"Süd\" & <Co>", root.GetProperty("developer").GetProperty("name").GetString());
        Assert.Equal(Bot, root.GetProperty("bots")[0].GetProperty("botId").GetString());
        Assert.Equal(App, root.GetProperty("webApplicationInfo").GetProperty("id").GetString());
        Assert.Contains(root.GetProperty("id").GetString()!, result.Output, StringComparison.Ordinal);

        var addin = XDocument.Load(AddinOnly).Root!;
        Assert.Equal("Büro \"Süd\" & <Co>", addin.Element(addin.Name.Namespace + "ProviderName")!.Value);
        Assert.Equal(
            root.GetProperty("extensions")[0].GetProperty("alternates")[0].GetProperty("hide").GetProperty("customOfficeAddin").GetProperty("officeAddinId").GetString(),
            addin.Element(addin.Name.Namespace + "Id")!.Value);
    }

    [Fact]
    public async Task Same_details_make_the_same_bytes()
    {
        await RunAsync([.. _wanted, "--output", _folder]);
        var (zip, xml) = (await BytesAsync(Zip), await BytesAsync(AddinOnly));

        await RunAsync([.. _wanted, "--output", _folder]);

        Assert.Equal(zip, await BytesAsync(Zip));
        Assert.Equal(xml, await BytesAsync(AddinOnly));
    }

    [Theory]
    [InlineData("--domain", "https://insek.example.org/", "--domain takes a host")]
    [InlineData("--domain", "insek", "--domain takes a host")]
    [InlineData("--bot-id", "bot", "--bot-id takes a GUID")]
    [InlineData("--app-id", "00000000-0000-0000-0000-000000000000", "--app-id takes a GUID")]
    [InlineData("--privacy", "http://insek.example.org/", "--privacy takes an address that begins with https://")]
    [InlineData("--app-version", "1.2", "--app-version takes three numbers")]
    public async Task Wrong_details_are_named_and_nothing_is_written(string option, string value, string said)
    {
        string[] others = [.. _wanted.Skip(1).Chunk(2).Where(pair => pair[0] != option).SelectMany(pair => pair)];

        var result = await RunAsync(["package", .. others, option, value, "--output", _folder]);

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains(said, result.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder));
    }

    [Fact]
    public async Task Missing_details_are_named()
    {
        var result = await RunAsync(["package", "--domain", "insek.example.org"]);

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("'--bot-id' is required", result.Errors, StringComparison.Ordinal);
        Assert.Contains("'--app-id' is required", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_checks_find_is_said_and_nothing_is_written()
    {
        // The option takes any address; the schema takes none beyond 2,048 characters.
        var result = await RunAsync([.. _wanted, "--output", _folder, "--website", $"https://insek.example.org/{new string('x', 2100)}"]);

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("websiteUrl", result.Output + result.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder));
    }

    private static async Task<DevResult> RunAsync(params string[] arguments)
    {
        await using var run = DevRun.Start(arguments);
        return await run.EndAsync();
    }

    private static Task<byte[]> BytesAsync(string path) => File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
}
