using Azure.Data.Tables;
using Insek.Office.Domain;
using Insek.Office.Functions.Storage;

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
        return Ask(concept.Value, since, FormattableString.Invariant($"{round.Id}_paused_{since.UtcTicks}"), at, row => (row.Kind, row.Audience, row.Round) = (nameof(NoticeKind.RoundPaused), nameof(NoticeAudience.Administrators), round.Id.Value));
    }

    /// <summary>What a person is reminded of on one day is to be posted or made current.</summary>
    public static TableTransactionAction Digest(MemberId member, DateOnly day, DateTimeOffset at) =>
        Across(CivilTime.StartOf(day), FormattableString.Invariant($"digest_{member}_{day:yyyyMMdd}"), at, NoticeKind.ReminderDigest, member, FormattableString.Invariant($"{day:yyyy-MM-dd}"));

    /// <summary>An administrator's overview of a week is to be posted.</summary>
    public static TableTransactionAction Overview(MemberId member, string week, DateOnly monday, DateTimeOffset at) =>
        Across(CivilTime.StartOf(monday), $"overview_{member}_{week}", at, NoticeKind.DeadlineOverview, member, week);

    /// <summary>A quarter's question to the owner of measures is to be posted or made current.</summary>
    public static TableTransactionAction Progress(MemberId member, string quarter, DateOnly first, DateTimeOffset at) =>
        Across(CivilTime.StartOf(first), $"progress_{member}_{quarter}", at, NoticeKind.ProgressAsked, member, quarter);

    /// <summary>A chair or administrator is to see, or see anew, that a round needs somebody.</summary>
    public static TableTransactionAction Escalation(ConceptId concept, ApprovalRound round, MemberId member, DateTimeOffset at) =>
        Ask(concept.Value, round.OpenedAt, $"{round.Id}_escalation_{member}", at, row => (row.Kind, row.Audience, row.Round, row.Member) = (nameof(NoticeKind.RoundEscalation), nameof(NoticeAudience.Member), round.Id.Value, member.Value));

    /// <summary>Somebody who has not voted is to be reminded by the chair, once a day.</summary>
    public static TableTransactionAction RoundReminder(ConceptId concept, ApprovalRound round, MemberId member, DateTimeOffset at) =>
        Ask(concept.Value, CivilTime.StartOf(CivilTime.DayOf(at)), FormattableString.Invariant($"{round.Id}_reminder_{member}_{CivilTime.DayOf(at):yyyyMMdd}"), at, row => (row.Kind, row.Audience, row.Round, row.Member) = (nameof(NoticeKind.RoundReminder), nameof(NoticeAudience.Member), round.Id.Value, member.Value));

    /// <summary>The id of one voter's card.</summary>
    public static string BallotCardId(RoundId round, MemberId member) => $"{round}_ballot_{member}";

    private static TableTransactionAction Across(DateTimeOffset since, string id, DateTimeOffset at, NoticeKind kind, MemberId member, string subject) =>
        Ask(Tenant.Partition, since, id, at, row => (row.Kind, row.Audience, row.Member, row.Subject) = (kind.ToString(), nameof(NoticeAudience.Member), member.Value, subject));

    private static TableTransactionAction Ask(ConceptId concept, DateTimeOffset since, string id, DateTimeOffset at, Action<NoticeRow> describe) => Ask(concept.Value, since, id, at, describe);

    private static TableTransactionAction Ask(string partition, DateTimeOffset since, string id, DateTimeOffset at, Action<NoticeRow> describe)
    {
        var row = new NoticeRow { PartitionKey = partition, RowKey = NoticeRow.Key(since, id), AskedAt = at };
        describe(row);
        return new TableTransactionAction(TableTransactionActionType.UpsertMerge, row);
    }
}
