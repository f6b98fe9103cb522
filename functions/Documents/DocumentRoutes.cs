using Insek.Office.Functions.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.OpenApi;

namespace Insek.Office.Functions.Documents;

internal static class DocumentRoutes
{
    /// <summary>Adds what documents of people need.</summary>
    public static WebApplicationBuilder AddDocuments(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<DocumentTasks>();
        builder.Services.AddSingleton<DocumentRefresh>();
        builder.Services.AddSingleton<DocumentRegister>();
        builder.Services.AddSingleton<RegisterForm>();
        return builder;
    }

    /// <summary>Maps documents that people have written, whatever concepts they show.</summary>
    public static void MapAllDocuments(this IEndpointRouteBuilder app)
    {
        var documents = app.MapGroup("/api/documents").RequireAuthorization(Policies.Read).WithTags("Documents")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        documents.MapDocumentStatus();
        documents.MapDocumentRefresh();
        documents.MapDocumentRegister();
    }

    /// <summary>The body is a .docx or .docm of at most 50 MB.</summary>
    public static RouteHandlerBuilder TakesDocument(this RouteHandlerBuilder endpoint) => endpoint
        .WithMetadata(new RequestSizeLimitAttribute(WordFile.MaxBytes))
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    [Rendering.TableDocx.MediaType] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } },
                },
            };
            return Task.CompletedTask;
        })
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge);
}
