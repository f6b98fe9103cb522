using Azure;
using Azure.Data.Tables;
using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Storage;
using Microsoft.Extensions.Options;

namespace Insek.Office.Functions.Notices;

/// <summary>Records what became of leased notices. Notice, delivery and the list of failures change in one transaction, each by entity tag.</summary>
internal sealed class Deliveries(ConceptTable table, NoticeHints hints, IOptions<NoticeOptions> options, TimeProvider clock)
{
    private const int MaxAttempts = 6;

    /// <summary>The notice is shown. Asked for again since it was leased, it stays pending and comes back as an update of what is shown.</summary>
    /// <returns>Null; or why it cannot be taken.</returns>
    public Task<Refusal?> AckAsync(NoticeAck ack, LeaseTag tag, CancellationToken cancellationToken) => SettleAsync(ack.Concept, ack.Id, tag, (notice, delivery) =>
    {
        if (notice is null && delivery is null)
        {
            return new UnknownNotice(ack.Concept, ack.Id);
        }

        var isMine = notice is not null && notice.Lease == tag.Lease && notice.LeaseToken == ack.Token;

        // Somebody else has it now, or it is done. Knowing the activity still prevents a second one; a second activity would contradict it.
        if (!isMine && delivery is { FailedAt: null, ActivityId: not null } && ack.ActivityId is not null && ack.ActivityId != delivery.ActivityId)
        {
            return new LeaseLost(ack.Id);
        }

        if (!isMine && delivery is { FailedAt: null, SentAt: not null } && (ack.ActivityId is null || ack.ActivityId == delivery.ActivityId))
        {
            return new Settlement();
        }

        if (!isMine && ack.ActivityId is null)
        {
            return new LeaseLost(ack.Id);
        }

        var settlement = new Settlement();
        if (isMine)
        {
            settlement.Add(notice!.ETag == tag.ETag
                ? new TableTransactionAction(TableTransactionActionType.Delete, notice, notice.ETag)
                : new TableTransactionAction(TableTransactionActionType.UpdateMerge, Release(notice, attempts: 0, maybeSent: false), notice.ETag));
        }

        var shown = notice is null ? delivery!.As(delivery.RowKey) : DeliveryRow.Of(notice, delivery);
        shown.Conversation = ack.Conversation;
        shown.ActivityId = ack.ActivityId ?? delivery?.ActivityId;
        shown.SentAt = clock.GetUtcNow();
        shown.Attempts = notice?.Attempts ?? delivery!.Attempts;
        (shown.FailedAt, shown.Reason) = (null, null);
        settlement.Replace(shown, delivery);
        return settlement;
    }, cancellationToken);

    /// <summary>The notice could not be sent: it is tried again after a pause, or given up and listed.</summary>
    /// <returns>Null; or why it cannot be taken.</returns>
    public Task<Refusal?> FailAsync(NoticeFailure failure, LeaseTag tag, CancellationToken cancellationToken) => SettleAsync(failure.Concept, failure.Id, tag, (notice, delivery) =>
    {
        if (notice is null)
        {
            return delivery switch
            {
                null => new UnknownNotice(failure.Concept, failure.Id),
                { FailedAt: not null } => new Settlement(),
                _ => new LeaseLost(failure.Id),
            };
        }

        if (notice.Lease != tag.Lease || notice.LeaseToken != failure.Token)
        {
            // Answered before: the same again changes nothing.
            return notice.Lease == tag.Lease && notice.LeaseToken == 0 ? new Settlement() : new LeaseLost(failure.Id);
        }

        if (failure.Permanent || notice.Attempts >= options.Value.MaxAttempts)
        {
            return GivenUp(notice, delivery, failure.Reason);
        }

        var asked = failure.RetryAfterSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : (TimeSpan?)null;
        var released = Release(notice, notice.Attempts, notice.MaybeSent);
        released.NotBefore = clock.GetUtcNow() + options.Value.PauseAfter(notice.Attempts, asked, Random.Shared.NextDouble());
        var settlement = new Settlement();
        settlement.Add(new TableTransactionAction(TableTransactionActionType.UpdateMerge, released, notice.ETag));
        return settlement;
    }, cancellationToken);

    /// <summary>Gives a notice up that can go nowhere. One that was asked for again since it was read is left for the next lease.</summary>
    public async Task GiveUpAsync(PendingNoticeRow notice, string reason, CancellationToken cancellationToken)
    {
        await hints.RaiseFailedAsync(notice.PartitionKey, cancellationToken);
        var client = await table.OpenAsync(cancellationToken);
        var delivery = await FindAsync(notice.PartitionKey, notice.ReadId(), cancellationToken);
        _ = await TrySubmitAsync(client, GivenUp(notice, delivery, reason), cancellationToken);
    }

    /// <summary>Takes a notice for many off the list of failures, once there is somebody to tell.</summary>
    public async Task ForgiveAsync(NoticeRow notice, CancellationToken cancellationToken)
    {
        if (await FindAsync(notice.PartitionKey, notice.ReadId(), cancellationToken) is not { FailedAt: not null } delivery)
        {
            return;
        }

        var settlement = new Settlement();
        settlement.Replace(DeliveryRow.Of(notice, delivery), delivery);
        _ = await TrySubmitAsync(await table.OpenAsync(cancellationToken), settlement, cancellationToken);
    }

    /// <summary>What became of a notice so far; null where nothing did.</summary>
    public async Task<DeliveryRow?> FindAsync(string concept, string id, CancellationToken cancellationToken)
    {
        var client = await table.OpenAsync(cancellationToken);
        var row = await client.GetEntityIfExistsAsync<DeliveryRow>(concept, DeliveryRow.Key(id), cancellationToken: cancellationToken);
        return row.HasValue ? row.Value : null;
    }

    private async Task<Refusal?> SettleAsync(string concept, string id, LeaseTag tag, Func<PendingNoticeRow?, DeliveryRow?, Result<Settlement>> decide, CancellationToken cancellationToken)
    {
        var client = await table.OpenAsync(cancellationToken);
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var found = await client.GetEntityIfExistsAsync<PendingNoticeRow>(concept, NoticeRow.Key(tag.Since, id), cancellationToken: cancellationToken);
            var delivery = await FindAsync(concept, id, cancellationToken);
            if (!decide(found.HasValue ? found.Value : null, delivery).TryGet(out var settlement, out var refusal))
            {
                return refusal;
            }

            if (settlement.ListsFailure)
            {
                await hints.RaiseFailedAsync(concept, cancellationToken);
            }

            if (settlement.Actions.Count == 0 || await TrySubmitAsync(client, settlement, cancellationToken))
            {
                return null;
            }

            await Task.Delay(Random.Shared.Next(5, 40 << attempt), cancellationToken);
        }

        throw new ConceptUnsettledException(concept);
    }

    private Settlement GivenUp(PendingNoticeRow notice, DeliveryRow? delivery, string reason)
    {
        var failed = DeliveryRow.Of(notice, delivery);
        (failed.FailedAt, failed.Reason, failed.Attempts) = (clock.GetUtcNow(), reason, notice.Attempts);
        var settlement = new Settlement();
        settlement.Add(new TableTransactionAction(TableTransactionActionType.Delete, notice, notice.ETag));
        settlement.Replace(failed, delivery);
        return settlement;
    }

    private static NoticeLeaseRow Release(NoticeRow notice, int attempts, bool maybeSent)
    {
        var row = NoticeLeaseRow.Of(notice);
        (row.LeaseToken, row.Attempts, row.MaybeSent) = (0, attempts, maybeSent);
        return row;
    }

    private static async Task<bool> TrySubmitAsync(TableClient client, Settlement settlement, CancellationToken cancellationToken)
    {
        try
        {
            await client.SubmitTransactionAsync(settlement.Actions, cancellationToken);
            return true;
        }
        catch (TableTransactionFailedException failure) when (failure.Status is 404 or 409 or 412)
        {
            return false;
        }
    }
}

/// <summary>What is written when a notice comes back; nothing where the answer was known already.</summary>
internal sealed class Settlement
{
    private readonly List<TableTransactionAction> _actions = [];

    public IReadOnlyList<TableTransactionAction> Actions => _actions;

    /// <summary>Whether it adds to the list of failures.</summary>
    public bool ListsFailure { get; private set; }

    public void Add(TableTransactionAction action) => _actions.Add(action);

    /// <summary>Replaces a delivery and keeps the list of failures in step with it.</summary>
    public void Replace(DeliveryRow delivery, DeliveryRow? before)
    {
        _actions.Add(before is null
            ? new TableTransactionAction(TableTransactionActionType.Add, delivery)
            : new TableTransactionAction(TableTransactionActionType.UpdateReplace, delivery, before.ETag));
        var listed = delivery.As(DeliveryRow.FailedKey(delivery.RowKey[DeliveryRow.Key("").Length..]));
        if (delivery.FailedAt is not null)
        {
            ListsFailure = true;
            _actions.Add(new TableTransactionAction(TableTransactionActionType.UpsertReplace, listed));
        }
        else if (before?.FailedAt is not null)
        {
            _actions.Add(new TableTransactionAction(TableTransactionActionType.Delete, listed, ETag.All));
        }
    }
}

/// <summary>A notice the concept does not have and never sent.</summary>
internal sealed record UnknownNotice(string Concept, string Id) : Refusal(RefusalKind.NotFound, "unknown-notice", $"Concept {Concept} has no notice '{Id}'.");

/// <summary>The notice belongs to another sender now.</summary>
internal sealed record LeaseLost(string Id) : Refusal(RefusalKind.Conflict, "lease-lost", $"Notice {Id} was given to another sender, or shown by one.");
