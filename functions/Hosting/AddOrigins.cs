using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Insek.Office.Functions.Hosting;

/// <summary>Which pages may call the API from a browser. By default none.</summary>
internal sealed class OriginOptions
{
    public const string Section = "Cors";

    /// <summary>Their origins, for example https://insek.example; http on loopback in Development only.</summary>
    public IReadOnlyList<string> Origins { get; init; } = [];
}

/// <summary>An origin is a scheme, a host and a port; a wildcard is none.</summary>
internal sealed class OriginOptionsValidator(IHostEnvironment environment) : IValidateOptions<OriginOptions>
{
    public ValidateOptionsResult Validate(string? name, OriginOptions options) =>
        options.Origins.Where(origin => !IsOrigin(origin)).Select(origin => $"Cors:Origins: '{origin}' is no origin such as https://insek.example.").ToList() is { Count: > 0 } complaints
            ? ValidateOptionsResult.Fail(complaints)
            : ValidateOptionsResult.Success;

    private bool IsOrigin(string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var address)
        && address.GetLeftPart(UriPartial.Authority) == origin
        && (address.Scheme == Uri.UriSchemeHttps || (environment.IsDevelopment() && address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));
}

internal static class Origins
{
    /// <summary>Browsers ask again after this time.</summary>
    private static readonly TimeSpan _preflightAge = TimeSpan.FromHours(1);

    public static WebApplicationBuilder AddOrigins(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IValidateOptions<OriginOptions>, OriginOptionsValidator>();
        builder.Services.AddOptions<OriginOptions>().BindConfiguration(OriginOptions.Section).ValidateOnStart();
        builder.Services.AddCors();
        return builder;
    }

    /// <summary>Lets the pages of configured origins read answers. Who acts is said by a token; cookies are never sent.</summary>
    public static void UseOrigins(this WebApplication app)
    {
        if (app.Services.GetRequiredService<IOptions<OriginOptions>>().Value.Origins is { Count: > 0 } origins)
        {
            app.UseCors(policy => policy
                .WithOrigins([.. origins])
                .WithMethods(HttpMethods.Get, HttpMethods.Post, HttpMethods.Put, HttpMethods.Patch, HttpMethods.Delete)
                .WithHeaders(HeaderNames.Authorization, HeaderNames.ContentType, HeaderNames.IfMatch, HeaderNames.IfNoneMatch)
                .WithExposedHeaders(HeaderNames.ETag, HeaderNames.Location, HeaderNames.RetryAfter, HeaderNames.ContentDisposition)
                .SetPreflightMaxAge(_preflightAge));
        }
    }
}
