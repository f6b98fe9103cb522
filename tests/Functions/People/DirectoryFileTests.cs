using System.Text;
using Insek.Office.Functions.People;
using Insek.Office.Functions.People.Graph;
using Insek.Office.Functions.Tests.Host;
using Insek.Office.Testing;

namespace Insek.Office.Functions.Tests.People;

/// <summary>Directories that are written by hand, and settings that contradict each other: the start says what is wrong, and in which line.</summary>
public sealed class DirectoryFileTests(TestOffice office)
{
    [Theory]
    [InlineData("{\n  \"members\": [\n    { \"id\": \"anna\", \"name\": }\n  ]\n}", "line 3")]
    [InlineData("{\n  \"members\": [],\n  \"grups\": []\n}", "line 3")]
    [InlineData("{\n  \"members\": [\n    { \"id\": \"anna\" }\n  ]\n}", "line 3")]
    [InlineData("{\n  \"members\": [\n    { \"id\": \"anna\", \"name\": \"Anna\" },\n    { \"id\": \"anna\", \"name\": \"Anna\" }\n  ]\n}", "'anna' more than once, again at line 4")]
    [InlineData("{\n  \"members\": [],\n  \"groups\": [\n    { \"id\": \"ag\", \"name\": \"AG\", \"kind\": \"WorkingGroup\", \"concept\": \"c\",\n      \"members\": [ \"bert\" ] }\n  ]\n}", "'bert' in group ag at line 5")]
    public void A_malformed_directory_names_the_line(string text, string named)
    {
        var failure = Assert.Throws<InvalidDataException>(() => DirectoryDocument.Read(Encoding.UTF8.GetBytes(text)));

        Assert.Contains(named, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\n  \"groups\": [\n    { \"id\": \"ag\" }\n  ]\n}", "line 3")]
    [InlineData("{ \"administrators\": [ \"Verwaltung\" ] }", "'Verwaltung' in administrators")]
    [InlineData("{ \"groups\": [ { \"id\": \"ag\", \"group\": \"AG Verkehr\", \"kind\": \"WorkingGroup\", \"concept\": \"c\" } ] }", "'AG Verkehr' in group ag")]
    [InlineData(
        "{ \"groups\": [ { \"id\": \"s1\", \"group\": \"00000000-0000-0000-0000-000000000001\", \"kind\": \"SteeringGroup\", \"concept\": \"c\" }, { \"id\": \"s2\", \"group\": \"00000000-0000-0000-0000-000000000002\", \"kind\": \"SteeringGroup\", \"concept\": \"c\" } ] }",
        "more than one steering group")]
    public void A_malformed_mapping_names_the_line_or_the_entry(string text, string named)
    {
        var failure = Assert.Throws<InvalidDataException>(() => GraphMapping.Read(Encoding.UTF8.GetBytes(text)));

        Assert.Contains(named, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_sample_directory_is_none_of_these() =>
        Assert.Equal(9, DirectoryDocument.Read(File.ReadAllBytes(Path.Combine(Repository.Root, "samples", "torgau", "directory.json"))).Groups.Count);

    [Theory]
    [InlineData("either Directory:File or Directory:Graph", "Directory__Graph__MappingFile=MAPPING")]
    [InlineData("without MappingFile", "Directory__Graph__TenantId=x", "Directory__File=")]
    [InlineData("must be HTTPS", "Directory__Graph__MappingFile=MAPPING", "Directory__Graph__BaseUrl=http://graph.example/v1.0", "Directory__File=")]
    [InlineData("ClientSecret needs", "Directory__Graph__MappingFile=MAPPING", "Directory__Graph__ClientSecret=s3cret-of-a-test", "Directory__File=")]
    [InlineData("StaleLimit", "Directory__Graph__MappingFile=MAPPING", "Directory__Graph__StaleLimit=9.00:00:00", "Directory__File=")]
    [InlineData("Could not find file", "Directory__Graph__MappingFile=nirgends.json", "Directory__File=")]
    public async Task Settings_that_cannot_be_meant_refuse_to_start(string named, params string[] changes)
    {
        await using var tenant = await GraphTenant.StartAsync(office);
        var settings = office.Settings(office.Storage);
        foreach (var (name, value) in changes.Select(change => (change[..change.IndexOf('=', StringComparison.Ordinal)], change[(change.IndexOf('=', StringComparison.Ordinal) + 1)..])))
        {
            settings.Remove(name);
            if (value.Length > 0)
            {
                settings[name] = value == "MAPPING" ? tenant.MappingFile : value;
            }
        }

        var (exitCode, output) = await FunctionsProcess.StartAndRefuseAsync(settings);

        Assert.NotEqual(0, exitCode);
        Assert.Contains(named, output, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret-of-a-test", output, StringComparison.Ordinal);
    }
}
