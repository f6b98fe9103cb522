using Azure.Data.Tables;
using Insek.Office.Domain;
using Insek.Office.Functions.Storage;

namespace Insek.Office.Functions.Members;

/// <summary>Keeps who stands in for whom. Every change is logged in its own transaction.</summary>
internal sealed class DeputyStore(ConceptTable table, TimeProvider clock)
{
    private const int MaxAttempts = 6;

    private int _changes;

    /// <summary>Counts the changes this process has made, so that what was read before one is known to be old.</summary>
    public int Changes => Volatile.Read(ref _changes);

    /// <summary>Everybody who has deputies.</summary>
    public async Task<IReadOnlyList<MemberDeputies>> ListAsync(CancellationToken cancellationToken)
    {
        var all = new List<MemberDeputies>();
        await foreach (var row in table.ByPrefixAsync<DeputyRow>(Tenant.Partition, DeputyRow.Prefix, cancellationToken: cancellationToken))
        {
            all.Add(row.Read());
        }

        return all;
    }

    /// <summary>Decides on the present deputies of a member and writes the decision.</summary>
    /// <param name="member">For whom.</param>
    /// <param name="by">The acting person.</param>
    /// <param name="decide">The deputies afterwards; or why nothing changes.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public async Task<Result<MemberDeputies>> ChangeAsync(MemberId member, MemberId by, Func<MemberDeputies, Result<MemberDeputies>> decide, CancellationToken cancellationToken)
    {
        var (client, operation) = (await table.OpenAsync(cancellationToken), $"deputies-{Guid.NewGuid():N}"[..20]);
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var found = await client.GetEntityIfExistsAsync<DeputyRow>(Tenant.Partition, DeputyRow.Key(member), cancellationToken: cancellationToken);
            var before = found.HasValue ? found.Value!.Read() : new MemberDeputies { Member = member };
            if (!decide(before).TryGet(out var next, out var refusal))
            {
                return refusal;
            }

            if (next.Periods.Equals(before.Periods))
            {
                return next;
            }

            try
            {
                var row = DeputyRow.From(next);
                await client.SubmitTransactionAsync(
                    [
                        found.HasValue ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, row, found.Value!.ETag) : new TableTransactionAction(TableTransactionActionType.Add, row),
                        .. Log(before, next, by, operation),
                    ],
                    cancellationToken);
                Interlocked.Increment(ref _changes);
                return next;
            }
            catch (TableTransactionFailedException quicker) when (quicker.Status is 404 or 409 or 412)
            {
                await Task.Delay(Random.Shared.Next(5, 40 << attempt), cancellationToken);
            }
        }

        throw new Azure.RequestFailedException(503, $"The deputies of {member} changed again and again while they were written.");
    }

    // Periods that have merely ended leave without an entry: their beginning and end stand in the log already.
    private IEnumerable<TableTransactionAction> Log(MemberDeputies before, MemberDeputies next, MemberId by, string operation)
    {
        var (at, number) = (clock.GetUtcNow(), 0);
        var today = CivilTime.DayOf(at);
        foreach (var (kind, period) in before.Periods.Except(next.Periods).Where(period => period.Until >= today).Select(period => ("DeputyWithdrawn", period))
            .Concat(next.Periods.Except(before.Periods).Select(period => ("DeputyNamed", period))))
        {
            yield return new TableTransactionAction(TableTransactionActionType.Add, new LogRow
            {
                PartitionKey = Tenant.Partition,
                RowKey = LogRow.Key(at, FormattableString.Invariant($"{operation}-{number++}")),
                Kind = kind,
                By = by.Value,
                For = period.Member.Value,
                At = at,
                Reason = FormattableString.Invariant($"{period.Deputy} {period.From:yyyy-MM-dd}..{period.Until:yyyy-MM-dd}"),
            });
        }
    }
}
