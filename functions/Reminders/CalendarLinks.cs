using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;
using Insek.Office.Domain;
using Insek.Office.Functions.Storage;

namespace Insek.Office.Functions.Reminders;

/// <summary>A secret address of a person's calendar feeds: row <c>calendar_{digest of the key}</c> in <c>~tenant</c>. The key itself is never stored.</summary>
internal sealed class CalendarKeyRow : ITableEntity
{
    public string PartitionKey { get; set; } = Tenant.Partition;

    public string RowKey { get; set; } = "";

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    public string Member { get; set; } = "";

    public static string KeyOf(string digest) => $"calendar_{digest}";
}

/// <summary>Which key somebody has: row <c>calendar-of_{member}</c> in <c>~tenant</c>.</summary>
internal sealed class CalendarOwnerRow : ITableEntity
{
    public string PartitionKey { get; set; } = Tenant.Partition;

    public string RowKey { get; set; } = "";

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    public string Digest { get; set; } = "";

    public DateTimeOffset CreatedAt { get; set; }

    public static string KeyOf(MemberId member) => $"calendar-of_{member}";
}

/// <summary>Secret addresses of calendar feeds: one for each person, renewed and revoked by that person.</summary>
internal sealed class CalendarLinks(ConceptTable table, TimeProvider clock)
{
    private const int KeyBytes = 32;
    private const int KeyLength = 43;
    private const int MaxAttempts = 4;

    /// <summary>When the person's address was made; null where there is none.</summary>
    public async Task<DateTimeOffset?> FindAsync(MemberId member, CancellationToken cancellationToken) => (await FindRowAsync(member, cancellationToken))?.CreatedAt;

    /// <summary>Whose key it is; null where it is nobody's. A point read by the key's digest: how long it takes tells nothing about other keys.</summary>
    public async Task<MemberId?> OwnerOfAsync(string? key, CancellationToken cancellationToken)
    {
        if (key is not { Length: KeyLength } || !key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
        {
            return null;
        }

        var client = await table.OpenAsync(cancellationToken);
        var row = await client.GetEntityIfExistsAsync<CalendarKeyRow>(Tenant.Partition, CalendarKeyRow.KeyOf(DigestOf(key)), cancellationToken: cancellationToken);
        return row.HasValue ? new MemberId(row.Value!.Member) : null;
    }

    /// <summary>Makes a new address; an earlier one works no more.</summary>
    /// <returns>The key: 256 random bits, 43 characters.</returns>
    public async Task<string> RenewAsync(MemberId member, CancellationToken cancellationToken)
    {
        var key = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(KeyBytes));
        var digest = DigestOf(key);
        await ReplaceAsync(
            member,
            before =>
            [
                .. Forget(before),
                new(TableTransactionActionType.Add, new CalendarKeyRow { RowKey = CalendarKeyRow.KeyOf(digest), Member = member.Value }),
                before is null
                    ? new(TableTransactionActionType.Add, new CalendarOwnerRow { RowKey = CalendarOwnerRow.KeyOf(member), Digest = digest, CreatedAt = clock.GetUtcNow() })
                    : new(TableTransactionActionType.UpdateReplace, new CalendarOwnerRow { RowKey = before.RowKey, Digest = digest, CreatedAt = clock.GetUtcNow() }, before.ETag),
            ],
            cancellationToken);
        return key;
    }

    /// <summary>Revokes the address; that there is none is no error.</summary>
    public Task RevokeAsync(MemberId member, CancellationToken cancellationToken) => ReplaceAsync(
        member,
        before => before is null ? [] : [.. Forget(before), new(TableTransactionActionType.Delete, before, before.ETag)],
        cancellationToken);

    private static IEnumerable<TableTransactionAction> Forget(CalendarOwnerRow? before) =>
        before is null ? [] : [new(TableTransactionActionType.Delete, new CalendarKeyRow { RowKey = CalendarKeyRow.KeyOf(before.Digest) }, ETag.All)];

    private async Task ReplaceAsync(MemberId member, Func<CalendarOwnerRow?, IReadOnlyList<TableTransactionAction>> decide, CancellationToken cancellationToken)
    {
        var client = await table.OpenAsync(cancellationToken);
        for (var attempt = 0; ; attempt++)
        {
            var actions = decide(await FindRowAsync(member, cancellationToken));
            if (actions.Count == 0)
            {
                return;
            }

            try
            {
                await client.SubmitTransactionAsync(actions, cancellationToken);
                return;
            }
            catch (TableTransactionFailedException quicker) when (quicker.Status is 404 or 409 or 412 && attempt < MaxAttempts)
            {
                // The same person in two places at once: the later one counts.
            }
        }
    }

    private async Task<CalendarOwnerRow?> FindRowAsync(MemberId member, CancellationToken cancellationToken)
    {
        var client = await table.OpenAsync(cancellationToken);
        var row = await client.GetEntityIfExistsAsync<CalendarOwnerRow>(Tenant.Partition, CalendarOwnerRow.KeyOf(member), cancellationToken: cancellationToken);
        return row.HasValue ? row.Value : null;
    }

    private static string DigestOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(key)));
}
