using System.Collections.Concurrent;
using Insek.Office.Bot.Api;
using Insek.Office.Contracts;
using Insek.Office.Domain;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Options;

namespace Insek.Office.Bot.Teams;

/// <summary>Where the bot can speak: told to the API, which keeps it, and known to this process.</summary>
/// <remarks>
/// Every activity names its conversation, many at the same time and some without names. One conversation is told once in
/// <see cref="TeamsOptions.RememberFor"/> unless something about it is new. An API that is away is no reason not to answer: the next activity tells it.
/// </remarks>
internal sealed partial class ConversationReferences(ConversationsApi api, IOptions<TeamsOptions> options, TimeProvider clock, ILogger<ConversationReferences> log)
{
    private const int Gates = 32;
    private const int MaxKept = 10_000;

    // A conversation that has failed is not tried again for this long, unless somebody speaks there: what was leased together fails together.
    private static readonly TimeSpan _failureHolds = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Kept> _kept = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim[] _gates = [.. Enumerable.Range(0, Gates).Select(_ => new SemaphoreSlim(1, 1))];

    /// <summary>Tells the API where this activity came from, unless it knows. Does not fail.</summary>
    public Task RememberAsync(Activity activity, CancellationToken cancellationToken) =>
        ConversationOf.Activity(activity) is { } conversation ? RememberAsync(conversation, cancellationToken) : Task.CompletedTask;

    /// <summary>Tells the API about a conversation, unless it knows. Does not fail.</summary>
    public Task RememberAsync(ConversationDocument conversation, CancellationToken cancellationToken) => AloneAsync(conversation.Id, async () =>
    {
        var before = _kept.GetValueOrDefault(conversation.Id);
        var merged = before is null ? conversation : ConversationOf.Both(conversation, before.Conversation);
        var now = clock.GetUtcNow();
        if (before is { Failure: null } && before.Conversation == merged && now - before.ToldAt < options.Value.RememberFor)
        {
            return;
        }

        Keep(merged, before?.ToldAt ?? DateTimeOffset.MinValue);
        if (await SaysAsync("save", conversation.Id, token => api.SaveAsync(merged, token), cancellationToken))
        {
            Keep(merged, now);
        }
    }, cancellationToken);

    /// <summary>Notes a conversation that the API told about.</summary>
    public void Learn(ConversationDocument conversation) => _kept.TryAdd(conversation.Id, new Kept(conversation, DateTimeOffset.MinValue));

    /// <summary>The bot was removed from the conversation. Does not fail.</summary>
    public Task ForgetAsync(string conversation, CancellationToken cancellationToken) => AloneAsync(conversation, async () =>
    {
        _kept.TryRemove(conversation, out _);
        await SaysAsync("remove", conversation, token => api.RemoveAsync(conversation, token), cancellationToken);
    }, cancellationToken);

    /// <summary>The bot was removed from a team: from its first channel, which has the team's id, and from the others that are known. Does not fail.</summary>
    public async Task ForgetTeamAsync(string team, CancellationToken cancellationToken)
    {
        foreach (var conversation in _kept.Values.Where(kept => kept.Conversation.Team == team).Select(kept => kept.Conversation.Id).Append(team).Distinct().ToList())
        {
            await ForgetAsync(conversation, cancellationToken);
        }
    }

    /// <summary>The conversation takes nothing any more. The API is told once, until somebody speaks there again. Does not fail.</summary>
    public Task FailAsync(ConversationDocument conversation, string reason, CancellationToken cancellationToken) => AloneAsync(conversation.Id, async () =>
    {
        var before = _kept.GetValueOrDefault(conversation.Id) ?? new Kept(conversation, DateTimeOffset.MinValue);
        if (Holds(before))
        {
            return;
        }

        if (await SaysAsync("fail", conversation.Id, token => api.FailAsync(conversation.Id, reason, token), cancellationToken))
        {
            _kept[conversation.Id] = before with { Failure = reason, FailedAt = clock.GetUtcNow() };
        }
    }, cancellationToken);

    /// <summary>Why the conversation takes nothing; null where it may.</summary>
    public string? Failure(string conversation) => _kept.TryGetValue(conversation, out var kept) && Holds(kept) ? kept.Failure : null;

    /// <summary>The conversation, where this process knows it.</summary>
    public ConversationDocument? Find(string conversation) => _kept.GetValueOrDefault(conversation)?.Conversation;

    /// <summary>The chat with a person, where this process knows it.</summary>
    public ConversationDocument? FindPersonal(MemberId member) =>
        _kept.Values.FirstOrDefault(kept => kept.Conversation is { Kind: ConversationOf.Personal } chat && chat.Member == member.Value && !Holds(kept))?.Conversation;

    /// <summary>All that this process knows.</summary>
    public IEnumerable<ConversationDocument> All() => _kept.Values.Select(kept => kept.Conversation);

    private bool Holds(Kept kept) => kept.Failure is not null && clock.GetUtcNow() - kept.FailedAt < _failureHolds;

    private void Keep(ConversationDocument conversation, DateTimeOffset toldAt)
    {
        if (_kept.Count >= MaxKept && !_kept.ContainsKey(conversation.Id))
        {
            _kept.Clear();
        }

        _kept[conversation.Id] = new Kept(conversation, toldAt);
    }

    private async Task AloneAsync(string conversation, Func<Task> work, CancellationToken cancellationToken)
    {
        var gate = _gates[(uint)StringComparer.Ordinal.GetHashCode(conversation) % Gates];
        try
        {
            await gate.WaitAsync(cancellationToken);
            try
            {
                await work();
            }
            finally
            {
                gate.Release();
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The turn has had its answer; that it was not noted must not make it a failed one.
            LogLate(conversation);
        }
    }

    private async Task<bool> SaysAsync(string what, string conversation, Func<CancellationToken, Task<ApiAnswer<Nothing>>> call, CancellationToken cancellationToken)
    {
        try
        {
            if ((await call(cancellationToken)).TryGet(out _, out var problem))
            {
                return true;
            }

            LogRefused(what, conversation, problem.Code, problem.Detail);
        }
        catch (ApiUnavailableException away)
        {
            LogAway(what, conversation, away.Message);
        }

        return false;
    }

    [LoggerMessage(LogLevel.Warning, "Conversation {Conversation}: the API refused ({What}: {Code}, {Detail})")]
    private partial void LogRefused(string what, string conversation, string code, string? detail);

    [LoggerMessage(LogLevel.Warning, "Conversation {Conversation}: the API is away ({What}: {Message})")]
    private partial void LogAway(string what, string conversation, string message);

    [LoggerMessage(LogLevel.Warning, "Conversation {Conversation}: the API did not answer in time")]
    private partial void LogLate(string conversation);

    private sealed record Kept(ConversationDocument Conversation, DateTimeOffset ToldAt, string? Failure = null, DateTimeOffset FailedAt = default);
}
