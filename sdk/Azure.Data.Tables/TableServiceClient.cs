using System.Linq.Expressions;
using System.Text.Json;
using Azure.Core;
using Azure.Data.Tables.Filters;
using Azure.Data.Tables.Models;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables;

/// <summary>An account's tables.</summary>
public class TableServiceClient
{
    private readonly TableConnection connection;

    /// <summary>By connection string.</summary>
    public TableServiceClient(string connectionString)
        : this(connectionString, options: null)
    {
    }

    /// <summary>By connection string.</summary>
    public TableServiceClient(string connectionString, TableClientOptions? options = null) => connection = new(connectionString, options);

    /// <summary>By account key.</summary>
    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential)
        : this(endpoint, credential, options: null)
    {
    }

    /// <summary>By account key.</summary>
    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions? options) =>
        connection = new(endpoint, credential, options);

    /// <summary>By token; the endpoint must be HTTPS.</summary>
    public TableServiceClient(Uri endpoint, TokenCredential tokenCredential, TableClientOptions? options = null) =>
        connection = new(endpoint, tokenCredential, options);

    /// <summary>For a stand-in that overrides what it is asked.</summary>
    protected TableServiceClient() => connection = null!;

    internal TableServiceClient(TableConnection connection) => this.connection = connection;

    /// <summary>The account.</summary>
    public virtual string AccountName => connection.AccountName;

    /// <summary>The account's table endpoint.</summary>
    public virtual Uri Uri => connection.Endpoint;

    /// <summary>A filter from an interpolated text, its holes written as literals.</summary>
    public static string CreateQueryFilter(FormattableString filter) => FilterFormat.Create(filter);

    /// <summary>A filter from a predicate.</summary>
    public static string CreateQueryFilter(Expression<Func<TableItem, bool>> filter) => FilterTranslator.Translate(filter);

    /// <summary>A client for one table of the account, over the same pipeline.</summary>
    public virtual TableClient GetTableClient(string tableName) => new(connection, tableName);

    /// <summary>Creates a table.</summary>
    public virtual async Task<Response<TableItem>> CreateTableAsync(string tableName, CancellationToken cancellationToken = default)
    {
        var response = await CreateAsync(tableName, TableConnection.Success, cancellationToken);

        return Response.FromValue(new TableItem(tableName), response);
    }

    /// <summary>Creates a table unless it exists.</summary>
    public virtual async Task<Response<TableItem>> CreateTableIfNotExistsAsync(string tableName, CancellationToken cancellationToken = default)
    {
        var response = await CreateAsync(tableName, TableConnection.SuccessOrPresent, cancellationToken);

        // A table being deleted answers 409 too, and is anything but there.
        if (response.Status == 409)
        {
            var conflict = new RequestFailedException(response, innerException: null, TableErrorParser.Instance);

            if (conflict.ErrorCode != TableErrorCode.TableAlreadyExists)
            {
                throw conflict;
            }
        }

        return Response.FromValue(new TableItem(tableName), response);
    }

    /// <summary>Deletes a table; one that is missing is no error.</summary>
    public virtual async Task<Response> DeleteTableAsync(string tableName, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(tableName);
        using var message = connection.CreateMessage(RequestMethod.Delete, $"/Tables('{Uri.EscapeDataString(tableName)}')", TableConnection.SuccessOrMissing);

        return await connection.SendAsync(message, cancellationToken);
    }

    /// <summary>The account's tables.</summary>
    public virtual AsyncPageable<TableItem> QueryAsync(string? filter = null, int? maxPerPage = null, CancellationToken cancellationToken = default) =>
        new TablePageable<TableItem>((token, rows, cancellation) => FetchAsync(filter, token, rows, cancellation), maxPerPage, cancellationToken);

    /// <summary>The account's tables.</summary>
    public virtual AsyncPageable<TableItem> QueryAsync(FormattableString filter, int? maxPerPage = null, CancellationToken cancellationToken = default) =>
        QueryAsync(CreateQueryFilter(filter), maxPerPage, cancellationToken);

    /// <summary>The account's tables.</summary>
    public virtual AsyncPageable<TableItem> QueryAsync(
        Expression<Func<TableItem, bool>> filter,
        int? maxPerPage = null,
        CancellationToken cancellationToken = default) =>
        QueryAsync(CreateQueryFilter(filter), maxPerPage, cancellationToken);

    private async Task<Response> CreateAsync(string tableName, ResponseClassifier classifier, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(tableName);
        Limits.CheckTableName(tableName);

        // A checked name needs no escaping.
        var body = new PooledBufferWriter();
        body.Append($$"""{"TableName":"{{tableName}}"}""");
        using var message = connection.CreateMessage(RequestMethod.Post, "/Tables", classifier, new PooledContent(body));

        return await connection.SendAsync(message, cancellationToken);
    }

    private async Task<Page<TableItem>> FetchAsync(string? filter, string? continuationToken, int? rows, CancellationToken cancellationToken)
    {
        Limits.CheckPageSize(rows);
        using var message = connection.CreateMessage(RequestMethod.Get, "/Tables", TableConnection.Success);
        var uri = message.Request.Uri;
        QueryOptions.Add(uri, filter, rows, select: null);

        if (!string.IsNullOrEmpty(continuationToken))
        {
            uri.AppendQuery("NextTableName", continuationToken, escapeValue: true);
        }

        var response = await connection.SendAsync(message, cancellationToken);
        using var json = JsonDocument.Parse(response.Content);
        var tables = json.RootElement.GetProperty("value").EnumerateArray().Select(table => new TableItem(table.GetProperty("TableName").GetString()!)).ToList();
        _ = response.Headers.TryGetValue("x-ms-continuation-NextTableName", out var next);

        return Page<TableItem>.FromValues(tables, next, response);
    }
}
