using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Microsoft.Bot.Builder.Integration.AspNet.Core;

/// <summary>Takes activities from HTTP requests, and answers invokes in the response.</summary>
public partial class CloudAdapter : CloudAdapterBase, IBotFrameworkHttpAdapter
{
    public CloudAdapter(BotFrameworkAuthentication botFrameworkAuthentication, ILogger logger = null)
        : base(botFrameworkAuthentication, logger)
    {
    }

    public CloudAdapter(IConfiguration configuration, IHttpClientFactory httpClientFactory = null, ILogger logger = null)
        : this(new ConfigurationBotFrameworkAuthentication(configuration, httpClientFactory: httpClientFactory, logger: logger), logger)
    {
    }

    /// <summary>200, or what the invoke was answered with; 400 without an activity, 401 without a valid token, 405 for anything but POST, 413 past 1 MiB.</summary>
    public async Task ProcessAsync(HttpRequest httpRequest, HttpResponse httpResponse, IBot bot, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(httpRequest);
        ArgumentNullException.ThrowIfNull(httpResponse);
        ArgumentNullException.ThrowIfNull(bot);

        if (!HttpMethods.IsPost(httpRequest.Method))
        {
            httpResponse.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return;
        }

        if (await HttpBody.ReadAsync(httpRequest, cancellationToken) is not { } body)
        {
            httpResponse.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        if (HttpBody.Parse<Activity>(body) is not { Type.Length: > 0 } activity)
        {
            httpResponse.StatusCode = StatusCodes.Status400BadRequest;
            NoActivity(Logger);
            return;
        }

        try
        {
            var answer = await ProcessActivityAsync(httpRequest.Headers.Authorization, activity, bot.OnTurnAsync, cancellationToken);
            await HttpBody.WriteAsync(httpResponse, answer, cancellationToken);
        }
        catch (UnauthorizedAccessException refusal)
        {
            httpResponse.StatusCode = StatusCodes.Status401Unauthorized;
            Unauthorised(Logger, refusal.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A request carried no activity.")]
    private static partial void NoActivity(ILogger logger);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A request was refused: {Reason}")]
    private static partial void Unauthorised(ILogger logger, string reason);
}
