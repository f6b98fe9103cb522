using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Serialization.Json;

namespace Insek.Office.Functions.People.Graph;

/// <summary>Reads groups and people, and what has changed since.</summary>
/// <remarks>
/// There is no delta of transitive members. The deltas of groups and of users say cheaply which groups and people changed; a watched
/// group that one of them touches, or a group within it, is read anew and whole. Owners are in no documented delta and are read every
/// time, twenty groups to a request.
/// </remarks>
internal sealed class GraphReader(GraphPort port)
{
    private const int MaxPages = 1_000;
    private const string GroupChanges = "groups/delta?$select=displayName,members&$deltatoken=latest";
    private const string PeopleChanges = "users/delta?$select=displayName,userType,department,accountEnabled&$deltatoken=latest";

    private static readonly string[] _groupFields = ["id", "displayName"];
    private static readonly string[] _personFields = ["id", "displayName", "userType", "department", "accountEnabled"];

    /// <summary>Reads everything. From where changes go on is asked first: what changes meanwhile is read twice rather than missed.</summary>
    public async Task<GraphSnapshot> ReadAllAsync(IReadOnlyList<string> watched, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var tokens = new GraphTokens(
            (await FollowAsync(port.Address(GroupChanges), GroupPageAsync, cancellationToken)).Link,
            (await FollowAsync(port.Address(PeopleChanges), PeoplePageAsync, cancellationToken)).Link);
        return await ReadAsync(new GraphSnapshot(), watched, watched, cancellationToken) with { ReadAt = at, AllReadAt = at, Tokens = tokens };
    }

    /// <summary>Reads what has changed.</summary>
    /// <returns>The snapshot as it is now; null where Graph does not remember so far back, so that everything must be read again.</returns>
    public async Task<GraphSnapshot?> ReadChangesAsync(GraphSnapshot known, GraphTokens tokens, IReadOnlyList<string> watched, DateTimeOffset at, CancellationToken cancellationToken)
    {
        try
        {
            var groups = await FollowAsync(tokens.Groups, GroupPageAsync, cancellationToken);
            var people = await FollowAsync(tokens.Users, PeoplePageAsync, cancellationToken);
            var touched = known.Groups.Where(group =>
                groups.Ids.Contains(group.Id) || group.Nested.Any(groups.Ids.Contains) || group.Members.Concat(group.Owners).Any(people.Ids.Contains)).Select(group => group.Id);
            string[] anew = [.. touched, .. watched.Where(id => known.Groups.All(group => group.Id != id))];
            return await ReadAsync(known, [.. anew.Distinct()], watched, cancellationToken) with { ReadAt = at, Tokens = new GraphTokens(groups.Link, people.Link) };
        }
        catch (GraphFailedException expired) when (expired.Status is StatusCodes.Status410Gone || expired.Code is "syncStateNotFound" or "resyncRequired" or "Directory_ExpiredPageToken")
        {
            return null;
        }
    }

    private async Task<GraphSnapshot> ReadAsync(GraphSnapshot known, IReadOnlyList<string> whole, IReadOnlyList<string> watched, CancellationToken cancellationToken)
    {
        var readings = watched.ToDictionary(id => id, id => new GroupReading(id));
        var reads = new List<BatchedRead>();
        foreach (var id in whole)
        {
            var reading = readings[id];
            var group = port.Client.Groups[id];
            reads.Add(new BatchedRead(group.ToGetRequestInformation(request => request.QueryParameters.Select = _groupFields), async answer =>
                reading.Name = (await ParseAsync(answer, Group.CreateFromDiscriminatorValue, cancellationToken)) is { } found ? found.DisplayName ?? id : null));
            reads.Add(new BatchedRead(
                group.TransitiveMembers.ToGetRequestInformation(request => (request.QueryParameters.Select, request.QueryParameters.Top) = (_personFields, 999)),
                async answer => await reading.TakeMembersAsync(await ParseAsync(answer, DirectoryObjectCollectionResponse.CreateFromDiscriminatorValue, cancellationToken), cancellationToken)));
        }

        reads.AddRange(watched.Select(id => new BatchedRead(
            port.Client.Groups[id].Owners.ToGetRequestInformation(request => (request.QueryParameters.Select, request.QueryParameters.Top) = (_personFields, 999)),
            async answer => await readings[id].TakeOwnersAsync(await ParseAsync(answer, DirectoryObjectCollectionResponse.CreateFromDiscriminatorValue, cancellationToken), cancellationToken))));
        foreach (var reading in readings.Values)
        {
            reading.NextAsync = link => GraphPort.CallAsync(
                () => port.Client.Groups[reading.Id].TransitiveMembers.WithUrl(port.Checked(link)).GetAsync(cancellationToken: cancellationToken), cancellationToken);
        }

        await port.SendAsync(reads, cancellationToken);
        var old = known.Groups.ToDictionary(group => group.Id);
        return new GraphSnapshot { ReadAt = known.ReadAt, AllReadAt = known.AllReadAt, Groups = [.. known.Groups.Where(group => readings.ContainsKey(group.Id))], People = known.People }
            .With([.. readings.Values.Select(reading => reading.ToGroup(whole.Contains(reading.Id) ? null : old.GetValueOrDefault(reading.Id)))], readings.Values.SelectMany(reading => reading.People));
    }

    private static async Task<Changes> FollowAsync(string link, Func<string, CancellationToken, Task<ChangePage>> read, CancellationToken cancellationToken)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var next = link; seen.Add(next) && seen.Count <= MaxPages;)
        {
            var page = await read(next, cancellationToken);
            ids.UnionWith(page.Ids);
            if (page.Delta is { } delta)
            {
                return new Changes(ids, delta);
            }

            next = page.Next ?? throw new GraphFailedException("Graph ended a list of changes without saying where it goes on.");
        }

        throw new GraphFailedException("Graph's pages of changes lead in a circle.");
    }

    private async Task<ChangePage> GroupPageAsync(string link, CancellationToken cancellationToken)
    {
        var page = await GraphPort.CallAsync(() => port.Client.Groups.Delta.WithUrl(port.Checked(link)).GetAsDeltaGetResponseAsync(cancellationToken: cancellationToken), cancellationToken);
        return new ChangePage([.. (page.Value ?? []).Select(group => group.Id).OfType<string>()], page.OdataNextLink, page.OdataDeltaLink);
    }

    private async Task<ChangePage> PeoplePageAsync(string link, CancellationToken cancellationToken)
    {
        var page = await GraphPort.CallAsync(() => port.Client.Users.Delta.WithUrl(port.Checked(link)).GetAsDeltaGetResponseAsync(cancellationToken: cancellationToken), cancellationToken);
        return new ChangePage([.. (page.Value ?? []).Select(user => user.Id).OfType<string>()], page.OdataNextLink, page.OdataDeltaLink);
    }

    private static async Task<T?> ParseAsync<T>(Stream? answer, ParsableFactory<T> factory, CancellationToken cancellationToken)
        where T : class, IParsable
    {
        if (answer is null)
        {
            return null;
        }

        return await GraphPort.CallAsync(
            async () =>
            {
                var root = await new JsonParseNodeFactory().GetRootParseNodeAsync("application/json", answer, cancellationToken);
                return root.GetObjectValue(factory);
            },
            cancellationToken);
    }

    private sealed record Changes(IReadOnlySet<string> Ids, string Link);

    private sealed record ChangePage(IReadOnlyList<string> Ids, string? Next, string? Delta);

    /// <summary>A group while it is read.</summary>
    private sealed class GroupReading(string id)
    {
        private readonly List<string> _members = [];
        private readonly List<string> _owners = [];
        private readonly List<string> _nested = [];

        public string Id { get; } = id;

        public string? Name { get; set; }

        public List<GraphPerson> People { get; } = [];

        public Func<string, Task<DirectoryObjectCollectionResponse>> NextAsync { get; set; } = _ => throw new InvalidOperationException("Set before it is needed.");

        public Task TakeMembersAsync(DirectoryObjectCollectionResponse? first, CancellationToken cancellationToken) => TakeAsync(first, _members, _nested, cancellationToken);

        public Task TakeOwnersAsync(DirectoryObjectCollectionResponse? first, CancellationToken cancellationToken) => TakeAsync(first, _owners, [], cancellationToken);

        /// <summary>The group as read; with the name and the members it had before where only its owners were read.</summary>
        public GraphGroup ToGroup(GraphGroup? before) => before is null
            ? new GraphGroup(Id, Name, [.. _members.Distinct()], [.. _owners.Distinct()], [.. _nested.Distinct()])
            : before with { Owners = [.. _owners.Distinct()] };

        private async Task TakeAsync(DirectoryObjectCollectionResponse? first, List<string> people, List<string> groups, CancellationToken cancellationToken)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            for (var page = first; page is not null;)
            {
                foreach (var found in page.Value ?? throw new GraphFailedException($"Graph answered a page of group {Id} without a list."))
                {
                    Take(found, people, groups);
                }

                if (page.OdataNextLink is not { } next)
                {
                    return;
                }

                if (!seen.Add(next) || seen.Count > MaxPages)
                {
                    throw new GraphFailedException($"Graph's pages of group {Id} lead in a circle.");
                }

                cancellationToken.ThrowIfCancellationRequested();
                page = await NextAsync(next);
            }
        }

        private void Take(DirectoryObject found, List<string> people, List<string> groups)
        {
            if (found.Id is not { } objectId)
            {
                return;
            }

            if (found is Group)
            {
                groups.Add(objectId);
            }
            else if (found is User user)
            {
                people.Add(objectId);
                People.Add(new GraphPerson(objectId, user.DisplayName ?? objectId, user.UserType == "Guest", user.AccountEnabled is false, string.IsNullOrWhiteSpace(user.Department) ? null : user.Department));
            }
        }
    }
}
