using Azure;
using Azure.Data.Tables;
using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Authentication;
using Insek.Office.Functions.Rounds;
using Insek.Office.Functions.Storage;
using Insek.Office.Functions.Tables;

namespace Insek.Office.Functions.Documents;

/// <summary>Keeps which document holds which revisions, and compares them with the concepts as they are now.</summary>
internal sealed class DocumentRegister(ConceptTable storage, TimeProvider clock)
{
    private const int MaxAttempts = 5;

    /// <summary>Registers a document, or registers it anew.</summary>
    public async Task<Result<DocumentRow>> SaveAsync(RegisterDocument document, Caller caller, CancellationToken cancellationToken)
    {
        var client = await storage.OpenAsync(cancellationToken);
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var old = await FindAsync(DocumentRow.IdOf(document.Name, document.Link), cancellationToken);
            if (DocumentRow.From(document, caller.Id.Value, clock.GetUtcNow(), (old?.Version ?? 0) + 1) is not { } row)
            {
                return new InvalidContent([new ContentProblem("tables", "too-long", null)]);
            }

            try
            {
                _ = old is null
                    ? await client.AddEntityAsync(row, cancellationToken)
                    : await client.UpdateEntityAsync(row, old.ETag, TableUpdateMode.Replace, cancellationToken);
                return row;
            }
            catch (RequestFailedException e) when (e.Status is 409 or 412)
            {
                // Somebody else was quicker: what they registered is one version older than this.
            }
        }

        throw new ConceptUnsettledException(DocumentRow.IdOf(document.Name, document.Link));
    }

    /// <summary>A registered document; null where there is none.</summary>
    public async Task<DocumentRow?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var client = await storage.OpenAsync(cancellationToken);
        var row = await client.GetEntityIfExistsAsync<DocumentRow>(Tenant.Partition, DocumentRow.Prefix + id, cancellationToken: cancellationToken);
        return row.HasValue ? row.Value : null;
    }

    /// <summary>Forgets a document.</summary>
    /// <returns>False where it has been registered anew meanwhile.</returns>
    public async Task<bool> TryRemoveAsync(DocumentRow row, CancellationToken cancellationToken)
    {
        var client = await storage.OpenAsync(cancellationToken);
        try
        {
            await client.DeleteEntityAsync(row.PartitionKey, row.RowKey, row.ETag, cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.Status == 412)
        {
            return false;
        }
    }

    /// <summary>Every registered document of which the caller may see something, by name.</summary>
    public async Task<IReadOnlyList<RegisteredDocumentView>> ListAsync(TableLookup lookup, Caller caller, CancellationToken cancellationToken)
    {
        var views = new List<RegisteredDocumentView>();
        await foreach (var row in storage.ByPrefixAsync<DocumentRow>(Tenant.Partition, DocumentRow.Prefix, cancellationToken: cancellationToken))
        {
            var view = await ViewAsync(row, lookup, cancellationToken);
            if (view.Tables.Count > 0 || caller.IsAdministrator || row.By == caller.Id.Value)
            {
                views.Add(view);
            }
        }

        return [.. views.OrderBy(view => view.Name, NaturalOrder.Instance).ThenBy(view => view.Id, StringComparer.Ordinal)];
    }

    /// <summary>A registered document, compared with the concepts that the caller may see.</summary>
    public static async Task<RegisteredDocumentView> ViewAsync(DocumentRow row, TableLookup lookup, CancellationToken cancellationToken)
    {
        var tables = new List<RegisteredTableView>();
        foreach (var table in row.ReadTables().Where(table => lookup.MaySee(table.Concept)))
        {
            tables.Add(ViewOf(table, await lookup.FindAsync(new TableAddress(table.Concept, table.Definition, table.Parameters), cancellationToken)));
        }

        return new RegisteredDocumentView
        {
            Id = row.ReadId(),
            Name = row.Name,
            Link = row.Link,
            Version = row.Version,
            By = new MemberId(row.By).ToView(lookup.Directory),
            CheckedAt = row.At,
            State = tables.Exists(table => table.State == "outdated") ? "outdated" : tables.Exists(table => table.State == "unknown") ? "unknown" : "current",
            Tables = tables,
        };
    }

    private static RegisteredTableView ViewOf(RegisteredTable table, Result<FoundTable> result)
    {
        var found = result.TryGet(out var current, out var refusal) ? current : null;
        return new RegisteredTableView
        {
            Instance = table.Instance,
            Concept = table.Concept,
            Definition = table.Definition,
            Parameters = table.Parameters,
            Title = found?.Table.Title,
            State = found is null ? "unknown" : found.Hash == table.Hash ? "current" : "outdated",
            Reason = refusal?.Code,
            AsOf = table.AsOf,
            CurrentAsOf = found?.Table.AsOf,
            Outdated = found is null ? [] : HeldRevisions.Outdated(table.Items, found),
        };
    }
}
