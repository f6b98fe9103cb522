using Azure;
using Azure.Data.Tables;
using Insek.Office.Domain;
using Insek.Office.Functions.Conversations;
using Insek.Office.Functions.People;
using Insek.Office.Functions.Storage;

namespace Insek.Office.Functions.Notices;

/// <summary>Makes one notice for each recipient of a notice for many.</summary>
/// <remarks>
/// The keys follow from subject and recipient, so it does not matter how often it is done or where it was broken off: the notice for
/// many goes last, and only as it was read. Asked for again meanwhile, it stays and is expanded again.
/// </remarks>
internal sealed class NoticeExpansion(ConceptTable table, NoticeRecipients recipients, BindingStore bindings, IDirectory directory, Deliveries deliveries)
{
    /// <summary>What one transaction holds.</summary>
    private const int RowsPerChunk = 100;

    /// <summary>Expands one notice. A group without a conversation has nobody to tell: that is listed as a failure.</summary>
    public async Task ExpandAsync(PendingNoticeRow notice, CancellationToken cancellationToken)
    {
        var children = await ChildrenAsync(notice, cancellationToken);
        if (children.Count == 0 && notice.Audience == nameof(NoticeAudience.Group))
        {
            await deliveries.GiveUpAsync(notice, FailureReasons.NoBinding, cancellationToken);
            return;
        }

        var client = await table.OpenAsync(cancellationToken);
        foreach (var chunk in children.Chunk(RowsPerChunk))
        {
            await client.SubmitTransactionAsync(chunk.Select(child => new TableTransactionAction(TableTransactionActionType.UpsertMerge, child)), cancellationToken);
        }

        if (notice.Audience == nameof(NoticeAudience.Group))
        {
            await deliveries.ForgiveAsync(notice, cancellationToken);
        }

        try
        {
            await client.DeleteEntityAsync(notice.PartitionKey, notice.RowKey, notice.ETag, cancellationToken);
        }
        catch (RequestFailedException askedAgain) when (askedAgain.Status is 412)
        {
            // The next lease expands it again.
        }
    }

    private async Task<IReadOnlyList<NoticeRow>> ChildrenAsync(PendingNoticeRow notice, CancellationToken cancellationToken)
    {
        if (notice.Audience == nameof(NoticeAudience.Group))
        {
            var bound = await bindings.ListAsync(cancellationToken);
            return
            [
                .. bound.Where(binding => binding.Concept.Value == notice.PartitionKey && binding.Group.Value == notice.Group)
                    .Select(binding => ConversationKey.Of(binding.Conversation))
                    .Distinct()
                    .Select(key => Child(notice, $"{notice.ReadId()}_{key}", row => (row.Audience, row.Group, row.Conversation) = (nameof(NoticeAudience.Conversation), notice.Group, key))),
            ];
        }

        if (notice.Audience == nameof(NoticeAudience.Administrators))
        {
            var administrators = (await directory.ReadAsync(cancellationToken)).Administrators;
            return [.. administrators.Select(member => Child(notice, $"{notice.ReadId()}_{member}", row => (row.Audience, row.Member) = (nameof(NoticeAudience.Member), member.Value)))];
        }

        var round = notice.Round ?? throw new InvalidDataException($"Notice {notice.RowKey} is for a round's voters and names no round.");
        var members = notice.Audience == nameof(NoticeAudience.Voters)
            ? await recipients.VotersAsync(notice.PartitionKey, round, cancellationToken)
            : await recipients.ElectorateAsync(notice.PartitionKey, round, cancellationToken);

        // A card asked for everybody and the same card asked for one voter are one notice.
        return
        [
            .. members.Select(member => Child(
                notice,
                notice.Kind == nameof(NoticeKind.BallotCard) ? Outbox.BallotCardId(new RoundId(round), new MemberId(member)) : $"{notice.ReadId()}_{member}",
                row => (row.Audience, row.Member) = (nameof(NoticeAudience.Member), member))),
        ];
    }

    private static NoticeRow Child(PendingNoticeRow notice, string id, Action<NoticeRow> address)
    {
        var row = new NoticeRow
        {
            PartitionKey = notice.PartitionKey,
            RowKey = NoticeRow.Key(notice.ReadSince(), id),
            Kind = notice.Kind,
            Round = notice.Round,
            Item = notice.Item,
            AskedAt = notice.AskedAt,
        };
        address(row);
        return row;
    }
}
