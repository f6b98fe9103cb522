using Microsoft.Bot.Builder;

namespace Insek.Office.Sdk.Tests.Bot;

/// <summary>A bot that is one method.</summary>
internal sealed class LogicBot(BotCallbackHandler logic) : IBot
{
    public Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default) => logic(turnContext, cancellationToken);
}
