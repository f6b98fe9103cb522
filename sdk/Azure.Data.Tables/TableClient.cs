using System.Linq.Expressions;
using Azure.Core;
using Azure.Data.Tables.Filters;
using Azure.Data.Tables.Mapping;
using Azure.Data.Tables.Models;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables;

/// <summary>One table: its existence here, its entities, queries and transactions in the other parts.</summary>
public partial class TableClient
{
    private readonly TableConnection connection;

    /// <summary>By connection string.</summary>
    public TableClient(string connectionString, string tableName)
        : this(connectionString, tableName, options: null)
    {
    }

    /// <summary>By connection string.</summary>
    public TableClient(string connectionString, string tableName, TableClientOptions? options = null)
        : this(new TableConnection(connectionString, options), tableName)
    {
    }

    /// <summary>By account key.</summary>
    public TableClient(Uri endpoint, string tableName, TableSharedKeyCredential credential)
        : this(endpoint, tableName, credential, options: null)
    {
    }

    /// <summary>By account key.</summary>
    public TableClient(Uri endpoint, string tableName, TableSharedKeyCredential credential, TableClientOptions? options = null)
        : this(new TableConnection(endpoint, credential, options), tableName)
    {
    }

    /// <summary>By token; the endpoint must be HTTPS.</summary>
    public TableClient(Uri endpoint, string tableName, TokenCredential tokenCredential, TableClientOptions? options = null)
        : this(new TableConnection(endpoint, tokenCredential, options), tableName)
    {
    }

    /// <summary>For a stand-in that overrides what it is asked.</summary>
    protected TableClient()
    {
        connection = null!;
        Name = null!;
        Uri = null!;
    }

    internal TableClient(TableConnection connection, string tableName)
    {
        ArgumentException.ThrowIfNullOrEmpty(tableName);

        this.connection = connection;
        Name = tableName;
        Uri = new Uri($"{connection.BaseAddress}/{tableName}");
    }

    /// <summary>The table's name.</summary>
    public virtual string Name { get; }

    /// <summary>The account.</summary>
    public virtual string AccountName => connection.AccountName;

    /// <summary>The table's address.</summary>
    public virtual Uri Uri { get; }

    /// <summary>A filter from an interpolated text, its holes written as literals.</summary>
    public static string CreateQueryFilter(FormattableString filter) => FilterFormat.Create(filter);

    /// <summary>A filter from a predicate over an entity's properties.</summary>
    public static string CreateQueryFilter<T>(Expression<Func<T, bool>> filter) => FilterTranslator.Translate(filter);

    /// <summary>Creates the table.</summary>
    public virtual Task<Response<TableItem>> CreateAsync(CancellationToken cancellationToken = default) =>
        Account.CreateTableAsync(Name, cancellationToken);

    /// <summary>Creates the table unless it exists.</summary>
    public virtual Task<Response<TableItem>> CreateIfNotExistsAsync(CancellationToken cancellationToken = default) =>
        Account.CreateTableIfNotExistsAsync(Name, cancellationToken);

    /// <summary>Deletes the table; one that is missing is no error.</summary>
    public virtual Task<Response> DeleteAsync(CancellationToken cancellationToken = default) =>
        Account.DeleteTableAsync(Name, cancellationToken);

    private TableServiceClient Account => new(connection);

    private static void CheckKeys(string partitionKey, string rowKey)
    {
        ArgumentNullException.ThrowIfNull(partitionKey);
        ArgumentNullException.ThrowIfNull(rowKey);
        Limits.CheckKey(partitionKey);
        Limits.CheckKey(rowKey);
    }

    private static void CheckNotNull(ITableEntity entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        ArgumentNullException.ThrowIfNull(entity.PartitionKey, nameof(entity));
        ArgumentNullException.ThrowIfNull(entity.RowKey, nameof(entity));
    }

    private static PooledContent Body(ITableEntity entity)
    {
        var body = new PooledBufferWriter();

        try
        {
            EntityWriter.Write(body, entity);
        }
        catch
        {
            body.Dispose();
            throw;
        }

        return new PooledContent(body);
    }
}
