using System.Text.Json;
using System.Text.Json.Nodes;
using Insek.Office.Domain;
using Insek.Office.Functions.People;

namespace Insek.Office.Functions.Tests.Host;

/// <summary>A directory file to which tests add people, groups and bindings; the functions look at it on every request.</summary>
internal sealed class TestDirectory : IDisposable
{
    private readonly Lock _gate = new();
    private DirectoryDocument _content = new();

    public TestDirectory() => Write();

    public string FileName { get; } = Path.Combine(Path.GetTempPath(), $"insek-test-{Guid.NewGuid():N}.directory.json");

    /// <summary>Adds people who are not there yet.</summary>
    public void AddMembers(params string[] ids) => Change(content => content with
    {
        Members = [.. content.Members, .. ids.Where(id => content.Members.All(member => member.Id != id)).Distinct().Select(id => new MemberEntry(id, $"{char.ToUpperInvariant(id[0])}{id[1..]} Muster"))],
    });

    /// <summary>Adds somebody who works for an office, or is a guest.</summary>
    public void AddMember(string id, string? office, bool guest = false) =>
        Change(content => content with { Members = [.. content.Members.Where(member => member.Id != id), new MemberEntry(id, $"{char.ToUpperInvariant(id[0])}{id[1..]} Muster", Guest: guest, Office: office)] });

    /// <summary>Adds somebody who administers the tenant's concepts.</summary>
    public void AddAdministrator(string id)
    {
        AddMembers(id);
        Change(content => content with { Administrators = [.. content.Administrators.Append(id).Distinct()] });
    }

    /// <summary>Adds a group, with people who are not there yet.</summary>
    public void AddGroup(string id, string concept, GroupKind kind = GroupKind.WorkingGroup, string? chair = null, string[]? members = null, string[]? sectors = null, DeputyEntry[]? deputies = null)
    {
        var group = new GroupEntry(id, $"Gruppe {id}", kind, concept, sectors ?? [], chair, members ?? [], deputies ?? []);
        AddMembers([.. group.Names()]);
        Change(content => content with { Groups = [.. content.Groups, group] });
    }

    /// <summary>Puts other people into a group, the first of them as its chair; nobody empties it.</summary>
    public void Fill(string group, params string[] members) => Change(content => content with
    {
        Groups = [.. content.Groups.Select(entry => entry.Id == group ? entry with { Members = members, Chair = members.FirstOrDefault(), Deputies = [] } : entry)],
    });

    /// <summary>Takes a group away; what is taken can be put back.</summary>
    public GroupEntry Remove(string group)
    {
        var removed = _content.Groups.Single(entry => entry.Id == group);
        Change(content => content with { Groups = [.. content.Groups.Where(entry => entry.Id != group)] });
        return removed;
    }

    /// <summary>Puts a group back.</summary>
    public void Add(GroupEntry group) => Change(content => content with { Groups = [.. content.Groups, group] });

    /// <summary>Takes a person out of the tenant and of every group.</summary>
    public void Leave(string member) => Change(content => content with
    {
        Members = [.. content.Members.Where(entry => entry.Id != member)],
        Administrators = [.. content.Administrators.Where(entry => entry != member)],
        Groups = [.. content.Groups.Select(entry => entry with
        {
            Members = [.. (entry.Members ?? []).Where(id => id != member)],
            Chair = entry.Chair == member ? null : entry.Chair,
            Deputies = [.. (entry.Deputies ?? []).Where(deputy => deputy.Member != member && deputy.Deputy != member)],
        })],
    });

    /// <summary>Adds people, administrators and groups at once; groups as the file has them.</summary>
    public void Add(IEnumerable<string> members, IEnumerable<string> administrators, IEnumerable<JsonObject> groups) => Change(content => content with
    {
        Members = [.. content.Members, .. members.Select(id => new MemberEntry(id, $"Name {id}"))],
        Administrators = [.. content.Administrators, .. administrators],
        Groups = [.. content.Groups, .. groups.Select(group => group.Deserialize(DirectoryJson.Default.GroupEntry)!)],
    });

    /// <summary>Binds a conversation beforehand.</summary>
    public void Bind(string conversation, string concept, string group) =>
        Change(content => content with { Bindings = [.. content.Bindings, new BindingEntry(conversation, concept, group)] });

    public void Dispose() => File.Delete(FileName);

    private void Change(Func<DirectoryDocument, DirectoryDocument> change)
    {
        lock (_gate)
        {
            _content = change(_content);
            Write();
        }
    }

    // Moved into place whole: the functions may be reading.
    private void Write()
    {
        var draft = $"{FileName}.{Guid.NewGuid():N}";
        File.WriteAllBytes(draft, JsonSerializer.SerializeToUtf8Bytes(_content, DirectoryJson.Default.DirectoryDocument));
        File.Move(draft, FileName, overwrite: true);
    }
}
