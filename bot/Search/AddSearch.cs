using Insek.Office.Bot.Api;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Insek.Office.Bot.Search;

internal static class SearchServices
{
    /// <summary>Adds <see cref="MeasureSearch"/> and the catalogues it searches.</summary>
    public static WebApplicationBuilder AddSearch(this WebApplicationBuilder builder)
    {
        builder.Services.TryAddSingleton<ConceptsApi>();
        builder.Services.TryAddSingleton<MeasureCatalogues>();
        builder.Services.AddSingleton<MeasureSearch>();
        return builder;
    }
}
