using System.Net;
using Insek.Office.Bot.Api;
using Insek.Office.Bot.Hosting;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Insek.Office.Bot.Teams;

internal static class TeamsServices
{
    private static readonly TimeSpan _connectionLifetime = TimeSpan.FromMinutes(5);

    /// <summary>Adds the bot, its adapter, and calls to Teams.</summary>
    public static WebApplicationBuilder AddTeams(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TeamsOptions>, TeamsAnnotations>());
        services.AddOptions<TeamsOptions>().BindConfiguration(TeamsOptions.Section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ConnectorOptions>, ConnectorAnnotations>());
        services.AddOptions<ConnectorOptions>().BindConfiguration(ConnectorOptions.Section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<LanguageOptions>, LanguageAnnotations>());
        services.AddOptions<LanguageOptions>().BindConfiguration(LanguageOptions.Section).ValidateOnStart();

        services.AddSingleton<ConversationsApi>();
        services.AddSingleton<ConversationReferences>();
        services.AddSingleton<ConversationWriter>();
        services.AddSingleton<Roster>();
        services.AddSingleton<Installer>();
        services.AddSingleton<PersonalConversations>();
        services.AddSingleton<PersonalMessages>();
        services.AddSingleton<Greetings>();
        services.AddSingleton<ActionDispatcher>();
        services.AddSingleton<BotFrameworkAuthentication>(provider => new ConfigurationBotFrameworkAuthentication(
            provider.GetRequiredService<IConfiguration>(),
            httpClientFactory: provider.GetRequiredService<IHttpClientFactory>(),
            logger: provider.GetRequiredService<ILogger<ConfigurationBotFrameworkAuthentication>>()));
        services.AddSingleton<TeamsAdapter>();
        services.AddSingleton<IBot, InsekBot>();
        AddConnector(builder);
        return builder;
    }

    /// <summary>Takes activities.</summary>
    public static void MapMessages(this IEndpointRouteBuilder app) =>
        app.MapPost("/api/messages", ReceiveAsync).WithSummary("Takes activities of the Bot Framework; invokes are answered in the response.");

    // The SDK calls Teams with the client of no name.
    private static void AddConnector(WebApplicationBuilder builder)
    {
        var isAnonymous = string.IsNullOrWhiteSpace(builder.Configuration[nameof(BotIdentity.MicrosoftAppId)]);
        builder.Services.AddSingleton<ConnectorResilience>();
        builder.Services.AddTransient<ConnectorHandler>();
        builder.Services

            // The pipeline counts the time; a second clock would only blur which one ended a call.
            .AddHttpClient(Options.DefaultName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .AddHttpMessageHandler<ConnectorHandler>()
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                // The token is for Teams, not for whomever an answer points to.
                AllowAutoRedirect = false,
                UseProxy = !isAnonymous,
                UseCookies = false,
                PooledConnectionLifetime = _connectionLifetime,
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
    }

    private static async Task ReceiveAsync(
        HttpContext context, TeamsAdapter adapter, IBot bot, IOptions<BotIdentity> identity, IOptions<TeamsOptions> options, IHostApplicationLifetime lifetime, TimeProvider clock)
    {
        // Nobody's word is verified without an identity; then only this machine is heard, however the process came to listen elsewhere.
        if (string.IsNullOrWhiteSpace(identity.Value.MicrosoftAppId) && !(context.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote)))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        // A turn does not end because Teams hangs up: what it did would be done, and nobody told.
        using var budget = new CancellationTokenSource(options.Value.TurnBudget, clock);
        using var turn = CancellationTokenSource.CreateLinkedTokenSource(budget.Token, lifetime.ApplicationStopping);
        await adapter.ProcessAsync(context.Request, context.Response, bot, turn.Token);
    }
}
