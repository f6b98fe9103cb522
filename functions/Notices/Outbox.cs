using Azure.Data.Tables;
using Insek.Office.Domain;

namespace Insek.Office.Functions.Notices;

/// <summary>The rows by which a change asks for something to be shown. They go into the transaction of that change, so that neither is without the other.</summary>
/// <remarks>
/// Ids and keys follow from the subject alone: asking twice writes the same row. An upsert by merge needs no entity tag, so voters never
/// wait for each other, and it changes the row's tag, so that a sender who read the state before notices on acknowledging.
/// </remarks>
internal static class Outbox
{
    /// <summary>The round's card in its group's conversation is to be posted or made current.</summary>
    public static TableTransactionAction RoundCard(ConceptId concept, ApprovalRound round, DateTimeOffset at) =>
        Ask(concept, round.OpenedAt, $"{round.Id}_card", at, row => (row.Kind, row.Audience, row.Round, row.Group) = (nameof(NoticeKind.RoundCard), nameof(NoticeAudience.Group), round.Id.Value, round.Group.Value));

    /// <summary>The cards of everybody who may vote are to be posted or made current.</summary>
    public static TableTransactionAction BallotCards(ConceptId concept, ApprovalRound round, DateTimeOffset at) =>
        Ask(concept, round.OpenedAt, $"{round.Id}_ballots", at, row => (row.Kind, row.Audience, row.Round) = (nameof(NoticeKind.BallotCard), nameof(NoticeAudience.Electorate), round.Id.Value));

    /// <summary>One voter's card is to be posted or made current.</summary>
    public static TableTransactionAction BallotCard(ConceptId concept, RoundId round, DateTimeOffset openedAt, MemberId member, DateTimeOffset at) =>
        Ask(concept, openedAt, BallotCardId(round, member), at, row => (row.Kind, row.Audience, row.Round, row.Member) = (nameof(NoticeKind.BallotCard), nameof(NoticeAudience.Member), round.Value, member.Value));

    /// <summary>Those who have voted are to learn that an item was edited and its votes are void.</summary>
    public static TableTransactionAction ItemWithdrawn(ConceptId concept, RoundId round, ItemId item, int revision, DateTimeOffset at) =>
        Ask(concept, at, FormattableString.Invariant($"{round}_withdrawn_{item}_{revision}"), at, row => (row.Kind, row.Audience, row.Round, row.Item) = (nameof(NoticeKind.ItemWithdrawn), nameof(NoticeAudience.Voters), round.Value, item.Value));

    /// <summary>Administrators are to learn that a round waits, and why: once for each time it does.</summary>
    public static TableTransactionAction RoundPaused(ConceptId concept, ApprovalRound round, DateTimeOffset at)
    {
        var since = round.PausedAt ?? throw new InvalidOperationException("Only a round that waits is told about.");
        return Ask(concept, since, FormattableString.Invariant($"{round.Id}_paused_{since.UtcTicks}"), at, row => (row.Kind, row.Audience, row.Round) = (nameof(NoticeKind.RoundPaused), nameof(NoticeAudience.Administrators), round.Id.Value));
    }

    /// <summary>The id of one voter's card.</summary>
    public static string BallotCardId(RoundId round, MemberId member) => $"{round}_ballot_{member}";

    private static TableTransactionAction Ask(ConceptId concept, DateTimeOffset since, string id, DateTimeOffset at, Action<NoticeRow> describe)
    {
        var row = new NoticeRow { PartitionKey = concept.Value, RowKey = NoticeRow.Key(since, id), AskedAt = at };
        describe(row);
        return new TableTransactionAction(TableTransactionActionType.UpsertMerge, row);
    }
}
