using System.Text.Json.Serialization;

namespace Insek.Office.Contracts;

/// <summary>How the contracts are written as JSON: camel case, absent instead of null.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    ReadCommentHandling = System.Text.Json.JsonCommentHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = false)]
[JsonSerializable(typeof(ConceptDocument))]
[JsonSerializable(typeof(ImportReport))]
[JsonSerializable(typeof(TableDocument))]
public sealed partial class ContractsJson : JsonSerializerContext;
