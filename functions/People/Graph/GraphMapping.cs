using System.Text.Json;
using System.Text.Json.Serialization;
using Insek.Office.Domain;

namespace Insek.Office.Functions.People.Graph;

/// <summary>Which Microsoft 365 group decides on what. Who belongs to the groups is Graph's to say; what they decide on is not known there.</summary>
internal sealed record GraphMapping
{
    /// <summary>Object ids of groups whose members, nested ones included, administer the tenant's concepts.</summary>
    public IReadOnlyList<string> Administrators { get; init => field = value ?? []; } = [];

    public IReadOnlyList<MappedGroup> Groups { get; init => field = value ?? []; } = [];

    public IReadOnlyList<BindingEntry> Bindings { get; init => field = value ?? []; } = [];

    /// <summary>Every object id that is read, each once.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Watched => [.. Groups.Select(group => group.Group).Concat(Administrators).Select(id => id.ToLowerInvariant()).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Reads a file's text.</summary>
    /// <exception cref="InvalidDataException">The text is no mapping; the message names the line or the entry.</exception>
    public static GraphMapping Read(ReadOnlySpan<byte> json)
    {
        try
        {
            var mapping = JsonSerializer.Deserialize(json, GraphMappingJson.Default.GraphMapping) ?? throw new InvalidDataException("The mapping reads null.");
            mapping.Check();
            return mapping;
        }
        catch (JsonException failure)
        {
            throw new InvalidDataException($"The mapping cannot be read at line {(failure.LineNumber ?? 0) + 1}, column {(failure.BytePositionInLine ?? 0) + 1} ({failure.Path}): {failure.Message}", failure);
        }
        catch (ArgumentException failure)
        {
            throw new InvalidDataException($"The mapping contradicts itself: {failure.Message}", failure);
        }
    }

    private void Check()
    {
        foreach (var (id, where) in Administrators.Select(id => (id, "administrators"))
            .Concat(Groups.Select(group => (group.Group, $"group {group.Id}")))
            .Concat(Groups.Where(group => group.Chair is not null).Select(group => (group.Chair!, $"the chair of group {group.Id}"))))
        {
            if (!Guid.TryParseExact(id, "D", out _))
            {
                throw new InvalidDataException($"The mapping names '{id}' in {where}, which is no object id.");
            }
        }

        // The directory's own rules, asked with nobody in it.
        _ = new GraphSnapshot().ToDirectory(this);
    }
}

/// <summary>A group as the mapping has it.</summary>
/// <param name="Id">The id under which rounds and bindings know the group. It stays when the directory moves from a file to Graph, or the group is made anew there.</param>
/// <param name="Group">The group's object id.</param>
/// <param name="Kind">Working group or steering group.</param>
/// <param name="Concept">The concept it decides on.</param>
/// <param name="Sectors">The sector concepts it looks after.</param>
/// <param name="Chair">The object id of who leads it; the group's only owner, if also a member, where absent.</param>
internal sealed record MappedGroup(string Id, string Group, GroupKind Kind, string Concept, IReadOnlyList<string>? Sectors = null, string? Chair = null);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(GraphMapping))]
internal sealed partial class GraphMappingJson : JsonSerializerContext;
