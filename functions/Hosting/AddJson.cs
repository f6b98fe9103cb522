using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Health;
using Microsoft.AspNetCore.Mvc;

namespace Insek.Office.Functions.Hosting;

internal static class JsonServices
{
    /// <summary>Writes and reads JSON with generated code only; a type nobody listed is an error at once, not reflection.</summary>
    public static WebApplicationBuilder AddJson(this WebApplicationBuilder builder)
    {
        builder.Services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.TypeInfoResolverChain.Clear();
            options.SerializerOptions.TypeInfoResolverChain.Add(ContractsJson.Default);
            options.SerializerOptions.TypeInfoResolverChain.Add(FunctionsJson.Default);
            options.SerializerOptions.PropertyNamingPolicy = System.Text.Json.JsonNamingPolicy.CamelCase;
            options.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
            options.SerializerOptions.RespectNullableAnnotations = true;
            options.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;

            // Answers are JSON and never pasted into a page; German stays readable.
            options.SerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        });
        return builder;
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(HealthView))]
[JsonSerializable(typeof(ProblemDetails))]
[JsonSerializable(typeof(ValueList<ContentProblem>))]
[JsonSerializable(typeof(string))]
internal sealed partial class FunctionsJson : JsonSerializerContext;
