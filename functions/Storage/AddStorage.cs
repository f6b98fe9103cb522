using Azure.Data.Tables;
using Azure.Identity;
using Insek.Office.Functions.Deadlines;
using Insek.Office.Functions.Hosting;
using Microsoft.Extensions.Options;

namespace Insek.Office.Functions.Storage;

internal static class StorageServices
{
    /// <summary>Adds Table storage and everything that reads and writes it.</summary>
    public static WebApplicationBuilder AddStorage(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IValidateOptions<StorageOptions>, StorageAnnotations>();
        builder.Services.AddSingleton<IValidateOptions<StorageOptions>, StorageWay>();
        builder.Services.AddOptions<StorageOptions>().BindConfiguration(StorageOptions.Section).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<ImportOptions>, ImportAnnotations>();
        builder.Services.AddOptions<ImportOptions>().BindConfiguration(ImportOptions.Section).ValidateOnStart();

        builder.Services.AddSingleton(services => new ConceptTable(Connect(services.GetRequiredService<IOptions<StorageOptions>>().Value)));
        builder.Services.AddHostedService<StorageWarmUp>();
        builder.Services.AddSingleton<DeadlineHints>();
        builder.Services.AddSingleton<ImportJournal>();
        builder.Services.AddSingleton<ImportRunner>();
        builder.Services.AddSingleton<ConceptReader>();
        builder.Services.AddSingleton<ConceptWriter>();
        builder.Services.AddSingleton(new TimerFunction("SweepImports", TimeSpan.FromMinutes(5), (services, cancellationToken) => services.GetRequiredService<ImportRunner>().SweepAsync(cancellationToken)));
        return builder;
    }

    private static TableClient Connect(StorageOptions options)
    {
        var client = new TableClientOptions();
        client.Retry.MaxRetries = options.MaxRetries;
        client.Retry.Delay = TimeSpan.FromMilliseconds(200);
        client.Retry.MaxDelay = TimeSpan.FromSeconds(2);
        client.Retry.NetworkTimeout = options.NetworkTimeout;

        return (options.ConnectionString, options.TableEndpoint) switch
        {
            ({ } connectionString, _) => new TableClient(connectionString, options.TableName, client),
            (_, { } endpoint) => new TableClient(endpoint, options.TableName, new DefaultAzureCredential(), client),
            _ => throw new InvalidOperationException("Storage options are validated at start."),
        };
    }
}
