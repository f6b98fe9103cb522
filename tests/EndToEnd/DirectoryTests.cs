using System.Text.Json;

namespace Insek.Office.EndToEnd.Tests;

/// <summary>The sample's directory holds together, and fits its concept.</summary>
public sealed class DirectoryTests
{
    private static readonly JsonElement _directory = Read("directory.json");

    [Fact]
    public void Each_sector_has_one_working_group_and_the_concept_one_steering_group()
    {
        var concept = Read("concept.json");
        var groups = Items(_directory, "groups");

        var sectors = groups.Where(group => Text(group, "kind") == "WorkingGroup").SelectMany(group => Strings(group, "sectors"));

        Assert.Equal(Items(concept, "sectors").Select(sector => Text(sector, "key")), sectors);
        Assert.Equal("steuergruppe", Text(Assert.Single(groups, group => Text(group, "kind") == "SteeringGroup"), "id"));
        Assert.All(groups.Concat(Items(_directory, "bindings")), named => Assert.Equal(Text(concept.GetProperty("concept"), "id"), Text(named, "concept")));
    }

    [Fact]
    public void Everybody_named_is_a_member()
    {
        var members = Items(_directory, "members").Select(member => Text(member, "id")).ToList();

        Assert.Equal(members.Distinct(), members);
        Assert.Subset(members.ToHashSet(), Strings(_directory, "administrators").ToHashSet());
        Assert.All(Items(_directory, "groups"), group =>
        {
            var own = Strings(group, "members").ToHashSet();
            Assert.Subset(members.ToHashSet(), own);
            Assert.Contains(Text(group, "chair"), own);
            Assert.All(Items(group, "deputies"), deputy =>
            {
                Assert.Contains(Text(deputy, "member"), own);
                Assert.Contains(Text(deputy, "deputy"), members);
            });
        });
    }

    private static JsonElement Read(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Checkout.Root, "samples", "torgau", file)));
        return document.RootElement.Clone();
    }

    private static List<JsonElement> Items(JsonElement element, string name) => [.. element.GetProperty(name).EnumerateArray()];

    private static IEnumerable<string> Strings(JsonElement element, string name) => Items(element, name).Select(item => item.GetString()!);

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
