using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Insek.Office.Bot.Api;
using Insek.Office.Bot.Teams;
using Insek.Office.Bot.Texts;
using Insek.Office.Contracts;
using Insek.Office.Domain;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Options;

namespace Insek.Office.Bot.Notices;

/// <summary>Shows one notice: renders the state at this moment, and updates the activity that shows it or posts a new one.</summary>
/// <remarks>
/// <para>A notice is shown once as long as the id of its activity is known: it is then updated, however often it comes back. Three windows remain,
/// because Teams lets nobody name what is posted or look for it afterwards:</para>
/// <list type="bullet">
/// <item>the process dies after Teams has posted and before the API has been told: the notice comes back without an id and is posted again;</item>
/// <item>Teams posts and its answer is lost (time run out, connection broken, 500, 502 or 504): the same;</item>
/// <item>Teams posts and gives no id (an empty 202): a later version of the card is posted beside the first.</item>
/// </list>
/// <para>An API that is away after the posting opens no window while the process lives: the id is kept here until the API has it, and a while longer.</para>
/// </remarks>
internal sealed partial class NoticeDelivery(
    NoticeCards cards,
    ConversationWriter writer,
    ConversationReferences conversations,
    PersonalConversations people,
    SendLimits limits,
    CardPace pace,
    IOptions<NoticeOptions> options,
    IOptions<LanguageOptions> languages,
    TimeProvider clock,
    ILogger<NoticeDelivery> log) : IDisposable
{
    private const int TidyAbove = 1_000;

    /// <summary>Longer than what was given out can be on its way.</summary>
    private static readonly TimeSpan _rememberFor = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _atOnce = new(options.Value.AtOnce);
    private readonly ConcurrentDictionary<string, Memory> _memory = new(StringComparer.Ordinal);

    public static string KeyOf(NoticeView notice) => $"{notice.Concept} {notice.Id}";

    /// <summary>Shows the notice. Does not fail.</summary>
    /// <param name="notice">The notice.</param>
    /// <param name="until">When to have it done: shortly before it is given to somebody else.</param>
    /// <param name="stopping">Ends what waits; what is being sent is not torn off.</param>
    public async Task<NoticeOutcome> DeliverAsync(NoticeView notice, DateTimeOffset until, CancellationToken stopping)
    {
        var left = until - clock.GetUtcNow();
        if (left <= TimeSpan.Zero || stopping.IsCancellationRequested)
        {
            return new NoticeOutcome.Left();
        }

        using var deadline = new CancellationTokenSource(left, clock);
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, stopping);
        var conversation = notice.Conversation;
        var isBegun = new StrongBox<bool>();
        try
        {
            if (conversation is null)
            {
                var found = await PersonAsync(notice, waiting.Token);
                if (found.Conversation is null)
                {
                    return new NoticeOutcome.Failed(found.Reason ?? "", IsPermanent: !found.IsPassing);
                }

                conversation = found.Conversation;
            }

            return await ShowAsync(notice, conversation, left, isBegun, waiting.Token, deadline.Token);
        }
        catch (OperationCanceledException) when (waiting.IsCancellationRequested && !isBegun.Value)
        {
            return new NoticeOutcome.Left();
        }
        catch (ApiUnavailableException away)
        {
            LogAway(notice.Concept, notice.Id, away.Message);
            return new NoticeOutcome.Failed(ProblemTexts.Unavailable(languages.Value.For(null)), RetryAfter: away.RetryAfter);
        }
        catch (Exception failure)
        {
            return await FailedAsync(notice, conversation, failure, deadline.Token);
        }
    }

    /// <summary>The API knows where the notice is shown.</summary>
    public void Told(NoticeView notice)
    {
        if (_memory.TryGetValue(KeyOf(notice), out var memory))
        {
            _memory[KeyOf(notice)] = memory with { ToldAt = clock.GetUtcNow() };
        }
    }

    public void Dispose() => _atOnce.Dispose();

    private async Task<NoticeOutcome> ShowAsync(NoticeView notice, ConversationDocument conversation, TimeSpan left, StrongBox<bool> isBegun, CancellationToken waiting, CancellationToken sending)
    {
        if (conversations.Failure(conversation.Id) is { } failure)
        {
            return new NoticeOutcome.Failed(failure, IsPermanent: true);
        }

        if (limits.WaitFor(conversation.Id) is var wait && wait >= left)
        {
            return new NoticeOutcome.Failed(TeamsTexts.Busy(languages.Value.For(null)), RetryAfter: wait);
        }

        // The conversation's own pause is waited for beside the others, so that nobody holds a place among those who render while it lasts.
        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, clock, waiting);
        }

        await _atOnce.WaitAsync(waiting);
        try
        {
            // Rendered before its turn is asked for: a turn counts from its beginning, and what passes until something is sent is lost to the rate.
            // Only so many render at a time, so what is sent is as old as these few take. What changes meanwhile comes as the next notice.
            if (await cards.RenderAsync(notice, waiting) is not { } rendered)
            {
                return new NoticeOutcome.Shown(conversation.Id, ShownBy(notice, conversation));
            }

            using var slot = await limits.WaitAsync(conversation.Id, waiting);
            isBegun.Value = true;
            return await SendAsync(notice, conversation, rendered, slot, sending);
        }
        finally
        {
            _atOnce.Release();
        }
    }

    private async Task<PersonalConversation> PersonAsync(NoticeView notice, CancellationToken cancellationToken) => notice.Member is { } member
        ? await people.OpenAsync(new MemberId(member.Id), member.Name, notice.Concept, notice.Group, cancellationToken)
        : new PersonalConversation(null, TeamsTexts.NoWay(languages.Value.For(null)));

    private async Task<NoticeOutcome> SendAsync(NoticeView notice, ConversationDocument conversation, RenderedNotice rendered, SendSlot slot, CancellationToken cancellationToken)
    {
        pace.Mark(KeyOf(notice));
        if (ShownBy(notice, conversation) is { } shown)
        {
            try
            {
                await writer.UpdateAsync(conversation, shown, ConversationWriter.Message(rendered.Card, rendered.Summary), cancellationToken);
                return Keep(notice, conversation, shown);
            }
            catch (ErrorResponseException refusal) when (ConnectorFailure.IsNotFound(refusal))
            {
                // Somebody deleted it, and yet there is something to say.
                LogGone(notice.Concept, notice.Id);
            }

            slot.Dispose();
            using var second = await limits.WaitAsync(conversation.Id, cancellationToken);
            return Keep(notice, conversation, await writer.PostAsync(conversation, ConversationWriter.Message(rendered.Card, rendered.Summary), cancellationToken));
        }

        return Keep(notice, conversation, await writer.PostAsync(conversation, ConversationWriter.Message(rendered.Card, rendered.Summary), cancellationToken));
    }

    // What the API says counts, unless it has not been told yet. A notice given out before it was told says nothing.
    private string? ShownBy(NoticeView notice, ConversationDocument conversation)
    {
        if (!_memory.TryGetValue(KeyOf(notice), out var memory) || memory.Conversation != conversation.Id)
        {
            return notice.ActivityId;
        }

        return memory.ToldAt is null ? memory.ActivityId : notice.ActivityId ?? memory.ActivityId;
    }

    private NoticeOutcome.Shown Keep(NoticeView notice, ConversationDocument conversation, string? activityId)
    {
        if (activityId is not null)
        {
            Tidy();
            _memory[KeyOf(notice)] = new Memory(conversation.Id, activityId, ToldAt: null);
        }

        return new NoticeOutcome.Shown(conversation.Id, activityId);
    }

    private void Tidy()
    {
        if (_memory.Count <= TidyAbove)
        {
            return;
        }

        foreach (var (old, _) in _memory.Where(entry => clock.GetUtcNow() - entry.Value.ToldAt > _rememberFor).ToList())
        {
            _memory.TryRemove(old, out _);
        }
    }

    private async Task<NoticeOutcome> FailedAsync(NoticeView notice, ConversationDocument? conversation, Exception failure, CancellationToken cancellationToken)
    {
        var culture = languages.Value.For(null);
        if (ConnectorFailure.Of(failure, clock.GetUtcNow()) is not { } refusal)
        {
            LogFailure(failure, notice.Concept, notice.Id);
            return new NoticeOutcome.Failed(TeamsTexts.Failed(culture));
        }

        LogRefused(notice.Concept, notice.Id, refusal.Detail);
        var reason = TeamsTexts.Reason(refusal, culture);
        if (refusal.Kind is ConnectorFailureKind.ConversationGone && conversation is not null)
        {
            await conversations.FailAsync(conversation, reason, cancellationToken);
        }

        return new NoticeOutcome.Failed(reason, refusal.Kind is ConnectorFailureKind.ConversationGone or ConnectorFailureKind.TooLarge, refusal.RetryAfter);
    }

    [LoggerMessage(LogLevel.Warning, "Notice {Concept}/{Id}: the API is away ({Message})")]
    private partial void LogAway(string concept, string id, string message);

    [LoggerMessage(LogLevel.Information, "Notice {Concept}/{Id}: what showed it is gone; it is posted anew")]
    private partial void LogGone(string concept, string id);

    [LoggerMessage(LogLevel.Warning, "Notice {Concept}/{Id} was not sent ({Detail})")]
    private partial void LogRefused(string concept, string id, string detail);

    [LoggerMessage(LogLevel.Error, "Notice {Concept}/{Id} failed")]
    private partial void LogFailure(Exception failure, string concept, string id);

    private sealed record Memory(string Conversation, string ActivityId, DateTimeOffset? ToldAt);
}
