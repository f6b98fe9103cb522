using System.Text.Json.Serialization;
using Insek.Office.Domain;

namespace Insek.Office.Functions.People.Graph;

/// <summary>What Graph said, and from where its changes go on.</summary>
internal sealed record GraphSnapshot
{
    /// <summary>When Graph was last asked, in UTC: what is shown as the directory's age.</summary>
    public DateTimeOffset ReadAt { get; init; }

    /// <summary>When everything was last read, in UTC.</summary>
    public DateTimeOffset AllReadAt { get; init; }

    /// <summary>Where the changes after this snapshot are found.</summary>
    public GraphTokens? Tokens { get; init; }

    public IReadOnlyList<GraphGroup> Groups { get; init => field = value ?? []; } = [];

    public IReadOnlyList<GraphPerson> People { get; init => field = value ?? []; } = [];

    /// <summary>The snapshot with groups that were read anew; people whom no group holds any more are forgotten.</summary>
    public GraphSnapshot With(IReadOnlyList<GraphGroup> groups, IEnumerable<GraphPerson> people)
    {
        var anew = groups.ToDictionary(group => group.Id);
        GraphGroup[] all = [.. Groups.Select(group => anew.GetValueOrDefault(group.Id, group)), .. groups.Where(group => Groups.All(known => known.Id != group.Id))];
        var needed = all.SelectMany(group => group.Members.Concat(group.Owners)).ToHashSet(StringComparer.Ordinal);
        return this with { Groups = all, People = [.. people.Concat(People).DistinctBy(person => person.Id).Where(person => needed.Contains(person.Id))] };
    }

    /// <summary>The directory that follows from it.</summary>
    public TenantDirectory ToDirectory(GraphMapping mapping)
    {
        var groups = Groups.ToDictionary(group => group.Id);
        var people = People.Where(person => !person.Disabled).ToDictionary(person => person.Id);
        return new TenantDirectory(
            people.Values.Select(person => new Member(new MemberId(person.Id), person.Name, IsGuest: person.Guest, Office: person.Office)),
            mapping.Groups.Select(mapped => ToGroup(mapped, groups.GetValueOrDefault(mapped.Group.ToLowerInvariant()), people)),
            mapping.Administrators.SelectMany(id => groups.GetValueOrDefault(id.ToLowerInvariant())?.Members ?? []).Where(people.ContainsKey).Distinct().Select(id => new MemberId(id)),
            mapping.Bindings.Select(binding => new Binding(binding.Conversation, new ConceptId(binding.Concept), new GroupId(binding.Group))))
        {
            AsOf = ReadAt,
        };
    }

    // A group that Graph does not have any more stays with nobody in it: its rounds pause, and are not lost.
    private static Group ToGroup(MappedGroup mapped, GraphGroup? group, Dictionary<string, GraphPerson> people)
    {
        var chair = ChairOf(mapped, group, people);
        return new Group
        {
            Id = new GroupId(mapped.Id),
            Name = group?.Name ?? mapped.Id,
            Kind = mapped.Kind,
            Concept = new ConceptId(mapped.Concept),
            Sectors = (mapped.Sectors ?? []).Select(key => new SectorKey(key)).ToValueList(),
            Chair = chair is null ? null : new MemberId(chair),
            Members = (group?.Members ?? []).Where(people.ContainsKey).Select(id => new MemberId(id)).ToValueList(),
        };
    }

    // Groups are often owned by whoever administers the tenant: an owner who is no member leads nothing, and of several none is chosen by chance.
    private static string? ChairOf(MappedGroup mapped, GraphGroup? group, Dictionary<string, GraphPerson> people)
    {
        if (mapped.Chair?.ToLowerInvariant() is { } named)
        {
            return people.ContainsKey(named) && group?.Members.Contains(named) is true ? named : null;
        }

        return group?.Owners.Where(owner => people.ContainsKey(owner) && group.Members.Contains(owner)).ToArray() is [var only] ? only : null;
    }
}

/// <summary>A group as Graph has it.</summary>
/// <param name="Id">Its object id.</param>
/// <param name="Name">Its name; null where Graph does not have the group any more.</param>
/// <param name="Members">People who belong to it, through other groups or not; disabled accounts included.</param>
/// <param name="Owners">People who own it.</param>
/// <param name="Nested">Groups within it, at any depth: what changes there changes it.</param>
internal sealed record GraphGroup(string Id, string? Name, IReadOnlyList<string> Members, IReadOnlyList<string> Owners, IReadOnlyList<string> Nested);

/// <summary>A person as Graph has them, as far as it concerns us. Disabled accounts are kept, because they may be enabled again, and belong to nothing meanwhile.</summary>
internal sealed record GraphPerson(string Id, string Name, bool Guest = false, bool Disabled = false, string? Office = null);

/// <summary>Where the changes of groups and of people go on: the links that Graph has given.</summary>
internal sealed record GraphTokens(string Groups, string Users);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(GraphSnapshot))]
internal sealed partial class GraphSnapshotJson : JsonSerializerContext;
