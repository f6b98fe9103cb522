using System.Runtime.CompilerServices;

namespace Azure.Data.Tables.Wire;

/// <summary>Fetches one page: where to continue, and at most how many rows.</summary>
internal delegate Task<Page<T>> FetchPage<T>(string? continuationToken, int? rows, CancellationToken cancellationToken)
    where T : notnull;

/// <summary>Pages fetched one after another while they are read.</summary>
internal sealed class TablePageable<T>(FetchPage<T> fetch, int? rowsPerPage, CancellationToken cancellationToken) : AsyncPageable<T>(cancellationToken)
    where T : notnull
{
    public override IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null) =>
        FetchAsync(continuationToken, pageSizeHint ?? rowsPerPage, CancellationToken);

    private async IAsyncEnumerable<Page<T>> FetchAsync(
        string? continuationToken,
        int? rows,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        do
        {
            var page = await fetch(continuationToken, rows, cancellationToken);

            yield return page;

            continuationToken = page.ContinuationToken;
        }
        while (!string.IsNullOrEmpty(continuationToken));
    }
}
