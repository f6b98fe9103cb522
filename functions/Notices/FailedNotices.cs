using Azure.Data.Tables;
using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Conversations;
using Insek.Office.Functions.People;
using Insek.Office.Functions.Storage;

namespace Insek.Office.Functions.Notices;

/// <summary>What could not be delivered: listed for administrators, and sent again when they ask for it.</summary>
internal sealed class FailedNotices(ConceptTable table, NoticeHints hints, IDirectory directory, TimeProvider clock)
{
    /// <summary>Every failure of every concept, newest first. Costs by what has failed.</summary>
    public async Task<IReadOnlyList<FailedNotice>> ListAsync(CancellationToken cancellationToken)
    {
        var people = await directory.ReadAsync(cancellationToken);
        var failed = new List<FailedNotice>();
        foreach (var hint in await hints.ListAsync(HintRow.FailedPrefix, cancellationToken))
        {
            var rows = await ListAsync(hint.ReadPartition(), cancellationToken);
            if (rows.Count == 0)
            {
                await hints.ForgetAsync(hint, cancellationToken);
            }

            failed.AddRange(rows.Select(row => View(row, people)));
        }

        return [.. failed.OrderByDescending(notice => notice.FailedAt)];
    }

    /// <summary>Sends one notice again.</summary>
    /// <returns>Null, also where it is not listed as failed any more; or why it cannot be sent.</returns>
    public async Task<Refusal?> ResendAsync(string concept, string id, CancellationToken cancellationToken)
    {
        var client = await table.OpenAsync(cancellationToken);
        var row = await client.GetEntityIfExistsAsync<DeliveryRow>(concept, DeliveryRow.FailedKey(id), cancellationToken: cancellationToken);
        if (row.HasValue)
        {
            await hints.RaiseAsync(concept, cancellationToken);
            await AskAgainAsync(client, row.Value!, cancellationToken);
            return null;
        }

        var delivery = await client.GetEntityIfExistsAsync<DeliveryRow>(concept, DeliveryRow.Key(id), cancellationToken: cancellationToken);
        return delivery.HasValue ? null : new UnknownNotice(concept, id);
    }

    /// <summary>Sends again what could not be delivered to a conversation, or to the member it belongs to. Costs one query where nothing has failed.</summary>
    public async Task ResendAsync(ConversationDocument conversation, CancellationToken cancellationToken)
    {
        var key = ConversationKey.Of(conversation.Id);
        foreach (var hint in await hints.ListAsync(HintRow.FailedPrefix, cancellationToken))
        {
            await ResendAsync(hint.ReadPartition(), notice => notice.Member is { } member ? member == conversation.Member : notice.ConversationKey == key, cancellationToken);
        }
    }

    /// <summary>Sends again whatever of a concept is wanted.</summary>
    public async Task ResendAsync(string concept, Func<DeliveryRow, bool> isWanted, CancellationToken cancellationToken)
    {
        var wanted = (await ListAsync(concept, cancellationToken)).Where(isWanted).ToList();
        if (wanted.Count == 0)
        {
            return;
        }

        await hints.RaiseAsync(concept, cancellationToken);
        var client = await table.OpenAsync(cancellationToken);
        foreach (var row in wanted)
        {
            await AskAgainAsync(client, row, cancellationToken);
        }
    }

    private async Task<IReadOnlyList<DeliveryRow>> ListAsync(string concept, CancellationToken cancellationToken)
    {
        var rows = new List<DeliveryRow>();
        await foreach (var row in table.ByPrefixAsync<DeliveryRow>(concept, DeliveryRow.FailedPrefix, cancellationToken: cancellationToken))
        {
            rows.Add(row);
        }

        return rows;
    }

    private async Task AskAgainAsync(TableClient client, DeliveryRow failed, CancellationToken cancellationToken)
    {
        var delivery = failed.As(DeliveryRow.Key(failed.RowKey[DeliveryRow.FailedPrefix.Length..]));
        (delivery.FailedAt, delivery.Reason) = (null, null);
        try
        {
            // The list's row stands for the delivery, too: both are always written together.
            await client.SubmitTransactionAsync(
                [
                    new TableTransactionAction(TableTransactionActionType.Delete, failed, failed.ETag),
                    new TableTransactionAction(TableTransactionActionType.UpsertReplace, delivery),
                    new TableTransactionAction(TableTransactionActionType.UpsertMerge, failed.ToNotice(clock.GetUtcNow())),
                ],
                cancellationToken);
        }
        catch (TableTransactionFailedException settled) when (settled.Status is 404 or 412)
        {
            // Delivered, failed anew or sent again in the same moment; whichever it was, it is recorded.
        }
    }

    private static FailedNotice View(DeliveryRow row, TenantDirectory people) => new()
    {
        Id = row.RowKey[DeliveryRow.FailedPrefix.Length..],
        Concept = row.PartitionKey,
        Kind = Enum.TryParse<NoticeKind>(row.Kind, out var kind) ? ParameterValue.Of(kind) : row.Kind,
        Round = row.Round,
        Member = row.Member is { } member ? new MemberView(member, people.NameOf(new MemberId(member))) : null,
        Group = row.Group,
        Reason = row.Reason ?? "",
        Attempts = row.Attempts,
        FailedAt = row.FailedAt ?? default,
    };
}
