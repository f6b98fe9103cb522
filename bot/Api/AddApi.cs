using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Options;

namespace Insek.Office.Bot.Api;

internal static class ApiServices
{
    private static readonly TimeSpan _connectionLifetime = TimeSpan.FromMinutes(5);

    /// <summary>Adds <see cref="ApiClient"/> and what it stands on.</summary>
    public static WebApplicationBuilder AddApi(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IValidateOptions<ApiOptions>, ApiAnnotations>();
        builder.Services.AddSingleton<IValidateOptions<ApiOptions>, ApiWay>();
        builder.Services.AddOptions<ApiOptions>().BindConfiguration(ApiOptions.Section).ValidateOnStart();

        builder.Services.AddSingleton(services => Credential(services.GetRequiredService<IOptions<ApiOptions>>().Value));
        builder.Services.AddSingleton(services => new ApiTokens(services.GetRequiredService<TokenCredential>(), services.GetRequiredService<IOptions<ApiOptions>>(), TimeProvider.System));
        builder.Services.AddSingleton<ApiResilience>();
        builder.Services.AddSingleton<ApiClient>();
        builder.Services.AddSingleton<ApiReadiness>();
        builder.Services.AddTransient<ResilienceHandler>();
        builder.Services.AddTransient<TokenHandler>();

        // Each attempt asks for its token anew: a pause may outlive one.
        AddClient(builder.Services, ApiClient.Name).AddHttpMessageHandler<ResilienceHandler>().AddHttpMessageHandler<TokenHandler>();
        AddClient(builder.Services, ApiReadiness.Name);
        return builder;
    }

    private static IHttpClientBuilder AddClient(IServiceCollection services, string name) => services
        .AddHttpClient(name, (services, client) =>
        {
            client.BaseAddress = BaseAddress(services);

            // The pipeline counts the time; a second clock would only blur which one ended a call.
            client.Timeout = Timeout.InfiniteTimeSpan;
        })
        .ConfigurePrimaryHttpMessageHandler(services => new SocketsHttpHandler
        {
            // The token and the acting member are for the functions, not for whomever an answer points to.
            AllowAutoRedirect = false,
            UseProxy = !BaseAddress(services).IsLoopback,
            UseCookies = false,
            PooledConnectionLifetime = _connectionLifetime,
        })
        .SetHandlerLifetime(Timeout.InfiniteTimeSpan)

        // The factory's own lines say each call twice; ours say the failures, without query and headers.
        .RemoveAllLoggers();

    private static Uri BaseAddress(IServiceProvider services)
    {
        var address = services.GetRequiredService<IOptions<ApiOptions>>().Value.BaseAddress ?? throw new InvalidOperationException("API options are validated at start.");
        return address.AbsolutePath.EndsWith('/') ? address : new Uri($"{address.GetLeftPart(UriPartial.Path)}/");
    }

    // Tokens are of the real time, whatever time a development clock shows.
    private static TokenCredential Credential(ApiOptions options) =>
        options.DevelopmentKeyFile is { Length: > 0 } file ? new DevelopmentCredential(file, TimeProvider.System) : new DefaultAzureCredential();
}
