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
[JsonSerializable(typeof(ListMapping))]
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
[JsonSerializable(typeof(MeView))]
[JsonSerializable(typeof(DeputiesView))]
[JsonSerializable(typeof(NameDeputy))]
[JsonSerializable(typeof(InstallationView))]
[JsonSerializable(typeof(IReadOnlyList<UnreachableView>))]
[JsonSerializable(typeof(IReadOnlyList<GroupView>))]
[JsonSerializable(typeof(IReadOnlyList<OwedView>))]
[JsonSerializable(typeof(CandidatesView))]
[JsonSerializable(typeof(OpenRound))]
[JsonSerializable(typeof(CastBallot))]
[JsonSerializable(typeof(BallotDraft))]
[JsonSerializable(typeof(CloseRound))]
[JsonSerializable(typeof(CancelRound))]
[JsonSerializable(typeof(ExtendRound))]
[JsonSerializable(typeof(ChangeElectorate))]
[JsonSerializable(typeof(Page<RoundSummary>))]
[JsonSerializable(typeof(RoundView))]
[JsonSerializable(typeof(BallotView))]
[JsonSerializable(typeof(IReadOnlyList<BallotView>))]
[JsonSerializable(typeof(BallotReceipt))]
[JsonSerializable(typeof(ResolutionDocument))]
[JsonSerializable(typeof(ResolutionView))]
[JsonSerializable(typeof(IReadOnlyList<ResolutionView>))]
[JsonSerializable(typeof(IReadOnlyList<TaskView>))]
[JsonSerializable(typeof(TaskView))]
[JsonSerializable(typeof(ConversationDocument))]
[JsonSerializable(typeof(ConversationName))]
[JsonSerializable(typeof(IReadOnlyList<ConversationDocument>))]
[JsonSerializable(typeof(BindingDocument))]
[JsonSerializable(typeof(IReadOnlyList<BindingDocument>))]
[JsonSerializable(typeof(LeaseRequest))]
[JsonSerializable(typeof(LeaseView))]
[JsonSerializable(typeof(NoticeAck))]
[JsonSerializable(typeof(NoticeFailure))]
[JsonSerializable(typeof(IReadOnlyList<FailedNotice>))]
[JsonSerializable(typeof(NoticeName))]
public sealed partial class ContractsJson : JsonSerializerContext;
