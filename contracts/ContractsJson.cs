using System.Text.Json.Serialization;

namespace Insek.Office.Contracts;

/// <summary>How the contracts are written as JSON: camel case, absent instead of null.</summary>
/// <remarks>
/// Generated code sets every init-only property, absent ones to null, and so undoes initialisers. Lists in the contracts
/// therefore turn null into empty themselves; an explicit null is refused by <c>RespectNullableAnnotations</c>.
/// </remarks>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    ReadCommentHandling = System.Text.Json.JsonCommentHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = false)]
[JsonSerializable(typeof(ConceptDocument))]
[JsonSerializable(typeof(ImportReport))]
[JsonSerializable(typeof(TableDocument))]
[JsonSerializable(typeof(ConceptView))]
[JsonSerializable(typeof(IReadOnlyList<ConceptSummary>))]
[JsonSerializable(typeof(IReadOnlyList<SectorDocument>))]
[JsonSerializable(typeof(IReadOnlyList<AreaDocument>))]
[JsonSerializable(typeof(Page<GoalView>))]
[JsonSerializable(typeof(Page<MeasureView>))]
[JsonSerializable(typeof(GoalDocument))]
[JsonSerializable(typeof(MeasureDocument))]
[JsonSerializable(typeof(MeasureWrite))]
[JsonSerializable(typeof(IReadOnlyList<RevisionView>))]
[JsonSerializable(typeof(DiffView))]
[JsonSerializable(typeof(IReadOnlyList<TableDefinitionView>))]
public sealed partial class ContractsJson : JsonSerializerContext;
