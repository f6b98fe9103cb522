using Insek.Office.Bot.Api;
using Insek.Office.Bot.Hosting;
using Insek.Office.Contracts;
using Insek.Office.Domain;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Options;

namespace Insek.Office.Bot.Teams;

/// <summary>Finds a person's id in Teams among the members of conversations the bot is in.</summary>
internal sealed class Roster(
    ConversationWriter writer, ConversationReferences conversations, ConversationsApi api, IOptions<BotIdentity> identity, IOptions<TeamsOptions> options, TimeProvider clock) : IDisposable
{
    /// <summary>A list at least this old is asked for again before somebody is said to be missing from it.</summary>
    private static readonly TimeSpan _doubtAfter = TimeSpan.FromSeconds(30);

    /// <summary>For how long bindings are not asked for again: many are looked for at the same time.</summary>
    private static readonly TimeSpan _bindingsFor = TimeSpan.FromSeconds(10);

    // One looks at a time, so that the others find what the first has read.
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Dictionary<string, Members> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (DateTimeOffset ReadAt, IReadOnlyList<BindingDocument> Bindings)> _bindings = new(StringComparer.Ordinal);

    /// <summary>Whether there is an address at which members can be asked for.</summary>
    public bool HasWay => Likely() is not null;

    /// <summary>Looks for a person: first where the group meets, then elsewhere in the concept, then wherever the bot is.</summary>
    /// <returns>Where the person was found, and the id; null where nowhere.</returns>
    /// <exception cref="ApiUnavailableException">The bindings cannot be read.</exception>
    public async Task<RosterEntry?> FindAsync(MemberId member, string? concept, string? group, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            foreach (var conversation in await PlacesAsync(concept, group, cancellationToken))
            {
                if (await FindInAsync(conversation, member, cancellationToken) is { } teamsUser)
                {
                    return new RosterEntry(conversation, teamsUser);
                }
            }

            return null;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>The ids in Teams of those members who are in a conversation.</summary>
    /// <returns>The ids in the order of the members; none where the conversation cannot be asked now.</returns>
    public async Task<IReadOnlyList<string>> AmongAsync(ConversationDocument conversation, IReadOnlyCollection<string> members, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var found = new List<string>();
            foreach (var member in members.Where(Identifier.IsValid))
            {
                if (await FindInAsync(conversation, new MemberId(member), cancellationToken) is { } teamsUser)
                {
                    found.Add(teamsUser);
                }
            }

            return found;
        }
        catch (Exception failure) when (ConnectorFailure.Of(failure, clock.GetUtcNow()) is not null)
        {
            return [];
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private async Task<IReadOnlyList<ConversationDocument>> PlacesAsync(string? concept, string? group, CancellationToken cancellationToken)
    {
        var bound = (await BindingsAsync(concept, cancellationToken)).OrderByDescending(binding => binding.Group == group).Select(binding => binding.Conversation);
        var known = conversations.All().Where(conversation => conversation.Kind != ConversationOf.Personal && conversation.Failure is null).ToList();
        var likely = Likely();
        return
        [
            .. bound.Select(id => conversations.Find(id) ?? (likely is null ? null : likely with { Id = id }))
                .OfType<ConversationDocument>().Concat(known).DistinctBy(conversation => conversation.Team ?? conversation.Id),
        ];
    }

    private async Task<IReadOnlyList<BindingDocument>> BindingsAsync(string? concept, CancellationToken cancellationToken)
    {
        var key = concept ?? string.Empty;
        if (_bindings.TryGetValue(key, out var read) && clock.GetUtcNow() - read.ReadAt < _bindingsFor)
        {
            return read.Bindings;
        }

        var answer = await api.ListBindingsAsync(concept, cancellationToken);
        var bindings = answer.TryGet(out var found, out _) ? found : [];
        _bindings[key] = (clock.GetUtcNow(), bindings);
        return bindings;
    }

    // Of a bound conversation in which nobody has spoken since the start only the id is known; the rest is the tenant's.
    private ConversationDocument? Likely()
    {
        var known = conversations.All().OrderByDescending(conversation => conversation.Kind != ConversationOf.Personal).FirstOrDefault();
        if (known is null && string.IsNullOrWhiteSpace(identity.Value.MicrosoftAppId))
        {
            return null;
        }

        return new ConversationDocument
        {
            Id = "",
            Kind = ConversationOf.Channel,
            ServiceUrl = known?.ServiceUrl ?? options.Value.ServiceUrl.AbsoluteUri,
            Tenant = known?.Tenant ?? identity.Value.MicrosoftAppTenantId,
            Bot = known?.Bot ?? $"28:{identity.Value.MicrosoftAppId}",
        };
    }

    private async Task<string?> FindInAsync(ConversationDocument conversation, MemberId member, CancellationToken cancellationToken)
    {
        var key = conversation.Team ?? conversation.Id;
        var age = _known.TryGetValue(key, out var members) ? clock.GetUtcNow() - members.ReadAt : TimeSpan.MaxValue;
        if (members is null || age >= options.Value.RosterFor || (age >= _doubtAfter && !members.Ids.ContainsKey(member.Value)))
        {
            members = _known[key] = await ReadAsync(conversation, cancellationToken);
        }

        return members.Ids.GetValueOrDefault(member.Value);
    }

    private async Task<Members> ReadAsync(ConversationDocument conversation, CancellationToken cancellationToken)
    {
        try
        {
            var found = await writer.MembersAsync(conversation, cancellationToken);
            return new Members(
                clock.GetUtcNow(),
                found.Where(member => member is { Id: not null, AadObjectId: not null }).DistinctBy(member => member.AadObjectId, StringComparer.OrdinalIgnoreCase)
                    .ToDictionary(member => member.AadObjectId, member => member.Id, StringComparer.OrdinalIgnoreCase));
        }
        catch (ErrorResponseException refusal) when (ConnectorFailure.Of(refusal, clock.GetUtcNow()) is { Kind: not ConnectorFailureKind.Passing })
        {
            // The bot is not (any more) in this one; the next may know the person.
            return new Members(clock.GetUtcNow(), new Dictionary<string, string>());
        }
    }

    private sealed record Members(DateTimeOffset ReadAt, IReadOnlyDictionary<string, string> Ids);
}

/// <summary>Where a person was found.</summary>
/// <param name="Conversation">A conversation the person is in.</param>
/// <param name="TeamsUser">The person's id in Teams (29:…).</param>
internal sealed record RosterEntry(ConversationDocument Conversation, string TeamsUser);
