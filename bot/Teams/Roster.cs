using System.Collections.Concurrent;
using Insek.Office.Bot.Api;
using Insek.Office.Contracts;
using Insek.Office.Domain;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Options;

namespace Insek.Office.Bot.Teams;

/// <summary>Finds a person's id in Teams among the members of conversations the bot is in.</summary>
internal sealed class Roster(ConversationWriter writer, ConversationReferences conversations, ConversationsApi api, IOptions<TeamsOptions> options, TimeProvider clock)
{
    /// <summary>A list at least this old is asked for again before somebody is said to be missing from it.</summary>
    private static readonly TimeSpan _doubtAfter = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, Members> _known = new(StringComparer.Ordinal);

    /// <summary>Looks for a person: first where the group meets, then elsewhere in the concept, then wherever the bot is.</summary>
    /// <returns>Where the person was found, and the id; null where nowhere.</returns>
    /// <exception cref="ApiUnavailableException">The bindings cannot be read.</exception>
    public async Task<RosterEntry?> FindAsync(MemberId member, string? concept, string? group, CancellationToken cancellationToken)
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

    private async Task<IReadOnlyList<ConversationDocument>> PlacesAsync(string? concept, string? group, CancellationToken cancellationToken)
    {
        var answer = await api.ListBindingsAsync(concept, cancellationToken);
        var bound = (answer.TryGet(out var bindings, out _) ? bindings : []).OrderByDescending(binding => binding.Group == group).Select(binding => binding.Conversation);
        var known = conversations.All().Where(conversation => conversation.Kind != ConversationOf.Personal && conversation.Failure is null).ToList();

        // Of a bound conversation in which nobody has spoken since the start only the id is known; the rest is the tenant's.
        var likely = known.FirstOrDefault() ?? conversations.All().FirstOrDefault();
        return
        [
            .. bound.Select(id => conversations.Find(id) ?? (likely is null ? null : new ConversationDocument
            {
                Id = id,
                Kind = ConversationOf.Channel,
                ServiceUrl = likely.ServiceUrl,
                Tenant = likely.Tenant,
                Bot = likely.Bot,
            })).OfType<ConversationDocument>().Concat(known).DistinctBy(conversation => conversation.Team ?? conversation.Id),
        ];
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
