using Insek.Office.Domain;

namespace Insek.Office.Functions.Rounds;

/// <summary>A round the concept does not have.</summary>
internal sealed record UnknownRound(string Id) : Refusal(RefusalKind.NotFound, "unknown-round", $"The concept has no round '{Id}'.");

/// <summary>A group the concept does not have.</summary>
internal sealed record UnknownGroup(string Id) : Refusal(RefusalKind.NotFound, "unknown-group", $"The concept has no group '{Id}'.");

/// <summary>A round for the steering group: it follows a working group's, by itself.</summary>
internal sealed record NotAWorkingGroup(GroupId Group) : Refusal(RefusalKind.Invalid, "not-a-working-group", $"Group {Group} is no working group; the steering group's round follows by itself.");

/// <summary>Nobody could decide on what the working group passes.</summary>
internal sealed record NoSteeringGroup(ConceptId Concept) : Refusal(RefusalKind.Conflict, "no-steering-group", $"Concept {Concept} has no steering group with members, so nothing could be agreed.");

/// <summary>The chair is to decide, but the group has none.</summary>
internal sealed record NoChair(GroupId Group) : Refusal(RefusalKind.Conflict, "no-chair", $"Group {Group} has no chair who could decide.");

/// <summary>Somebody whom the directory does not know, or who belongs to none of the concept's groups and so could not even see the round.</summary>
internal sealed record UnknownVoter(MemberId Member, ConceptId Concept) : Refusal(RefusalKind.Invalid, "unknown-member", $"{Member} belongs to no group of concept {Concept}.");

/// <summary>A header that names no operation.</summary>
internal sealed record InvalidOperation(string Text)
    : Refusal(RefusalKind.Invalid, "invalid-operation", $"'{Text}' names no operation: 1 to {Operation.MaxLength} letters, digits, '-' or '.', beginning with a letter or digit.");

/// <summary>An operation that another person has used already.</summary>
internal sealed record OperationTaken(string Operation) : Refusal(RefusalKind.Conflict, "operation-taken", $"The operation '{Operation}' has opened somebody else's round.");

/// <summary>More text than one ballot holds.</summary>
internal sealed record BallotTooLong(RoundId Round) : Refusal(RefusalKind.Invalid, "ballot-too-long", $"The texts of the ballot in round {Round} are too long together.");

/// <summary>Votes with names before the round has closed.</summary>
internal sealed record BallotsSecret(RoundId Round) : Refusal(RefusalKind.Forbidden, "ballots-secret", $"The ballots of round {Round} are shown when it has closed.");
