using Azure.Data.Tables;
using Insek.Office.Domain;

namespace Insek.Office.Functions.Storage;

/// <summary>Everything an import is going to write.</summary>
internal sealed record ImportWrite
{
    /// <summary>Its id: letters and digits.</summary>
    public required string Id { get; init; }

    /// <summary>The head as it will be.</summary>
    public required Concept Head { get; init; }

    /// <summary>The head's version as it will be.</summary>
    public required int HeadVersion { get; init; }

    /// <summary>Whether the head changes.</summary>
    public required bool HeadChanges { get; init; }

    /// <summary>Rows as they will be.</summary>
    public required JournalChunk Rows { get; init; }

    /// <summary>Rows as they were.</summary>
    public required JournalChunk Before { get; init; }

    /// <summary>Row keys that did not exist.</summary>
    public required IReadOnlyList<string> Created { get; init; }

    public JournaledImport ToJournal(IReadOnlyList<JournalChunk> chunks) => new()
    {
        Id = Id,
        Head = HeadChanges ? Head : null,
        Chunks = chunks,
        Before = Before,
        Created = Created,
    };

    /// <summary>The change to the concept row that makes the import binding and names its journal.</summary>
    public TableTransactionAction FirstStep(ConceptStatus? before, int chunks, DateTimeOffset at)
    {
        if (before is { } status)
        {
            var progress = new ConceptImportRow { PartitionKey = Head.Id.Value, ImportId = Id, ImportNext = 0, ImportChunks = chunks, ImportTouchedAt = at };
            return new TableTransactionAction(TableTransactionActionType.UpdateMerge, progress, status.ETag);
        }

        // Version 0 means: does not exist yet.
        var row = ConceptRow.From(Head, contentVersion: 0, headVersion: 0);
        (row.ImportId, row.ImportNext, row.ImportChunks, row.ImportTouchedAt) = (Id, 0, chunks, at);
        return new TableTransactionAction(TableTransactionActionType.Add, row);
    }

    /// <summary>The change to the concept row that shows the import to readers, where one transaction holds it all.</summary>
    public TableTransactionAction LastStep(ConceptStatus? before)
    {
        if (before is null)
        {
            return new TableTransactionAction(TableTransactionActionType.Add, ConceptRow.From(Head, 1, 1));
        }

        return HeadChanges
            ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, ConceptRow.From(Head, before.ContentVersion + 1, HeadVersion), before.ETag)
            : new TableTransactionAction(TableTransactionActionType.UpdateMerge, new ConceptVersionRow { PartitionKey = Head.Id.Value, ContentVersion = before.ContentVersion + 1 }, before.ETag);
    }
}
