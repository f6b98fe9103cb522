using Insek.Office.Bot.Actions;
using Insek.Office.Bot.Api;
using Insek.Office.Bot.Cards;
using Insek.Office.Bot.Commands;
using Insek.Office.Bot.Hosting;
using Insek.Office.Bot.Notices;
using Insek.Office.Bot.Search;
using Insek.Office.Bot.Texts;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Microsoft.Extensions.Options;

namespace Insek.Office.Bot.Teams;

/// <summary>Answers Teams: words go to the commands, clicks to the actions, searches to the search. Comings and goings are in the other part.</summary>
internal sealed partial class InsekBot(
    ActionDispatcher actions,
    CommandRouter commands,
    MeasureSearch search,
    NoticeSender notices,
    ConversationReferences conversations,
    Greetings greetings,
    IOptions<BotIdentity> identity,
    IOptions<TeamsOptions> options,
    IOptions<LanguageOptions> languages,
    TimeProvider clock,
    ILogger<InsekBot> log) : TeamsActivityHandler
{
    private const string Help = "hilfe";

    private readonly bool _isAnonymous = string.IsNullOrWhiteSpace(identity.Value.MicrosoftAppId);

    public override async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        var activity = turnContext.Activity;
        if (string.IsNullOrEmpty(activity.Conversation?.Id) || string.IsNullOrEmpty(activity.Recipient?.Id))
        {
            LogIncomplete(activity.Type);
            return;
        }

        // Without an identity nobody has vouched for the address; then nothing leaves this machine.
        if (_isAnonymous && !(Uri.TryCreate(activity.ServiceUrl, UriKind.Absolute, out var service) && service.IsLoopback))
        {
            LogStrange(activity.ServiceUrl);
            return;
        }

        await base.OnTurnAsync(turnContext, cancellationToken);
    }

    protected override async Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
    {
        var activity = ((ITurnContext)turnContext).Activity;
        var remembered = conversations.RememberAsync(activity, cancellationToken);
        if (MessageText.Of(activity) is { } text)
        {
            await turnContext.SendActivityAsync(Message(await AnswerAsync(text.Length == 0 ? Help : text, activity, cancellationToken)), cancellationToken);
        }

        await remembered;
    }

    protected override async Task<InvokeResponse> OnInvokeActivityAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken) =>
        turnContext.Activity.Name == InvokeAnswers.CardAction
            ? CreateInvokeResponse(InvokeAnswers.Of(await actions.DispatchAsync(((ITurnContext)turnContext).Activity, cancellationToken)))
            : await base.OnInvokeActivityAsync(turnContext, cancellationToken);

    protected override async Task<MessagingExtensionResponse> OnTeamsMessagingExtensionQueryAsync(ITurnContext<IInvokeActivity> turnContext, MessagingExtensionQuery query, CancellationToken cancellationToken)
    {
        var activity = ((ITurnContext)turnContext).Activity;
        var culture = languages.Value.For(activity.Locale);
        if (Actor.Of(activity) is not { } actor)
        {
            return InvokeAnswers.Message(TeamsTexts.NoPerson(culture));
        }

        using var limit = new CancellationTokenSource(options.Value.InvokeBudget, clock);
        using var budget = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await search.QueryAsync(query, actor, Place.Of(activity), culture, budget.Token).WaitAsync(budget.Token);
        }
        catch (OperationCanceledException) when (budget.IsCancellationRequested)
        {
            LogSlowSearch();
            return InvokeAnswers.Message(ProblemTexts.Unavailable(culture));
        }
        catch (ApiUnavailableException away)
        {
            LogAway(away.Message);
            return InvokeAnswers.Message(ProblemTexts.Unavailable(culture));
        }
    }

    private static IMessageActivity Message(CardReply reply)
    {
        switch (reply)
        {
            case CardReply.Card card:
                // A text beside a card would make two messages of it.
                var message = MessageFactory.Attachment(CardContent.Attach(card.Content));
                message.Summary = card.Summary;
                return message;

            case CardReply.Message sentence:
                return MessageFactory.Text(sentence.Text);

            default:
                throw new ArgumentOutOfRangeException(nameof(reply));
        }
    }

    private async Task<CardReply> AnswerAsync(string text, Activity activity, CancellationToken cancellationToken)
    {
        var culture = languages.Value.For(activity.Locale);
        if (Actor.Of(activity) is not { } actor)
        {
            return new CardReply.Message(TeamsTexts.NoPerson(culture));
        }

        try
        {
            var reply = await commands.AnswerAsync(text, actor, Place.Of(activity), culture, cancellationToken);
            notices.Nudge();
            return reply;
        }
        catch (ApiUnavailableException away)
        {
            LogAway(away.Message);
            return new CardReply.Message(ProblemTexts.Unavailable(culture));
        }
    }

    [LoggerMessage(LogLevel.Warning, "An activity ({Type}) without a conversation or a recipient was left alone")]
    private partial void LogIncomplete(string? type);

    [LoggerMessage(LogLevel.Warning, "Without an identity, an activity from {ServiceUrl} was left alone")]
    private partial void LogStrange(string? serviceUrl);

    [LoggerMessage(LogLevel.Warning, "The API is away ({Message})")]
    private partial void LogAway(string message);

    [LoggerMessage(LogLevel.Warning, "A search did not end in time")]
    private partial void LogSlowSearch();
}
