using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Insek.Office.Domain;
using Group = Insek.Office.Domain.Group;

namespace Insek.Office.Functions.People;

/// <summary>The directory file as it is written.</summary>
internal sealed record DirectoryDocument
{
    public string? Tenant { get; init; }

    public IReadOnlyList<string> Administrators { get; init => field = value ?? []; } = [];

    public IReadOnlyList<MemberEntry> Members { get; init => field = value ?? []; } = [];

    public IReadOnlyList<GroupEntry> Groups { get; init => field = value ?? []; } = [];

    public IReadOnlyList<BindingEntry> Bindings { get; init => field = value ?? []; } = [];

    /// <summary>Reads a file's text.</summary>
    /// <exception cref="InvalidDataException">The text is no directory; the message names the line or the entry.</exception>
    public static TenantDirectory Read(ReadOnlySpan<byte> json)
    {
        try
        {
            var document = JsonSerializer.Deserialize(json, DirectoryJson.Default.DirectoryDocument) ?? throw new InvalidDataException("The directory reads null.");
            return document.ToDomain(json);
        }
        catch (JsonException failure)
        {
            throw new InvalidDataException($"The directory cannot be read at line {(failure.LineNumber ?? 0) + 1}, column {(failure.BytePositionInLine ?? 0) + 1} ({failure.Path}): {failure.Message}", failure);
        }
        catch (ArgumentException failure)
        {
            throw new InvalidDataException($"The directory contradicts itself: {failure.Message}", failure);
        }
    }

    private void Check(ReadOnlySpan<byte> json)
    {
        foreach (var twice in Members.Select(member => member.Id).GroupBy(id => id).Concat(Groups.Select(group => group.Id).GroupBy(id => id)).Where(same => same.Count() > 1))
        {
            throw new InvalidDataException($"The directory has '{twice.Key}' more than once, again at line {LineOf(json, $"\"id\"\\s*:\\s*\"{Regex.Escape(twice.Key)}\"", skip: 1)}.");
        }

        var known = Members.Select(member => member.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var (id, where) in Administrators.Select(id => (id, "administrators")).Concat(Groups.SelectMany(group => group.Names().Select(id => (id, $"group {group.Id}")))))
        {
            if (!known.Contains(id))
            {
                throw new InvalidDataException($"The directory names '{id}' in {where} at line {LineOf(json, $"\"{Regex.Escape(id)}\"", skip: 0)}, but has no such member.");
            }
        }
    }

    private static int LineOf(ReadOnlySpan<byte> json, string pattern, int skip)
    {
        var text = Encoding.UTF8.GetString(json);
        var at = Regex.Matches(text, pattern, RegexOptions.None, TimeSpan.FromSeconds(1)).Skip(skip).FirstOrDefault()?.Index ?? 0;
        return 1 + text.AsSpan(0, at).Count('\n');
    }

    private TenantDirectory ToDomain(ReadOnlySpan<byte> json)
    {
        Check(json);

        return new TenantDirectory(
            Members.Select(member => new Member(new MemberId(member.Id), member.Name, member.Mail, member.Guest, member.Office)),
            Groups.Select(group => group.ToDomain()),
            Administrators.Select(id => new MemberId(id)),
            Bindings.Select(binding => new Binding(binding.Conversation, new ConceptId(binding.Concept), new GroupId(binding.Group))));
    }
}

internal sealed record MemberEntry(string Id, string Name, string? Mail = null, bool Guest = false, string? Office = null);

internal sealed record GroupEntry(
    string Id, string Name, GroupKind Kind, string Concept, IReadOnlyList<string>? Sectors = null, string? Chair = null, IReadOnlyList<string>? Members = null, IReadOnlyList<DeputyEntry>? Deputies = null)
{
    public IEnumerable<string> Names() => [.. Members ?? [], .. Chair is null ? (string[])[] : [Chair], .. (Deputies ?? []).SelectMany(entry => new[] { entry.Member, entry.Deputy })];

    // The chair leads the group and so belongs to it, named among the members or not.
    public Group ToDomain() => new()
    {
        Id = new GroupId(Id),
        Name = Name,
        Kind = Kind,
        Concept = new ConceptId(Concept),
        Sectors = (Sectors ?? []).Select(key => new SectorKey(key)).ToValueList(),
        Chair = Chair is null ? null : new MemberId(Chair),
        Members = (Members ?? []).Concat(Chair is null ? [] : [Chair]).Distinct().Select(id => new MemberId(id)).ToValueList(),
        Deputies = (Deputies ?? []).Select(entry => new Deputyship(new MemberId(entry.Member), new MemberId(entry.Deputy), entry.From, entry.Until)).ToValueList(),
    };
}

internal sealed record DeputyEntry(string Member, string Deputy, DateOnly From, DateOnly Until);

internal sealed record BindingEntry(string Conversation, string Concept, string Group);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(DirectoryDocument))]
internal sealed partial class DirectoryJson : JsonSerializerContext;
