using Insek.Office.Domain.Lists;

namespace Insek.Office.Domain;

/// <summary>Who belongs to what in a tenant, as known at one moment: an immutable value with look-ups.</summary>
public sealed class TenantDirectory
{
    private readonly Dictionary<MemberId, Member> _members;
    private readonly Dictionary<GroupId, Group> _groups;
    private readonly HashSet<MemberId> _administrators;
    private readonly ILookup<string, MemberId> _offices;

    /// <summary>Indexes members and groups.</summary>
    /// <exception cref="ArgumentException">Two members or two groups share an id, or a concept has two steering groups.</exception>
    public TenantDirectory(IEnumerable<Member> members, IEnumerable<Group> groups, IEnumerable<MemberId> administrators, IEnumerable<Binding> bindings)
    {
        _members = members.ToDictionary(member => member.Id);
        _offices = _members.Values
            .Select(member => (Office: OfficeKey(member.Office), member.Id))
            .Where(entry => entry.Office.Length > 0)
            .OrderBy(entry => entry.Id.Value, StringComparer.Ordinal)
            .ToLookup(entry => entry.Office, entry => entry.Id);
        Groups = groups.ToValueList();
        _groups = Groups.ToDictionary(group => group.Id);
        _administrators = [.. administrators];
        Bindings = bindings.ToValueList();
        if (Groups.Where(group => group.Kind is GroupKind.SteeringGroup).GroupBy(group => group.Concept).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"Concept {twice.Key} has more than one steering group.", nameof(groups));
        }
    }

    /// <summary>A directory nobody is in.</summary>
    public static TenantDirectory Empty { get; } = new([], [], [], []);

    /// <summary>When people and groups were read where they are kept ("Stand"), in UTC; null where they are read at once and so never old.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>All groups, in the directory's order.</summary>
    public ValueList<Group> Groups { get; }

    /// <summary>Conversations bound beforehand; those bound in Teams are kept elsewhere and go first.</summary>
    public ValueList<Binding> Bindings { get; }

    /// <summary>The directory with more deputies: in every group of the concepts to whose groups the member belongs, because a member may vote in another group's round.</summary>
    public TenantDirectory WithDeputies(IReadOnlyCollection<Deputyship> more) => more.Count == 0 ? this : new TenantDirectory(
        _members.Values,
        Groups.Select(group => group with { Deputies = group.Deputies.Concat(more.Where(entry => GroupsOf(group.Concept).Any(other => other.Has(entry.Member)))).Distinct().ToValueList() }),
        _administrators,
        Bindings)
    {
        AsOf = AsOf,
    };

    /// <summary>The person, or null.</summary>
    public Member? Find(MemberId id) => _members.GetValueOrDefault(id);

    /// <summary>The group, or null.</summary>
    public Group? Find(GroupId id) => _groups.GetValueOrDefault(id);

    /// <summary>The name people read; the id where the directory does not know the person any more.</summary>
    public string NameOf(MemberId id) => Find(id)?.Name ?? id.Value;

    /// <summary>The members who work for an office, by id: <paramref name="office"/> is what a measure names as its owner (Federführung).</summary>
    /// <remarks>Names are compared folded: case, umlauts written out, punctuation and "und" make no difference; abbreviations do.</remarks>
    /// <returns>Nobody where the directory knows no such office.</returns>
    public IReadOnlyList<MemberId> MembersOf(string office) => OfficeKey(office) is { Length: > 0 } key ? [.. _offices[key]] : [];

    /// <summary>Whether the person administers the tenant's concepts.</summary>
    public bool IsAdministrator(MemberId id) => _administrators.Contains(id);

    /// <summary>The tenant's administrators.</summary>
    public IReadOnlyCollection<MemberId> Administrators => _administrators;

    /// <summary>The groups the person belongs to.</summary>
    public IEnumerable<Group> GroupsOf(MemberId member) => Groups.Where(group => group.Has(member));

    /// <summary>The groups that decide on a concept.</summary>
    public IEnumerable<Group> GroupsOf(ConceptId concept) => Groups.Where(group => group.Concept == concept);

    /// <summary>The concept's steering group, or null.</summary>
    public Group? SteeringGroupOf(ConceptId concept) => Groups.FirstOrDefault(group => group.Concept == concept && group.Kind is GroupKind.SteeringGroup);

    /// <summary>Whether the person may see the concept: as a member or deputy of one of its groups, or as administrator.</summary>
    public bool MaySee(MemberId member, ConceptId concept) =>
        IsAdministrator(member) || GroupsOf(concept).Any(group => group.Has(member) || group.Deputies.Any(entry => entry.Deputy == member));

    private static string OfficeKey(string? office) => string.IsNullOrWhiteSpace(office) ? "" : NameWords.Key(office);
}
