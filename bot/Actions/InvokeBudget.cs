using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Insek.Office.Bot.Api;
using Insek.Office.Bot.Rounds;
using Insek.Office.Bot.Texts;
using Microsoft.Extensions.Options;

namespace Insek.Office.Bot.Actions;

/// <summary>How long a click may take.</summary>
internal sealed class InvokeOptions
{
    public const string Section = "Invoke";

    /// <summary>How long a click is worked on before it is answered in any case. Default 2.5 seconds; 50 milliseconds to 2.8 seconds: people are told of an error after 3.</summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "00:00:02.8")]
    public TimeSpan Budget { get; init; } = TimeSpan.FromSeconds(2.5);
}

[OptionsValidator]
internal sealed partial class InvokeAnnotations : IValidateOptions<InvokeOptions>;

/// <summary>Answers every click in time, and says so where the work could not be done in it.</summary>
internal sealed partial class InvokeBudget(IOptions<InvokeOptions> options, TimeProvider clock, ILogger<InvokeBudget> log)
{
    /// <summary>Does the work, or says that it takes longer.</summary>
    /// <param name="culture">The language of the answer.</param>
    /// <param name="work">The work. Its token ends with the budget.</param>
    /// <param name="cancellationToken">Ends the work earlier.</param>
    public Task<CardReply> AnswerAsync(CultureInfo culture, Func<CancellationToken, Task<CardReply>> work, CancellationToken cancellationToken) =>
        AnswerAsync(culture, work, () => new CardReply.Message(RoundTexts.All["slow", culture]), cancellationToken);

    /// <summary>Does the work, or answers what <paramref name="late"/> makes.</summary>
    public async Task<CardReply> AnswerAsync(CultureInfo culture, Func<CancellationToken, Task<CardReply>> work, Func<CardReply> late, CancellationToken cancellationToken)
    {
        using var time = new CancellationTokenSource(options.Value.Budget, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancellationToken);
        try
        {
            return await work(both.Token);
        }
        catch (OperationCanceledException) when (both.IsCancellationRequested)
        {
            LogLate(options.Value.Budget.TotalSeconds);
            return late();
        }
        catch (ApiUnavailableException outage)
        {
            LogOutage(outage);
            return new CardReply.Message(ProblemTexts.Unavailable(culture));
        }
    }

    [LoggerMessage(LogLevel.Warning, "A click was not done within {Seconds} s")]
    private partial void LogLate(double seconds);

    [LoggerMessage(LogLevel.Warning, "A click could not be done: the API is away")]
    private partial void LogOutage(Exception outage);
}
