using Insek.Office.Bot.Actions;
using Insek.Office.Bot.Api;
using Insek.Office.Bot.Notices;
using Insek.Office.Bot.Texts;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Options;
using Newtonsoft.Json.Linq;

namespace Insek.Office.Bot.Teams;

/// <summary>Hands a click to the action of its verb, and answers within the time Teams waits, whatever happens.</summary>
/// <remarks>A refresh by the client (trigger "automatic") and a click ("manual", or no word at all) are the same here: what an action does depends on its verb.</remarks>
internal sealed partial class ActionDispatcher(
    IEnumerable<ICardAction> actions, NoticeSender notices, IOptions<TeamsOptions> options, IOptions<LanguageOptions> languages, TimeProvider clock, ILogger<ActionDispatcher> log)
{
    /// <summary>For the sentence of an action that ends when its token does.</summary>
    private static readonly TimeSpan _grace = TimeSpan.FromMilliseconds(250);

    private readonly Dictionary<string, ICardAction> _actions = actions.ToDictionary(action => action.Verb, StringComparer.Ordinal);

    public async Task<CardReply> DispatchAsync(Activity activity, CancellationToken cancellationToken)
    {
        var culture = languages.Value.For(activity.Locale);
        if ((activity.Value as JObject)?["action"] is not JObject clicked || clicked["verb"] is not JValue { Value: string verb } || Data(clicked) is not { } data)
        {
            LogMalformed();
            return new CardReply.Message(TeamsTexts.Malformed(culture));
        }

        if (!_actions.TryGetValue(verb, out var action))
        {
            LogUnknown(verb);
            return new CardReply.Message(TeamsTexts.UnknownVerb(culture));
        }

        if (Actor.Of(activity) is not { } actor)
        {
            return new CardReply.Message(TeamsTexts.NoPerson(culture));
        }

        var context = new CardActionContext(actor, Place.Of(activity), data, activity.ReplyToId, culture);
        return await RunAsync(action, context, cancellationToken);
    }

    // A button without data sends none.
    private static JObject? Data(JObject clicked) => clicked["data"] switch
    {
        null or JValue { Value: null } => [],
        JObject data => data,
        _ => null,
    };

    private async Task<CardReply> RunAsync(ICardAction action, CardActionContext context, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(options.Value.InvokeBudget, clock);
        using var budget = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        Task<CardReply>? work = null;
        try
        {
            work = action.HandleAsync(context, budget.Token);
            var reply = await work.WaitAsync(options.Value.InvokeBudget + _grace, clock, cancellationToken);

            // It may have caused notices; asking for them when it has not costs one call.
            notices.Nudge();
            return reply;
        }
        catch (Exception failure) when (failure is TimeoutException || (failure is OperationCanceledException && budget.IsCancellationRequested))
        {
            LogSlow(action.Verb);
            _ = FollowAsync(action.Verb, work);
            return new CardReply.Message(TeamsTexts.Slow(context.Culture));
        }
        catch (ApiUnavailableException away)
        {
            LogAway(action.Verb, away.Message);
            return new CardReply.Message(ProblemTexts.Unavailable(context.Culture));
        }
        catch (Exception failure)
        {
            LogFailure(failure, action.Verb);
            return new CardReply.Message(TeamsTexts.Failed(context.Culture));
        }
    }

    // The person has an answer; what still runs must neither fail unseen nor keep its notices waiting.
    private async Task FollowAsync(string verb, Task? work)
    {
        try
        {
            await (work ?? Task.CompletedTask);
        }
        catch (OperationCanceledException)
        {
            // It listened to its token, as it was told to.
        }
        catch (Exception failure)
        {
            LogFailure(failure, verb);
        }

        notices.Nudge();
    }

    [LoggerMessage(LogLevel.Warning, "A click carried no verb or no readable data")]
    private partial void LogMalformed();

    [LoggerMessage(LogLevel.Warning, "Nobody handles the verb {Verb}")]
    private partial void LogUnknown(string verb);

    [LoggerMessage(LogLevel.Warning, "{Verb} did not end in time")]
    private partial void LogSlow(string verb);

    [LoggerMessage(LogLevel.Warning, "{Verb}: the API is away ({Message})")]
    private partial void LogAway(string verb, string message);

    [LoggerMessage(LogLevel.Error, "{Verb} failed")]
    private partial void LogFailure(Exception failure, string verb);
}
