using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.People;
using Insek.Office.Functions.Storage;

namespace Insek.Office.Functions.Notices;

/// <summary>Gives notices to the tenant's sender, each by a conditional merge: whoever else reaches for it loses.</summary>
/// <remarks>Where nothing is pending, this costs one query for hints, and one more for each concept that had something a minute ago.</remarks>
internal sealed class NoticePicker(
    ConceptTable table, NoticeHints hints, NoticeExpansion expansion, NoticeAddresses addresses, Deliveries deliveries, IDirectory directory, TimeProvider clock)
{
    private const int AtOnce = 8;

    /// <summary>Leases what is due: of the concept whose hint is oldest first, within it oldest first.</summary>
    public async Task<IReadOnlyList<NoticeView>> PickAsync(SenderLease lease, int max, CancellationToken cancellationToken)
    {
        var picked = new List<NoticeView>();
        var people = await directory.ReadAsync(cancellationToken);
        foreach (var hint in await hints.ListAsync(HintRow.NoticePrefix, cancellationToken))
        {
            if (picked.Count == max)
            {
                break;
            }

            var pending = await ReadAsync(hint.ReadPartition(), cancellationToken);
            if (pending.Count == 0)
            {
                await hints.ForgetAsync(hint, cancellationToken);
                continue;
            }

            await TakeAsync(pending, lease, max, picked, people, cancellationToken);
        }

        return picked;
    }

    private async Task TakeAsync(IReadOnlyList<PendingNoticeRow> pending, SenderLease lease, int max, List<NoticeView> picked, TenantDirectory people, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var due = new Queue<PendingNoticeRow>(pending.Where(notice => notice.IsDue(now)));
        while (due.Count > 0 && picked.Count < max && clock.GetUtcNow() < lease.Until)
        {
            var batch = new List<PendingNoticeRow>();
            while (batch.Count < Math.Min(AtOnce, max - picked.Count) && due.TryDequeue(out var notice))
            {
                batch.Add(notice);
            }

            var views = await Task.WhenAll(batch.Select(notice => TryLeaseAsync(notice, lease, people, cancellationToken)));
            picked.AddRange(views.OfType<NoticeView>());
        }
    }

    // Recipients first: what is for many is nobody's until it is expanded.
    private async Task<IReadOnlyList<PendingNoticeRow>> ReadAsync(string concept, CancellationToken cancellationToken)
    {
        var pending = await ReadKnownAsync(concept, cancellationToken);
        if (!pending.Any(notice => notice.IsForMany()))
        {
            return pending;
        }

        foreach (var notice in pending.Where(notice => notice.IsForMany()))
        {
            await expansion.ExpandAsync(notice, cancellationToken);
        }

        return await ReadKnownAsync(concept, cancellationToken);
    }

    private static bool IsKnown(PendingNoticeRow notice) => Enum.TryParse<NoticeKind>(notice.Kind, out var kind) && Enum.IsDefined(kind);

    private async Task<IReadOnlyList<PendingNoticeRow>> ReadKnownAsync(string concept, CancellationToken cancellationToken)
    {
        var pending = new List<PendingNoticeRow>();
        await foreach (var notice in table.ByPrefixAsync<PendingNoticeRow>(concept, NoticeRow.Prefix, cancellationToken: cancellationToken))
        {
            if (IsKnown(notice))
            {
                pending.Add(notice);
            }
            else
            {
                // What one cannot read must not keep the others waiting.
                await deliveries.GiveUpAsync(notice, FailureReasons.UnknownKind, cancellationToken);
            }
        }

        return pending;
    }

    // Null where somebody was quicker, or where it can go nowhere and is listed as a failure now.
    private async Task<NoticeView?> TryLeaseAsync(PendingNoticeRow notice, SenderLease lease, TenantDirectory people, CancellationToken cancellationToken)
    {
        var address = await addresses.FindAsync(notice, cancellationToken);
        if (address.Failure is { } failure)
        {
            await deliveries.GiveUpAsync(notice, failure, cancellationToken);
            return null;
        }

        var delivery = await deliveries.FindAsync(notice.PartitionKey, notice.ReadId(), cancellationToken);
        var taken = NoticeLeaseRow.Of(notice);
        taken.LeaseToken = lease.Token;
        taken.Lease = Guid.NewGuid().ToString("N")[..12];
        taken.LeasedUntil = lease.Until;
        taken.Attempts = notice.Attempts + 1;
        taken.MaybeSent = notice.MaybeSent || notice.IsForgotten(clock.GetUtcNow());
        try
        {
            var client = await table.OpenAsync(cancellationToken);
            var written = await client.UpdateEntityAsync(taken, notice.ETag, TableUpdateMode.Merge, cancellationToken);
            var tag = written.Headers.ETag ?? throw new InvalidDataException("Storage answered a merge without an entity tag.");
            return View(notice, taken, new LeaseTag(notice.ReadSince(), taken.Lease, tag), address.Conversation, delivery, people);
        }
        catch (RequestFailedException quicker) when (quicker.Status is 404 or 412)
        {
            return null;
        }
    }

    private static NoticeView View(PendingNoticeRow notice, NoticeLeaseRow taken, LeaseTag tag, ConversationDocument? conversation, DeliveryRow? delivery, TenantDirectory people) => new()
    {
        Id = notice.ReadId(),
        Concept = notice.PartitionKey,
        Kind = ParameterValue.Of(Enum.Parse<NoticeKind>(notice.Kind)),
        Tag = tag.ToString(),
        Round = notice.Round,
        Item = notice.Item,
        Member = notice.Member is { } member ? new MemberView(member, people.NameOf(new MemberId(member))) : null,
        Group = notice.Group,
        Date = notice.Kind == nameof(NoticeKind.ReminderDigest) && DateOnly.TryParseExact(notice.Subject, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
        Week = notice.Kind == nameof(NoticeKind.DeadlineOverview) ? notice.Subject : null,
        Quarter = notice.Kind == nameof(NoticeKind.ProgressAsked) ? notice.Subject : null,
        Conversation = conversation,

        // An activity can be updated only where it is.
        ActivityId = conversation is not null && delivery?.Conversation == conversation.Id ? delivery.ActivityId : null,
        Attempt = taken.Attempts ?? 1,
        MaybeSent = taken.MaybeSent is true,
    };
}
