using Azure.Core;
using Azure.Data.Tables.Mapping;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables;

/// <content>Single entities.</content>
public partial class TableClient
{
    /// <summary>Adds an entity.</summary>
    /// <exception cref="RequestFailedException">It exists (409), or it is refused.</exception>
    public virtual async Task<Response> AddEntityAsync<T>(T entity, CancellationToken cancellationToken = default)
        where T : ITableEntity
    {
        CheckNotNull(entity);
        using var message = connection.CreateMessage(RequestMethod.Post, EntityPath.Table(Name), TableConnection.Success, Body(entity));

        return await connection.SendAsync(message, cancellationToken);
    }

    /// <summary>Reads an entity.</summary>
    /// <exception cref="RequestFailedException">There is none (404), or the question is refused.</exception>
    public virtual async Task<Response<T>> GetEntityAsync<T>(
        string partitionKey,
        string rowKey,
        IEnumerable<string>? select = null,
        CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        var found = await FindAsync<T>(partitionKey, rowKey, select, TableConnection.Success, cancellationToken);

        return (Response<T>)found;
    }

    /// <summary>Reads an entity, if there is one.</summary>
    public virtual Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(
        string partitionKey,
        string rowKey,
        IEnumerable<string>? select = null,
        CancellationToken cancellationToken = default)
        where T : class, ITableEntity => FindAsync<T>(partitionKey, rowKey, select, TableConnection.SuccessOrMissing, cancellationToken);

    /// <summary>Changes an entity that has the given version.</summary>
    /// <exception cref="ArgumentException">No version was given; <see cref="ETag.All"/> stands for any.</exception>
    /// <exception cref="RequestFailedException">It has another version (412), is missing (404), or is refused.</exception>
    public virtual async Task<Response> UpdateEntityAsync<T>(
        T entity,
        ETag ifMatch,
        TableUpdateMode mode = TableUpdateMode.Merge,
        CancellationToken cancellationToken = default)
        where T : ITableEntity
    {
        CheckNotNull(entity);

        if (ifMatch == default)
        {
            throw new ArgumentException("An update names the version it changes; use ETag.All for any.", nameof(ifMatch));
        }

        using var message = Write(entity, mode);
        message.Request.Headers.Add("If-Match", ifMatch.ToString());

        return await connection.SendAsync(message, cancellationToken);
    }

    /// <summary>Changes an entity of any version, or adds it.</summary>
    public virtual async Task<Response> UpsertEntityAsync<T>(
        T entity,
        TableUpdateMode mode = TableUpdateMode.Merge,
        CancellationToken cancellationToken = default)
        where T : ITableEntity
    {
        CheckNotNull(entity);
        using var message = Write(entity, mode);

        return await connection.SendAsync(message, cancellationToken);
    }

    /// <summary>Deletes an entity, of any version if none is given; one that is missing is no error.</summary>
    /// <exception cref="RequestFailedException">It has another version (412).</exception>
    public virtual async Task<Response> DeleteEntityAsync(
        string partitionKey,
        string rowKey,
        ETag ifMatch = default,
        CancellationToken cancellationToken = default)
    {
        CheckKeys(partitionKey, rowKey);
        using var message = connection.CreateMessage(RequestMethod.Delete, EntityPath.Of(Name, partitionKey, rowKey), TableConnection.SuccessOrMissing);
        message.Request.Headers.Add("If-Match", (ifMatch == default ? ETag.All : ifMatch).ToString());

        return await connection.SendAsync(message, cancellationToken);
    }

    /// <summary>Deletes an entity, of any version if none is given; one that is missing is no error.</summary>
    /// <exception cref="RequestFailedException">It has another version (412).</exception>
    public virtual Task<Response> DeleteEntityAsync(ITableEntity entity, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entity);

        return DeleteEntityAsync(entity.PartitionKey, entity.RowKey, ifMatch, cancellationToken);
    }

    private Task<NullableResponse<T>> FindAsync<T>(
        string partitionKey,
        string rowKey,
        IEnumerable<string>? select,
        ResponseClassifier classifier,
        CancellationToken cancellationToken)
        where T : class, ITableEntity
    {
        CheckKeys(partitionKey, rowKey);
        var path = EntityPath.Of(Name, partitionKey, rowKey);
        var columns = select is null ? null : string.Join(',', select);

        return connection.ReadAsync(CreateMessage, ReadAsync<T>, cancellationToken);

        HttpMessage CreateMessage()
        {
            var message = connection.CreateMessage(RequestMethod.Get, path, classifier);
            QueryOptions.AddSelect(message.Request.Uri, columns);

            return message;
        }
    }

    private static async ValueTask<NullableResponse<T>> ReadAsync<T>(Response response, CancellationToken cancellationToken)
        where T : class, ITableEntity
    {
        if (response.Status == 404)
        {
            return new NoValueResponse<T>(response);
        }

        var entity = await EntityReading.ReadEntityAsync(response.ContentStream!, EntityMap<T>.Instance, cancellationToken);

        return Response.FromValue(entity, response);
    }

    private HttpMessage Write(ITableEntity entity, TableUpdateMode mode)
    {
        var method = mode switch
        {
            TableUpdateMode.Merge => RequestMethod.Patch,
            TableUpdateMode.Replace => RequestMethod.Put,
            _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "Unknown update mode."),
        };

        return connection.CreateMessage(method, EntityPath.Of(Name, entity.PartitionKey, entity.RowKey), TableConnection.Success, Body(entity));
    }
}
