using System.Net;
using AdaptiveCards;
using Insek.Office.Bot.Actions;
using Insek.Office.Bot.Cards;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;

namespace Insek.Office.Bot.Teams;

/// <summary>Answers to invokes, in the shapes Teams takes.</summary>
internal static class InvokeAnswers
{
    public const string CardAction = "adaptiveCard/action";
    public const string Search = "composeExtension/query";

    private const string MessageType = "application/vnd.microsoft.activity.message";
    private const string ErrorType = "application/vnd.microsoft.error";

    /// <summary>What a click is answered with.</summary>
    public static AdaptiveCardInvokeResponse Of(CardReply reply) => reply switch
    {
        CardReply.Card card => new AdaptiveCardInvokeResponse { StatusCode = (int)HttpStatusCode.OK, Type = AdaptiveCard.ContentType, Value = CardContent.Json(card.Content) },
        CardReply.Message message => new AdaptiveCardInvokeResponse { StatusCode = (int)HttpStatusCode.OK, Type = MessageType, Value = message.Text },
        _ => throw new ArgumentOutOfRangeException(nameof(reply)),
    };

    /// <summary>A search that has a sentence to say instead of results.</summary>
    public static MessagingExtensionResponse Message(string text) => new(new MessagingExtensionResult { Type = "message", Text = text });

    /// <summary>An invoke that failed: 200 all the same, because Teams shows no text beside any other status.</summary>
    public static InvokeResponse Failure(string? name, string sentence) => new()
    {
        Status = (int)HttpStatusCode.OK,
        Body = name == Search
            ? Message(sentence)
            : new AdaptiveCardInvokeResponse { StatusCode = (int)HttpStatusCode.InternalServerError, Type = ErrorType, Value = new Error("InternalServerError", sentence) },
    };
}
