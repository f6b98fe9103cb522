using System.Net;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Builder;

/// <summary>Invokes: requests that are answered in the HTTP response.</summary>
public partial class ActivityHandler
{
    protected static InvokeResponse CreateInvokeResponse(object body = null) => new() { Status = (int)HttpStatusCode.OK, Body = body };

    /// <summary>Answers card actions; everything else with 501.</summary>
    protected virtual async Task<InvokeResponse> OnInvokeActivityAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);

        try
        {
            return turnContext.Activity.Name == "adaptiveCard/action"
                ? CreateInvokeResponse(await OnAdaptiveCardInvokeAsync(turnContext, CardInvoke(turnContext.Activity.Value), cancellationToken))
                : throw new InvokeResponseException(HttpStatusCode.NotImplemented);
        }
        catch (InvokeResponseException answer)
        {
            return answer.CreateInvokeResponse();
        }
    }

    /// <summary>A click on <c>Action.Execute</c>, or a refresh.</summary>
    protected virtual Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken) =>
        throw new InvokeResponseException(HttpStatusCode.NotImplemented);

    private static AdaptiveCardInvokeValue CardInvoke(object value)
    {
        if (value is null)
        {
            throw Malformed("BadRequest", "Missing value property");
        }

        AdaptiveCardInvokeValue invoke;

        try
        {
            invoke = (value as JObject)?.ToObject<AdaptiveCardInvokeValue>();
        }
        catch (Exception unreadable) when (unreadable is JsonException or ArgumentException or FormatException or InvalidCastException or OverflowException)
        {
            invoke = null;
        }

        return invoke switch
        {
            null => throw Malformed("BadRequest", "Value property is not properly formed"),
            { Action: null } => throw Malformed("BadRequest", "Missing action property"),
            { Action.Type: not "Action.Execute" } => throw Malformed("NotSupported", $"The action '{invoke.Action.Type}'is not supported."),
            _ => invoke,
        };
    }

    private static InvokeResponseException Malformed(string code, string message) => new(HttpStatusCode.BadRequest, new AdaptiveCardInvokeResponse
    {
        StatusCode = (int)HttpStatusCode.BadRequest,
        Type = "application/vnd.microsoft.error",
        Value = new Error(code, message),
    });

    private async Task AnswerInvokeAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        var answer = await OnInvokeActivityAsync(new DelegatingTurnContext<IInvokeActivity>(turnContext), cancellationToken);

        // The handler may have sent an answer itself.
        if (answer is not null && turnContext.TurnState.Get<Activity>(BotAdapter.InvokeResponseKey) is null)
        {
            await turnContext.SendActivityAsync(new Activity(ActivityTypesEx.InvokeResponse) { Value = answer }, cancellationToken);
        }
    }

    /// <summary>Thrown in a handler, it is the answer.</summary>
    protected class InvokeResponseException : Exception
    {
        private readonly HttpStatusCode statusCode;
        private readonly object body;

        public InvokeResponseException(HttpStatusCode statusCode, object body = null)
        {
            this.statusCode = statusCode;
            this.body = body;
        }

        public InvokeResponse CreateInvokeResponse() => new() { Status = (int)statusCode, Body = body };
    }
}
