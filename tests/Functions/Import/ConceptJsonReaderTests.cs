using System.Text;
using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Import;

namespace Insek.Office.Functions.Tests.Import;

public sealed class ConceptJsonReaderTests
{
    [Theory]
    [InlineData("{", "$", 1)]
    [InlineData("[]", "$", 1)]
    [InlineData("{\n\"schemaVersion\": 1,\n\"concept\": {\"town\": 7}}", "$.concept.town", 3)]
    [InlineData("{\"schemaVersion\": 1, \"concept\": {}, \"goals\": [{}, {\"number\": \"eins\"}]}", "$.goals[1].number", 1)]
    [InlineData("{\"schemaVersion\": 1, \"concept\": {}, \"goals\": null}", "$.goals", 1)]
    public async Task Broken_JSON_is_refused_with_path_and_line(string json, string path, int line) =>
        Assert.Equal(new InvalidJson(path, line), (await ReadAsync(json)).Refusal);

    [Fact]
    public async Task A_misspelt_member_is_refused_because_its_value_would_be_lost() =>
        Assert.Contains("$.measures[0]", (await ReadAsync("""{"schemaVersion": 1, "concept": {}, "measures": [{"titel": "Radweg"}]}""")).Refusal!.Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_member_given_twice_is_refused() =>
        Assert.IsType<InvalidJson>((await ReadAsync("""{"schemaVersion": 1, "concept": {"town": "A", "town": "B"}}""")).Refusal);

    [Fact]
    public async Task A_later_version_of_the_format_is_refused() =>
        Assert.Equal(new UnsupportedSchemaVersion(2), (await ReadAsync("""{"schemaVersion": 2, "concept": {}}""")).Refusal);

    [Fact]
    public async Task A_file_without_a_version_is_refused() => Assert.IsType<InvalidJson>((await ReadAsync("""{"concept": {}}""")).Refusal);

    private static async Task<Result<ConceptDocument>> ReadAsync(string json)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return await ConceptJsonReader.ReadAsync(stream, TestContext.Current.CancellationToken);
    }
}
