using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables.Wire;

/// <summary>A pipeline to one account's tables, and how a request to it looks.</summary>
internal sealed class TableConnection
{
    public static readonly ResponseClassifier Success = new StatusCodeClassifier([200, 201, 202, 204]);
    public static readonly ResponseClassifier SuccessOrMissing = new StatusCodeClassifier([200, 204, 404]);
    public static readonly ResponseClassifier SuccessOrPresent = new StatusCodeClassifier([201, 204, 409]);

    // Minimal metadata names the types JSON cannot show and the entity's version; full metadata repeats links for each row.
    private const string Accepted = "application/json;odata=minimalmetadata";

    // A token for storage in any cloud has this one audience.
    private const string TokenScope = "https://storage.azure.com/.default";

    private readonly HttpPipeline pipeline;
    private readonly string version;

    public TableConnection(string connectionString, TableClientOptions? options)
        : this(StorageAccount.Parse(connectionString), options)
    {
    }

    public TableConnection(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions? options)
        : this(endpoint, credential?.AccountName, options, Signing(credential))
    {
    }

    public TableConnection(Uri endpoint, TokenCredential tokenCredential, TableClientOptions? options)
        : this(endpoint, accountName: null, options, Bearing(endpoint, tokenCredential))
    {
    }

    private TableConnection(StorageAccount account, TableClientOptions? options)
        : this(account.Endpoint, account.Credential, options)
    {
    }

    private TableConnection(Uri endpoint, string? accountName, TableClientOptions? options, HttpPipelinePolicy authorization)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        options ??= new TableClientOptions();

        Endpoint = new Uri(endpoint.GetLeftPart(UriPartial.Path).TrimEnd('/'));
        BaseAddress = Endpoint.AbsoluteUri.TrimEnd('/');
        AccountName = accountName ?? StorageAccount.NameOf(endpoint);
        version = options.VersionHeader;

        var parts = new HttpPipelineOptions(options) { RequestFailedDetailsParser = TableErrorParser.Instance };
        parts.PerRetryPolicies.Add(authorization);
        pipeline = HttpPipelineBuilder.Build(parts);
    }

    public Uri Endpoint { get; }

    /// <summary>The endpoint without a slash at its end.</summary>
    public string BaseAddress { get; }

    public string AccountName { get; }

    /// <summary>A request to a path below the endpoint; the path is escaped already.</summary>
    public HttpMessage CreateMessage(RequestMethod method, string path, ResponseClassifier classifier)
    {
        var message = pipeline.CreateMessage(context: null, classifier);
        var request = message.Request;
        request.Method = method;
        request.Uri.Reset(Endpoint);
        request.Uri.AppendPath(path, escape: false);
        request.Headers.Add("x-ms-version", version);
        request.Headers.Add("DataServiceVersion", "3.0");
        request.Headers.Add("Accept", Accepted);

        return message;
    }

    /// <summary>A request with a JSON body, to be answered without one. The message owns the body.</summary>
    public HttpMessage CreateMessage(RequestMethod method, string path, ResponseClassifier classifier, PooledContent body)
    {
        var message = CreateMessage(method, path, classifier);
        message.Request.Headers.Add("Content-Type", "application/json");
        message.Request.Headers.Add("Prefer", "return-no-content");
        message.Request.Content = body;

        return message;
    }

    /// <summary>Sends and returns the answer, if it is one the classifier expects.</summary>
    /// <exception cref="RequestFailedException">The service answered something else.</exception>
    public async ValueTask<Response> SendAsync(HttpMessage message, CancellationToken cancellationToken)
    {
        await pipeline.SendAsync(message, cancellationToken);

        return message.Response.IsError ? throw await FailureAsync(message.Response, cancellationToken) : message.Response;
    }

    /// <summary>
    /// Reads an answer from the connection without holding it in memory first. A connection that breaks while the body is being read
    /// is past the pipeline's retries, so the request is then sent again with the body buffered, under the pipeline's care.
    /// </summary>
    public async Task<TResult> ReadAsync<TResult>(
        Func<HttpMessage> create,
        Func<Response, CancellationToken, ValueTask<TResult>> read,
        CancellationToken cancellationToken)
    {
        using (var message = create())
        {
            message.BufferResponse = false;
            var response = await SendAsync(message, cancellationToken);

            try
            {
                return await read(response, cancellationToken);
            }
            catch (Exception broken) when (broken is IOException || (broken is OperationCanceledException && !cancellationToken.IsCancellationRequested))
            {
                // Asked again below.
            }
        }

        using var again = create();

        return await read(await SendAsync(again, cancellationToken), cancellationToken);
    }

    // The exception reads the body synchronously; what is still on the connection is fetched beforehand.
    private static async Task<RequestFailedException> FailureAsync(Response response, CancellationToken cancellationToken)
    {
        if (response.ContentStream is { } content and not MemoryStream)
        {
            var copy = new MemoryStream();

            await using (content)
            {
                try
                {
                    await content.CopyToAsync(copy, cancellationToken);
                }
                catch (IOException)
                {
                    // The status is the message; of its explanation there is only what arrived.
                }
            }

            copy.Position = 0;
            response.ContentStream = copy;
        }

        return new RequestFailedException(response, innerException: null, TableErrorParser.Instance);
    }

    private static SharedKeyPolicy Signing(TableSharedKeyCredential? credential)
    {
        ArgumentNullException.ThrowIfNull(credential);

        return new SharedKeyPolicy(credential, TimeProvider.System);
    }

    private static BearerTokenAuthenticationPolicy Bearing(Uri endpoint, TokenCredential tokenCredential)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(tokenCredential);

        return endpoint.Scheme == Uri.UriSchemeHttps
            ? new BearerTokenAuthenticationPolicy(tokenCredential, TokenScope)
            : throw new ArgumentException("A token is only sent over HTTPS.", nameof(endpoint));
    }
}
