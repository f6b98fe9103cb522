using System.Runtime.ExceptionServices;
using Insek.Office.Bot.Notices;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Options;

namespace Insek.Office.Bot.Teams;

/// <summary>Between Teams and the bot. A turn that fails is never silent.</summary>
internal sealed partial class TeamsAdapter : CloudAdapter
{
    private static readonly TimeSpan _lastWord = TimeSpan.FromSeconds(5);

    private readonly SendLimits _limits;
    private readonly LanguageOptions _languages;
    private readonly TimeProvider _clock;
    private readonly ILogger<TeamsAdapter> _log;

    public TeamsAdapter(BotFrameworkAuthentication authentication, SendLimits limits, IOptions<LanguageOptions> languages, TimeProvider clock, ILogger<TeamsAdapter> log)
        : base(authentication, log)
    {
        (_limits, _languages, _clock, _log) = (limits, languages.Value, clock, log);
        OnTurnError = AnswerFailureAsync;
    }

    /// <summary>Sends answers at once, because somebody waits for them, and counts them, so that notices wait instead.</summary>
    public override async Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        using var slot = activities.Any(activity => activity.Type == ActivityTypes.Message) ? _limits.Take(Place.WithoutThread(turnContext.Activity.Conversation.Id)) : null;
        return await base.SendActivitiesAsync(turnContext, activities, cancellationToken);
    }

    private async Task AnswerFailureAsync(ITurnContext turnContext, Exception failure)
    {
        var activity = turnContext.Activity;

        // Turns the bot began itself have a caller here who wants to know.
        if (activity.Type == ActivityTypes.Event && activity.Name is ActivityEventNames.ContinueConversation or ActivityEventNames.CreateConversation)
        {
            ExceptionDispatchInfo.Throw(failure);
        }

        LogFailure(failure, activity.Type, activity.Name);
        var sentence = TeamsTexts.Failed(_languages.For(activity.Locale));
        if (activity.Type == ActivityTypes.Invoke)
        {
            await turnContext.SendActivityAsync(new Activity(ActivityTypesEx.InvokeResponse) { Value = InvokeAnswers.Failure(activity.Name, sentence) }, CancellationToken.None);
            return;
        }

        // Nobody reads an answer to an event; and what could not be sent because Teams is away cannot be sent now.
        if (activity.Type != ActivityTypes.Message)
        {
            return;
        }

        using var lastWord = new CancellationTokenSource(_lastWord, _clock);
        try
        {
            await turnContext.SendActivityAsync(MessageFactory.Text(sentence), lastWord.Token);
        }
        catch (Exception unsent) when (ConnectorFailure.Of(unsent, _clock.GetUtcNow()) is { } reason)
        {
            LogSpeechless(reason.Detail);
        }
    }

    [LoggerMessage(LogLevel.Error, "A turn failed ({Type} {Name})")]
    private partial void LogFailure(Exception failure, string type, string? name);

    [LoggerMessage(LogLevel.Error, "That it failed could not be said either ({Detail})")]
    private partial void LogSpeechless(string detail);
}
