using System.Net;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Builder.Teams;

/// <summary>A bot with the methods that only Teams calls. Changes of members, channels and teams are in the other part.</summary>
public partial class TeamsActivityHandler : ActivityHandler
{
    protected override async Task<InvokeResponse> OnInvokeActivityAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);

        try
        {
            return turnContext.Activity.Name == "composeExtension/query"
                ? CreateInvokeResponse(await OnTeamsMessagingExtensionQueryAsync(turnContext, Read<MessagingExtensionQuery>(turnContext.Activity.Value), cancellationToken))
                : await base.OnInvokeActivityAsync(turnContext, cancellationToken);
        }
        catch (InvokeResponseException answer)
        {
            return answer.CreateInvokeResponse();
        }
    }

    /// <summary>A search from the compose box.</summary>
    protected virtual Task<MessagingExtensionResponse> OnTeamsMessagingExtensionQueryAsync(ITurnContext<IInvokeActivity> turnContext, MessagingExtensionQuery query, CancellationToken cancellationToken) =>
        throw new InvokeResponseException(HttpStatusCode.NotImplemented);

    private static T Read<T>(object value)
    {
        try
        {
            return value is JObject json ? json.ToObject<T>() : throw new InvokeResponseException(HttpStatusCode.BadRequest, $"expected type '{value?.GetType().Name}'");
        }
        catch (Exception unreadable) when (unreadable is JsonException or ArgumentException or FormatException or InvalidCastException or OverflowException)
        {
            throw new InvokeResponseException(HttpStatusCode.BadRequest, "The value cannot be read.");
        }
    }
}
