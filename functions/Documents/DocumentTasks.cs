using Insek.Office.Domain;
using Insek.Office.Functions.Authentication;
using Insek.Office.Functions.Hosting;
using Insek.Office.Functions.Problems;
using Insek.Office.Functions.Tables;

namespace Insek.Office.Functions.Documents;

/// <summary>Takes a document out of a request and reads its tables as the caller may see them.</summary>
internal sealed class DocumentTasks(TableLookups lookups)
{
    /// <summary>Does something with the document in the request's body.</summary>
    /// <param name="request">The request; its body is the file.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="act">What is done with the file, its tables and the look-up they were found by. The spooled file is closed afterwards.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public async Task<IResult> WithBodyAsync(HttpRequest request, Caller caller, Func<OpenedDocument, Task<IResult>> act, CancellationToken cancellationToken)
    {
        await using var body = await Spool.ReadBodyAsync(request, WordFile.MaxBytes, cancellationToken);
        var opened = await OpenAsync(body, caller, cancellationToken);
        if (!opened.TryGet(out var document, out var refusal))
        {
            return refusal.ToProblem();
        }

        using (document.File)
        {
            return await act(document);
        }
    }

    /// <summary>Reads a spooled document.</summary>
    /// <returns>The document, whose file is to be disposed; or why it cannot be read.</returns>
    public async Task<Result<OpenedDocument>> OpenAsync(FileStream body, Caller caller, CancellationToken cancellationToken)
    {
        if (!WordFile.Open(body).TryGet(out var file, out var refusal))
        {
            return refusal;
        }

        var lookup = await lookups.OpenAsync(caller, cancellationToken);
        if ((await DocumentTable.ReadAllAsync(file, lookup, cancellationToken)).TryGet(out var tables, out refusal))
        {
            return new OpenedDocument(body, file, lookup, tables);
        }

        file.Dispose();
        return refusal;
    }
}

/// <summary>A document whose tables have been read.</summary>
/// <param name="Body">The spooled file.</param>
/// <param name="File">Its parts.</param>
/// <param name="Lookup">By what the tables were found.</param>
/// <param name="Tables">The tables, in reading order.</param>
internal sealed record OpenedDocument(FileStream Body, WordFile File, TableLookup Lookup, IReadOnlyList<DocumentTable> Tables);
