using System.Linq.Expressions;
using Azure.Core;
using Azure.Data.Tables.Mapping;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables;

/// <content>Queries.</content>
public partial class TableClient
{
    /// <summary>The entities that pass the filter, page by page as they are read.</summary>
    public virtual AsyncPageable<T> QueryAsync<T>(
        string? filter = null,
        int? maxPerPage = null,
        IEnumerable<string>? select = null,
        CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        var columns = select is null ? null : string.Join(',', select);

        return new TablePageable<T>((token, rows, cancellation) => FetchAsync<T>(filter, columns, token, rows, cancellation), maxPerPage, cancellationToken);
    }

    /// <summary>The entities that pass the filter, page by page as they are read.</summary>
    public virtual AsyncPageable<T> QueryAsync<T>(
        Expression<Func<T, bool>> filter,
        int? maxPerPage = null,
        IEnumerable<string>? select = null,
        CancellationToken cancellationToken = default)
        where T : class, ITableEntity =>
        QueryAsync<T>(CreateQueryFilter(filter), maxPerPage, select, cancellationToken);

    private Task<Page<T>> FetchAsync<T>(string? filter, string? columns, string? continuationToken, int? rows, CancellationToken cancellationToken)
        where T : class, ITableEntity
    {
        Limits.CheckPageSize(rows);

        return connection.ReadAsync(CreateMessage, ReadPageAsync<T>, cancellationToken);

        HttpMessage CreateMessage()
        {
            var message = connection.CreateMessage(RequestMethod.Get, EntityPath.Query(Name), TableConnection.Success);
            QueryOptions.Add(message.Request.Uri, filter, rows, columns);
            Continuation.Parse(continuationToken).AddTo(message.Request.Uri);

            return message;
        }
    }

    private static async ValueTask<Page<T>> ReadPageAsync<T>(Response response, CancellationToken cancellationToken)
        where T : class, ITableEntity
    {
        var entities = await EntityReading.ReadPageAsync(response.ContentStream!, EntityMap<T>.Instance, cancellationToken);

        return Page<T>.FromValues(entities, Continuation.After(response), response);
    }
}
