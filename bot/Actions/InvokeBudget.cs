using System.Globalization;
using Insek.Office.Bot.Api;
using Insek.Office.Bot.Rounds;
using Insek.Office.Bot.Texts;

namespace Insek.Office.Bot.Actions;

/// <summary>Answers a click in words of its own where the time for it runs out: the token it is given ends with <c>Teams:InvokeBudget</c>.</summary>
internal sealed partial class InvokeBudget(ILogger<InvokeBudget> log)
{
    /// <summary>Does the work, or says that it takes longer.</summary>
    /// <param name="culture">The language of the answer.</param>
    /// <param name="work">The work.</param>
    /// <param name="cancellationToken">Ends the work, and so the time for it.</param>
    public Task<CardReply> AnswerAsync(CultureInfo culture, Func<CancellationToken, Task<CardReply>> work, CancellationToken cancellationToken) =>
        AnswerAsync(culture, work, () => new CardReply.Message(RoundTexts.All["slow", culture]), cancellationToken);

    /// <summary>Does the work, or answers what <paramref name="late"/> makes.</summary>
    public async Task<CardReply> AnswerAsync(CultureInfo culture, Func<CancellationToken, Task<CardReply>> work, Func<CardReply> late, CancellationToken cancellationToken)
    {
        try
        {
            return await work(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            LogLate();
            return late();
        }
        catch (ApiUnavailableException outage)
        {
            LogOutage(outage);
            return new CardReply.Message(ProblemTexts.Unavailable(culture));
        }
    }

    [LoggerMessage(LogLevel.Warning, "A click was not done in time")]
    private partial void LogLate();

    [LoggerMessage(LogLevel.Warning, "A click could not be done: the API is away")]
    private partial void LogOutage(Exception outage);
}
