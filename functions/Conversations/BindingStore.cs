using Azure;
using Azure.Data.Tables;
using Insek.Office.Domain;
using Insek.Office.Functions.People;
using Insek.Office.Functions.Storage;

namespace Insek.Office.Functions.Conversations;

/// <summary>Which conversations show which group's rounds: those bound in Teams and, where none of these names the conversation, those of the directory.</summary>
internal sealed class BindingStore(ConceptTable table, IDirectory directory, TimeProvider clock)
{
    /// <summary>Every binding that counts.</summary>
    public async Task<IReadOnlyList<Binding>> ListAsync(CancellationToken cancellationToken)
    {
        var stored = new Dictionary<string, BindingRow>(StringComparer.Ordinal);
        await foreach (var row in table.ByPrefixAsync<BindingRow>(Tenant.Partition, BindingRow.Prefix, cancellationToken: cancellationToken))
        {
            stored[row.RowKey] = row;
        }

        var known = await directory.ReadAsync(cancellationToken);
        return
        [
            .. stored.Values.Where(row => row.IsBound()).Select(row => row.ToBinding()),
            .. known.Bindings.Where(binding => !stored.ContainsKey(BindingRow.KeyOf(ConversationKey.Of(binding.Conversation)))),
        ];
    }

    /// <summary>The conversation's binding; null where it has none.</summary>
    public async Task<Binding?> FindAsync(string conversation, CancellationToken cancellationToken)
    {
        var client = await table.OpenAsync(cancellationToken);
        return await FindRowAsync(client, conversation, cancellationToken) is { } row
            ? row.IsBound() ? row.ToBinding() : null
            : await FindInDirectoryAsync(conversation, cancellationToken);
    }

    /// <summary>Binds a conversation, whatever it was bound to before.</summary>
    public async Task<Binding> BindAsync(Binding binding, MemberId by, CancellationToken cancellationToken)
    {
        var client = await table.OpenAsync(cancellationToken);
        var row = await FindRowAsync(client, binding.Conversation, cancellationToken);
        if (row is null || row.Concept != binding.Concept.Value || row.Group != binding.Group.Value)
        {
            row = await ReplaceAsync(client, binding.Conversation, binding.Concept.Value, binding.Group.Value, by, cancellationToken);
        }

        await LogAsync(client, binding.Concept, "GroupBound", row, binding.Group, cancellationToken);
        return row.ToBinding();
    }

    /// <summary>Ends a conversation's binding; also one of the directory.</summary>
    public async Task UnbindAsync(string conversation, MemberId by, CancellationToken cancellationToken)
    {
        if (await FindAsync(conversation, cancellationToken) is not { } binding)
        {
            return;
        }

        var client = await table.OpenAsync(cancellationToken);
        var row = await ReplaceAsync(client, conversation, "", "", by, cancellationToken);
        await LogAsync(client, binding.Concept, "GroupUnbound", row, binding.Group, cancellationToken);
    }

    // The last one to bind a conversation prevails, so no entity tag is needed: nobody reads a binding in order to change it.
    private async Task<BindingRow> ReplaceAsync(TableClient client, string conversation, string concept, string group, MemberId by, CancellationToken cancellationToken)
    {
        var row = new BindingRow
        {
            RowKey = BindingRow.KeyOf(ConversationKey.Of(conversation)),
            Conversation = ConversationKey.WithoutThread(conversation),
            Concept = concept,
            Group = group,
            By = by.Value,
            At = clock.GetUtcNow(),
        };
        await client.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
        return row;
    }

    // Binding and log lie in two partitions. The entry's key follows from the binding, so a repeated request writes the one that a broken-off first try still owes.
    private static Task<Response> LogAsync(TableClient client, ConceptId concept, string kind, BindingRow row, GroupId group, CancellationToken cancellationToken) => client.UpsertEntityAsync(
        new LogRow
        {
            PartitionKey = concept.Value,
            RowKey = LogRow.Key(row.At, row.RowKey),
            Kind = kind,
            By = row.By,
            At = row.At,
            Reason = group.Value,
        },
        TableUpdateMode.Replace,
        cancellationToken);

    private async Task<Binding?> FindInDirectoryAsync(string conversation, CancellationToken cancellationToken)
    {
        var known = await directory.ReadAsync(cancellationToken);
        var key = ConversationKey.Of(conversation);
        return known.Bindings.FirstOrDefault(binding => ConversationKey.Of(binding.Conversation) == key);
    }

    private static async Task<BindingRow?> FindRowAsync(TableClient client, string conversation, CancellationToken cancellationToken)
    {
        var row = await client.GetEntityIfExistsAsync<BindingRow>(Tenant.Partition, BindingRow.KeyOf(ConversationKey.Of(conversation)), cancellationToken: cancellationToken);
        return row.HasValue ? row.Value : null;
    }
}
