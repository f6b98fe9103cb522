using Microsoft.OpenApi;

namespace Insek.Office.Functions.Hosting;

/// <summary>What the OpenAPI document says beyond what the endpoints' signatures do.</summary>
internal static class ApiDescription
{
    public static WebApplicationBuilder AddApiDescription(this WebApplicationBuilder builder)
    {
        builder.Services.AddOpenApi(options => options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "Insek.Office",
                Version = "1",
                Description = "An integrated urban development concept: goals, measures, tables. Errors are problem details with a stable 'code'.",
            };
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
            {
                ["token"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "JWT", Description = "A token of Entra ID with an app role of this API." },
            };
            document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("token", document)] = [] }];
            return Task.CompletedTask;
        }));
        return builder;
    }

    /// <summary>Describes a query parameter that the handler reads itself.</summary>
    public static RouteHandlerBuilder WithQuery(this RouteHandlerBuilder endpoint, string name, string description) => endpoint.With(ParameterLocation.Query, name, description);

    /// <summary>Describes a request header that the handler reads itself.</summary>
    public static RouteHandlerBuilder WithHeader(this RouteHandlerBuilder endpoint, string name, string description) => endpoint.With(ParameterLocation.Header, name, description);

    private static RouteHandlerBuilder With(this RouteHandlerBuilder endpoint, ParameterLocation location, string name, string description) =>
        endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters ??= [];
            operation.Parameters.Add(new OpenApiParameter { Name = name, In = location, Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } });
            return Task.CompletedTask;
        });
}
