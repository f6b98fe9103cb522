using Azure;
using Azure.Data.Tables;
using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Storage;

namespace Insek.Office.Functions.Conversations;

/// <summary>The conversations in which the bot can speak, as its activities have shown them.</summary>
internal sealed class ConversationStore(ConceptTable table, TimeProvider clock)
{
    private const int MaxAttempts = 6;

    /// <summary>Records a conversation, or brings it up to date; whatever had failed counts as repaired.</summary>
    /// <returns>Whether messages arrive there that did not before: it was unknown, or had failed.</returns>
    public async Task<bool> SaveAsync(ConversationDocument conversation, CancellationToken cancellationToken)
    {
        var key = ConversationKey.Of(conversation.Id);
        var client = await table.OpenAsync(cancellationToken);
        var known = await FindRowAsync(client, key, cancellationToken);
        var row = new ConversationRow
        {
            RowKey = ConversationRow.KeyOf(key),
            Id = ConversationKey.WithoutThread(conversation.Id),
            Kind = conversation.Kind,
            Member = conversation.Member,
            TeamsUser = conversation.TeamsUser,
            Team = conversation.Team,
            Name = string.IsNullOrWhiteSpace(conversation.Name) ? null : conversation.Name,
            ServiceUrl = conversation.ServiceUrl,
            TenantId = conversation.Tenant,
            Bot = conversation.Bot,
            Failure = "",
        };
        var actions = new List<TableTransactionAction> { new(TableTransactionActionType.UpsertMerge, row) };
        if (conversation.Member is { } member)
        {
            actions.Add(new(TableTransactionActionType.UpsertReplace, new PersonalRow { RowKey = PersonalRow.KeyOf(new MemberId(member)), Conversation = key }));
        }

        await client.SubmitTransactionAsync(actions, cancellationToken);
        return known is null || !string.IsNullOrEmpty(known.Failure);
    }

    /// <summary>Forgets a conversation that the bot has been removed from. A binding stays: it shows again where the bot comes back.</summary>
    public async Task RemoveAsync(string conversation, CancellationToken cancellationToken)
    {
        var client = await table.OpenAsync(cancellationToken);
        var key = ConversationKey.Of(conversation);
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            if (await FindRowAsync(client, key, cancellationToken) is not { } row)
            {
                return;
            }

            var actions = new List<TableTransactionAction> { new(TableTransactionActionType.Delete, row, row.ETag) };
            if (row.Member is { } member)
            {
                var personal = await client.GetEntityIfExistsAsync<PersonalRow>(Tenant.Partition, PersonalRow.KeyOf(new MemberId(member)), cancellationToken: cancellationToken);
                if (personal.HasValue && personal.Value!.Conversation == key)
                {
                    actions.Add(new(TableTransactionActionType.Delete, personal.Value, personal.Value.ETag));
                }
            }

            try
            {
                await client.SubmitTransactionAsync(actions, cancellationToken);
                return;
            }
            catch (TableTransactionFailedException failure) when (failure.Status is 404 or 409 or 412)
            {
                // Somebody spoke there, or removed it, in the same moment: look again.
                await Task.Delay(Random.Shared.Next(5, 40 << attempt), cancellationToken);
            }
        }

        throw new RequestFailedException(503, $"Conversation {key} changed again and again while it was removed.");
    }

    /// <summary>Notes that a conversation does not take messages any more. An activity from there meanwhile says otherwise and prevails.</summary>
    /// <returns>Whether the conversation is known.</returns>
    public async Task<bool> FailAsync(string conversation, string reason, CancellationToken cancellationToken)
    {
        var client = await table.OpenAsync(cancellationToken);
        if (await FindRowAsync(client, ConversationKey.Of(conversation), cancellationToken) is not { } row)
        {
            return false;
        }

        try
        {
            var failed = new ConversationRow { RowKey = row.RowKey, Failure = reason, FailedAt = clock.GetUtcNow() };
            await client.UpdateEntityAsync(failed, row.ETag, TableUpdateMode.Merge, cancellationToken);
        }
        catch (RequestFailedException failure) when (failure.Status is 404 or 412)
        {
            // Heard of or removed since: nothing to note.
        }

        return true;
    }

    /// <summary>The conversation under a key; null where none is known, also where the bot was removed.</summary>
    public async Task<ConversationDocument?> FindByKeyAsync(string key, CancellationToken cancellationToken)
    {
        var client = await table.OpenAsync(cancellationToken);
        return await FindRowAsync(client, key, cancellationToken) is { } row ? View(row) : null;
    }

    /// <summary>Where the member is reached alone; null where that is not known.</summary>
    public async Task<ConversationDocument?> FindPersonalAsync(MemberId member, CancellationToken cancellationToken)
    {
        var client = await table.OpenAsync(cancellationToken);
        var personal = await client.GetEntityIfExistsAsync<PersonalRow>(Tenant.Partition, PersonalRow.KeyOf(member), cancellationToken: cancellationToken);
        return personal.HasValue ? await FindByKeyAsync(personal.Value!.Conversation, cancellationToken) : null;
    }

    /// <summary>All conversations, or those that have failed, or those that work.</summary>
    public async Task<IReadOnlyList<ConversationDocument>> ListAsync(bool? failed, CancellationToken cancellationToken)
    {
        var conversations = new List<ConversationDocument>();
        await foreach (var row in table.ByPrefixAsync<ConversationRow>(Tenant.Partition, ConversationRow.Prefix, cancellationToken: cancellationToken))
        {
            var conversation = View(row);
            if (failed is null || failed == conversation.Failure is not null)
            {
                conversations.Add(conversation);
            }
        }

        return [.. conversations.OrderBy(conversation => conversation.Name ?? conversation.Id, NaturalOrder.Instance)];
    }

    private static async Task<ConversationRow?> FindRowAsync(TableClient client, string key, CancellationToken cancellationToken)
    {
        var row = await client.GetEntityIfExistsAsync<ConversationRow>(Tenant.Partition, ConversationRow.KeyOf(key), cancellationToken: cancellationToken);
        return row.HasValue ? row.Value : null;
    }

    private static ConversationDocument View(ConversationRow row) => new()
    {
        Id = row.Id ?? "",
        Kind = row.Kind ?? "",
        Member = row.Member,
        TeamsUser = row.TeamsUser,
        Team = row.Team,
        Name = row.Name,
        ServiceUrl = row.ServiceUrl ?? "",
        Tenant = row.TenantId,
        Bot = row.Bot ?? "",
        Failure = string.IsNullOrEmpty(row.Failure) ? null : row.Failure,
    };
}
