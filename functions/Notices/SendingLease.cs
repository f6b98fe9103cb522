using Azure;
using Azure.Data.Tables;
using Insek.Office.Domain;
using Insek.Office.Functions.Storage;
using Microsoft.Extensions.Options;

namespace Insek.Office.Functions.Notices;

/// <summary>Who sends for the tenant: row <c>lease_sender</c> in <c>~tenant</c>.</summary>
internal sealed class SendingLeaseRow : ITableEntity
{
    public const string Key = "lease_sender";

    public string PartitionKey { get; set; } = Tenant.Partition;

    public string RowKey { get; set; } = Key;

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    public string Holder { get; set; } = "";

    public long Token { get; set; }

    public DateTimeOffset Until { get; set; }
}

/// <summary>One sender per tenant at a time. Taken and renewed by entity tag; the token grows with every change of holder.</summary>
internal sealed class SendingLease(ConceptTable table, IOptions<NoticeOptions> options, TimeProvider clock)
{
    private const int MaxAttempts = 4;

    /// <summary>Takes or renews the lease.</summary>
    /// <returns>The lease; or <see cref="LeaseHeld"/> where another sender has it.</returns>
    public async Task<Result<SenderLease>> TakeAsync(string sender, CancellationToken cancellationToken)
    {
        var client = await table.OpenAsync(cancellationToken);
        for (var attempt = 0; ; attempt++)
        {
            var found = await client.GetEntityIfExistsAsync<SendingLeaseRow>(Tenant.Partition, SendingLeaseRow.Key, cancellationToken: cancellationToken);
            var held = found.HasValue ? found.Value : null;
            var now = clock.GetUtcNow();
            if (held is not null && held.Holder != sender && held.Until > now)
            {
                return new LeaseHeld(held.Holder, held.Until);
            }

            var token = held is null ? 1 : held.Holder == sender ? held.Token : held.Token + 1;
            var row = new SendingLeaseRow { Holder = sender, Token = token, Until = now + options.Value.LeaseFor };
            try
            {
                _ = held is null
                    ? await client.AddEntityAsync(row, cancellationToken)
                    : await client.UpdateEntityAsync(row, held.ETag, TableUpdateMode.Replace, cancellationToken);
                return new SenderLease(token, row.Until);
            }
            catch (RequestFailedException quicker) when (quicker.Status is 404 or 409 or 412 && attempt < MaxAttempts)
            {
                // Somebody else took or renewed it in the same moment: look who.
            }
        }
    }
}

/// <summary>The lease of one sender.</summary>
/// <param name="Token">Grows with every new holder.</param>
/// <param name="Until">Until when it holds, in UTC.</param>
internal sealed record SenderLease(long Token, DateTimeOffset Until);

/// <summary>Another sender has the lease.</summary>
internal sealed record LeaseHeld(string Holder, DateTimeOffset Until) : Refusal(RefusalKind.Conflict, "lease-held", $"{Holder} sends until {Until:O}.");
