using Azure.Data.Tables;
using Insek.Office.Domain;
using Insek.Office.Functions.Notices;
using Insek.Office.Functions.People;
using Insek.Office.Functions.Storage;

namespace Insek.Office.Functions.Reminders;

/// <summary>Makes one digest for each person and day of what the person is to be reminded of, and keeps those that were sent current.</summary>
/// <remarks>
/// Digest and notice are added in one transaction that only the first can make. What it holds is taken off the list afterwards, which may
/// be broken off and repeated. What arrives later on the same day waits for the next morning, so nobody is written to twice.
/// </remarks>
internal sealed class Digests(ConceptTable table, NoticeHints notices, PreferenceStore preferences, IDirectory directory, ReminderClock schedule)
{
    private const int RowsPerChunk = 100;

    /// <summary>Makes what can be made now. Costs by what waits.</summary>
    public async Task MakeAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!schedule.Schedule.IsCivil(now))
        {
            return;
        }

        var today = CivilTime.DayOf(now);
        var waiting = new List<RemindRow>();
        await foreach (var row in table.ByPrefixAsync<RemindRow>(Tenant.Partition, RemindRow.Prefix, cancellationToken: cancellationToken))
        {
            waiting.Add(row);
        }

        // Of another day only where the clock was moved back; its day will come.
        foreach (var person in waiting.Where(row => row.ReadDay() <= today).GroupBy(row => row.ReadMember()))
        {
            await MakeAsync(person.Key, [.. person], today, now, cancellationToken);
        }
    }

    /// <summary>What a digest names; null where there is none.</summary>
    public async Task<IReadOnlyList<DigestItem>?> FindAsync(MemberId member, DateOnly day, CancellationToken cancellationToken)
    {
        var client = await table.OpenAsync(cancellationToken);
        var row = await client.GetEntityIfExistsAsync<DigestRow>(Tenant.Partition, DigestRow.Key(member, day), cancellationToken: cancellationToken);
        return row.HasValue ? row.Value!.ReadItems() : null;
    }

    /// <summary>Puts down whom to remind of a deadline. Repeating it changes nothing.</summary>
    public async Task RemindAsync(IEnumerable<MemberId> members, ConceptId concept, DeadlineId deadline, bool isMandatory, DateOnly day, CancellationToken cancellationToken) =>
        await UpsertAsync(members.Distinct().Select(member => RemindRow.For(day, member, concept, deadline, isMandatory)), cancellationToken);

    /// <summary>Has the digests that show a deadline made current.</summary>
    public async Task RefreshAsync(ConceptId concept, DeadlineId deadline, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var shown = new List<ShownRow>();
        await foreach (var row in table.ByPrefixAsync<ShownRow>(Tenant.Partition, ShownRow.KeyPrefix(concept, deadline), cancellationToken: cancellationToken))
        {
            shown.Add(row);
        }

        if (shown.Count == 0)
        {
            return;
        }

        await notices.RaiseAsync(Tenant.Partition, cancellationToken);
        var client = await table.OpenAsync(cancellationToken);
        foreach (var chunk in shown.Chunk(RowsPerChunk))
        {
            await client.SubmitTransactionAsync(chunk.Select(row => Outbox.Digest(row.ReadMember(), row.ReadDay(), now)), cancellationToken);
        }
    }

    private async Task MakeAsync(MemberId member, IReadOnlyList<RemindRow> rows, DateOnly today, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var wanted = await preferences.FindAsync(member, cancellationToken);
        if (wanted.IsQuiet(now))
        {
            return;
        }

        var known = await directory.ReadAsync(cancellationToken);
        var unwanted = rows.Where(row => known.Find(member) is null || !(wanted.Reminders || row.Mandatory)).ToArray();
        await RemoveAsync(unwanted, cancellationToken);
        var rest = rows.Except(unwanted).ToArray();
        if (rest.Length == 0)
        {
            return;
        }

        var items = await FindAsync(member, today, cancellationToken) ?? await AddAsync(member, today, rest, now, cancellationToken);
        var held = rest.Where(row => items.Contains(row.ReadItem())).ToArray();
        await UpsertAsync(held.Select(row => row.ReadItem()).Distinct().Select(item => ShownRow.For(item, member, today)), cancellationToken);
        await RemoveAsync(held, cancellationToken);
    }

    private async Task<IReadOnlyList<DigestItem>> AddAsync(MemberId member, DateOnly today, IEnumerable<RemindRow> rows, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var room = DigestRow.Capacity;
        var items = rows.OrderBy(row => row.RowKey, StringComparer.Ordinal).Select(row => row.ReadItem()).Distinct().TakeWhile(item => (room -= DigestRow.LengthOf(item)) >= 0).ToArray();
        await notices.RaiseAsync(Tenant.Partition, cancellationToken);
        var client = await table.OpenAsync(cancellationToken);
        try
        {
            await client.SubmitTransactionAsync(
                [new TableTransactionAction(TableTransactionActionType.Add, DigestRow.From(member, today, items)), Outbox.Digest(member, today, now)], cancellationToken);
            return items;
        }
        catch (TableTransactionFailedException quicker) when (quicker.Status is 409)
        {
            // Another instance, or this one before its answer got lost.
            return await FindAsync(member, today, cancellationToken) ?? [];
        }
    }

    private async Task UpsertAsync(IEnumerable<ITableEntity> rows, CancellationToken cancellationToken)
    {
        var client = await table.OpenAsync(cancellationToken);
        foreach (var chunk in rows.Chunk(RowsPerChunk))
        {
            await client.SubmitTransactionAsync(chunk.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)), cancellationToken);
        }
    }

    private async Task RemoveAsync(IReadOnlyList<RemindRow> rows, CancellationToken cancellationToken)
    {
        var client = await table.OpenAsync(cancellationToken);
        foreach (var row in rows)
        {
            await client.DeleteEntityAsync(row.PartitionKey, row.RowKey, cancellationToken: cancellationToken);
        }
    }
}
