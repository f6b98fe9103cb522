using Insek.Office.Bot.Api;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Insek.Office.Bot.Addin;

/// <summary>Serves the pages of the add-in at /addin/.</summary>
internal static partial class AddinPages
{
    private const string Folder = "addin";

    public static WebApplicationBuilder AddAddin(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IValidateOptions<AddinOptions>, AddinOptionsValidator>();
        builder.Services.AddOptions<AddinOptions>().BindConfiguration(AddinOptions.Section).ValidateOnStart();
        builder.Services.AddSingleton(_ => AddinFiles.Load(Path.Combine(AppContext.BaseDirectory, Folder)));
        builder.Services.AddSingleton(services => AddinConfig.From(
            services.GetRequiredService<IOptions<AddinOptions>>().Value,
            services.GetRequiredService<IOptions<ApiOptions>>().Value,
            services.GetRequiredService<IHostEnvironment>().IsDevelopment()));
        return builder;
    }

    public static void MapAddin(this WebApplication app)
    {
        var pages = app.MapGroup($"/{Folder}");
        pages.MapGet("/", () => TypedResults.Redirect($"/{Folder}/{AddinPolicy.Pane}")).WithSummary("Leads to the pane, which helps without Word, too.");
        pages.MapGet("/config.json", (AddinConfig config, HttpResponse response) =>
        {
            response.Headers.CacheControl = "no-store";
            response.Headers.XContentTypeOptions = "nosniff";
            return TypedResults.Ok(config);
        }).WithSummary("Where the API is and how people sign in; holds no secret.");
        pages.MapMethods("/{**path}", [HttpMethods.Get, HttpMethods.Head], Serve).WithSummary("A file of the built pages.");
        if (app.Services.GetRequiredService<AddinFiles>().IsEmpty)
        {
            LogMissing(app.Logger, Folder);
        }
    }

    private static IResult Serve(string path, HttpContext context, AddinFiles files, AddinConfig config)
    {
        if (files.Find(path) is not { } file)
        {
            return TypedResults.NotFound();
        }

        var (bytes, encoding) = file.For(context.Request);
        var headers = context.Response.Headers;
        headers.CacheControl = file.IsImmutable ? "public, max-age=31536000, immutable" : "no-cache";
        headers.Vary = HeaderNames.AcceptEncoding;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = AddinPolicy.Of(path, config);
        headers["Referrer-Policy"] = "no-referrer";
        if (encoding is not null)
        {
            headers.ContentEncoding = encoding;
        }

        return TypedResults.Bytes(bytes, file.ContentType, entityTag: file.Tag(encoding));
    }

    [LoggerMessage(LogLevel.Warning, "The folder {Folder} beside the program is empty: its pages were not built, and /addin/ serves nothing")]
    private static partial void LogMissing(ILogger log, string folder);
}
