using Microsoft.Extensions.Options;

namespace Insek.Office.Bot.Hosting;

internal static partial class RunOrRefuse
{
    private const int Done = 0;
    private const int Refused = 1;

    /// <summary>Runs until it is asked to stop; or, where the configuration will not do, says why in one line.</summary>
    /// <returns>The exit code: 0 after a run, 1 after a refusal.</returns>
    public static async Task<int> RunOrRefuseAsync(this WebApplication app)
    {
        try
        {
            app.Services.GetService<IStartupValidator>()?.Validate();
        }
        catch (Exception refusal) when (Failures(refusal) is { } failures)
        {
            LogRefusal(app.Logger, failures);
            return Refused;
        }

        await app.RunAsync();
        return Done;
    }

    private static string? Failures(Exception refusal) => refusal switch
    {
        OptionsValidationException options => string.Join(' ', options.Failures),
        AggregateException several when several.InnerExceptions.All(inner => inner is OptionsValidationException) => string.Join(' ', several.InnerExceptions.Select(Failures)),
        _ => null,
    };

    [LoggerMessage(LogLevel.Critical, "The bot does not start. {Failures}")]
    private static partial void LogRefusal(ILogger log, string failures);
}
