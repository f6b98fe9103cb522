using Insek.Office.Functions.Members;
using Insek.Office.Functions.People.Graph;
using Microsoft.Extensions.Options;

namespace Insek.Office.Functions.People;

internal static class DirectoryServices
{
    /// <summary>Adds the directory port. A configured file that cannot be read ends the start.</summary>
    public static WebApplicationBuilder AddDirectory(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IValidateOptions<DirectoryOptions>, DirectoryAnnotations>();
        builder.Services.AddSingleton<IValidateOptions<DirectoryOptions>, DirectoryFile>();
        builder.Services.AddOptions<DirectoryOptions>().BindConfiguration(DirectoryOptions.Section).ValidateOnStart();
        builder.Services.AddGraph();
        builder.Services.AddSingleton<DeputyStore>();
        builder.Services.AddSingleton<IDirectory>(services => new DeputizedDirectory(Choose(services), services.GetRequiredService<DeputyStore>(), services.GetRequiredService<TimeProvider>()));
        return builder;
    }

    private static IDirectory Choose(IServiceProvider services)
    {
        if (services.GetRequiredService<IOptions<DirectoryOptions>>().Value.File is not null)
        {
            return ActivatorUtilities.CreateInstance<FileDirectory>(services);
        }

        return services.GetRequiredService<IOptions<GraphOptions>>().Value.MappingFile is not null ? ActivatorUtilities.CreateInstance<GraphDirectory>(services) : new NoDirectory();
    }

    private sealed class DirectoryFile : IValidateOptions<DirectoryOptions>
    {
        public ValidateOptionsResult Validate(string? name, DirectoryOptions options)
        {
            if (options.File is null)
            {
                return ValidateOptionsResult.Success;
            }

            try
            {
                _ = DirectoryDocument.Read(File.ReadAllBytes(options.File));
                return ValidateOptionsResult.Success;
            }
            catch (Exception failure) when (failure is InvalidDataException or IOException or UnauthorizedAccessException)
            {
                return ValidateOptionsResult.Fail($"{DirectoryOptions.Section}:{nameof(DirectoryOptions.File)}: {failure.Message}");
            }
        }
    }
}
