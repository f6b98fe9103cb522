using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Options;

namespace Insek.Office.Functions.People.Graph;

internal static class GraphServices
{
    /// <summary>Adds Microsoft Graph. Nothing of it is made, and its SDK not loaded, before the directory is first asked.</summary>
    public static void AddGraph(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<GraphOptions>, GraphAnnotations>();
        services.AddSingleton<IValidateOptions<GraphOptions>, GraphWay>();
        services.AddOptions<GraphOptions>().BindConfiguration(GraphOptions.Section).ValidateOnStart();
        services.AddSingleton(provider => CredentialOf(provider.GetRequiredService<IOptions<GraphOptions>>().Value));
        services.AddSingleton<GraphResilience>();
        services.AddSingleton<GraphPort>();
        services.AddSingleton<GraphReader>();
        services.AddSingleton(provider => new Lazy<GraphReader>(provider.GetRequiredService<GraphReader>));
        services.AddSingleton<GraphSnapshotStore>();
        services.AddSingleton<GraphInstaller>();
        services.AddSingleton(provider => new Lazy<GraphInstaller>(provider.GetRequiredService<GraphInstaller>));
    }

    private static TokenCredential CredentialOf(GraphOptions options) => options.ClientSecret is { } secret
        ? new ClientSecretCredential(options.TenantId, options.ClientId, secret)
        : new ManagedIdentityCredential(options.ClientId is { } client ? ManagedIdentityId.FromUserAssignedClientId(client) : ManagedIdentityId.SystemAssigned);
}
