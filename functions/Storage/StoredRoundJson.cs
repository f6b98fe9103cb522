using System.Text.Json.Serialization;
using Insek.Office.Domain;

namespace Insek.Office.Functions.Storage;

/// <summary>How rounds and ballots are written into rows. A stored snapshot in the tests holds this form still.</summary>
/// <remarks>Beside <see cref="StoredJson"/>, because what is computed is left out here and defaults are written: a round's first state is one too.</remarks>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true,
    Converters =
    [
        typeof(StoredIds.OfItem), typeof(StoredIds.OfMember), typeof(StoredIds.OfGroup), typeof(StoredIds.OfRound),
        typeof(StoredList<BallotItem>), typeof(StoredList<MemberId>), typeof(StoredList<ItemOutcome>), typeof(StoredList<Statement>), typeof(StoredList<Vote>),
    ])]
[JsonSerializable(typeof(ApprovalRound))]
[JsonSerializable(typeof(ValueList<Vote>))]
[JsonSerializable(typeof(BallotItem))]
[JsonSerializable(typeof(MemberId))]
[JsonSerializable(typeof(ItemOutcome))]
[JsonSerializable(typeof(Statement))]
[JsonSerializable(typeof(Vote))]
internal sealed partial class StoredRoundJson : JsonSerializerContext;
