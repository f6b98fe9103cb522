using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Import;

namespace Insek.Office.Functions.Tests.Import;

public sealed class ConceptSchemaTests
{
    private static readonly JsonNode _schema = Read();

    [Theory]
    [InlineData(null, typeof(ConceptDocument))]
    [InlineData("concept", typeof(ConceptHead))]
    [InlineData("area", typeof(AreaDocument))]
    [InlineData("sector", typeof(SectorDocument))]
    [InlineData("reportedCounts", typeof(ReportedCountsDocument))]
    [InlineData("reportedCount", typeof(ReportedCountDocument))]
    [InlineData("event", typeof(EventDocument))]
    [InlineData("chapter", typeof(ChapterDocument))]
    [InlineData("fact", typeof(ChapterFactDocument))]
    [InlineData("note", typeof(SourceNoteDocument))]
    [InlineData("goal", typeof(GoalDocument))]
    [InlineData("spatialFocus", typeof(SpatialFocusDocument))]
    [InlineData("goalSource", typeof(GoalSourceDocument))]
    [InlineData("measure", typeof(MeasureDocument))]
    public void The_schema_knows_exactly_the_members_of_the_contract(string? definition, Type type)
    {
        var part = definition is null ? _schema : _schema["$defs"]![definition]!;
        var members = ContractsJson.Default.GetTypeInfo(type)!.Properties.Select(property => property.Name);

        Assert.Equal(members.Order(StringComparer.Ordinal), part["properties"]!.AsObject().Select(property => property.Key).Order(StringComparer.Ordinal));
        Assert.False(part["additionalProperties"]!.GetValue<bool>());
    }

    [Theory]
    [InlineData("$.$defs.state", typeof(ItemState))]
    [InlineData("$.$defs.concept.properties.state", typeof(ConceptState))]
    [InlineData("$.$defs.area.properties.scope", typeof(AreaScope))]
    [InlineData("$.$defs.measure.properties.kind", typeof(MeasureKind))]
    [InlineData("$.$defs.measure.properties.priority", typeof(Priority))]
    [InlineData("$.$defs.measure.properties.horizon", typeof(Horizon))]
    public void The_schema_knows_exactly_the_values_of_the_domain(string path, Type type)
    {
        var part = path.Split('.').Skip(1).Aggregate(_schema, (node, name) => node[name]!);

        Assert.Equal(Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName), part["enum"]!.AsArray().Select(value => value!.GetValue<string>()));
    }

    [Fact]
    public void The_schema_takes_exactly_the_guiding_principles_there_are()
    {
        var pattern = new Regex(_schema["$defs"]!["measure"]!["properties"]!["principles"]!["items"]!["pattern"]!.GetValue<string>(), RegexOptions.None, TimeSpan.FromSeconds(1));

        Assert.All(GuidingPrinciple.All, principle => Assert.Matches(pattern, principle.Ref.Value));
        Assert.DoesNotMatch(pattern, "sdg:18");
        Assert.DoesNotMatch(pattern, "sdg:0");
    }

    [Fact]
    public async Task The_sample_satisfies_the_schema()
    {
        await using var file = File.OpenRead(Samples.Torgau("concept.json"));
        var sample = (await JsonNode.ParseAsync(file, cancellationToken: TestContext.Current.CancellationToken))!;

        Assert.Empty(new SchemaCheck(_schema).Check(sample));
        sample["measures"]![0]!["state"] = "fertig";
        sample["goals"]![0]!.AsObject().Remove("title");
        Assert.Equal(["$.goals[0]: required title", "$.measures[0].state: enum"], new SchemaCheck(_schema).Check(sample));
    }

    private static JsonNode Read()
    {
        using var stream = ConceptSchema.Open();
        return JsonNode.Parse(stream)!;
    }
}
