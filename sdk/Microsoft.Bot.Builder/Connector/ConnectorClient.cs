using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Bot.Schema;
using Microsoft.Rest;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace Microsoft.Bot.Connector;

/// <summary>Asks the connector of one service URL, as JSON without nulls.</summary>
public class ConnectorClient : IConnectorClient
{
    // Contracts are cached per resolver: one for all clients, which live for one turn.
    private static readonly DefaultContractResolver Contracts = new();
    private static readonly MediaTypeHeaderValue Json = MediaTypeHeaderValue.Parse("application/json; charset=utf-8");

    private readonly bool disposeHttpClient;

    /// <summary>For one service URL, with or without a slash at its end.</summary>
    public ConnectorClient(Uri baseUri, ServiceClientCredentials credentials, HttpClient customHttpClient, bool disposeHttpClient)
    {
        ArgumentNullException.ThrowIfNull(baseUri);
        ArgumentNullException.ThrowIfNull(customHttpClient);

        BaseUri = baseUri;
        Credentials = credentials;
        HttpClient = customHttpClient;
        this.disposeHttpClient = disposeHttpClient;
        Conversations = new Conversations(this);
    }

    public Uri BaseUri { get; set; }

    public ServiceClientCredentials Credentials { get; }

    public HttpClient HttpClient { get; }

    public virtual IConversations Conversations { get; }

    public JsonSerializerSettings SerializationSettings { get; } = Settings();

    public JsonSerializerSettings DeserializationSettings { get; } = Settings();

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing && disposeHttpClient)
        {
            HttpClient.Dispose();
        }
    }

    internal async Task<HttpOperationResponse<T>> SendAsync<T>(HttpMethod method, string path, object content, Dictionary<string, List<string>> customHeaders, CancellationToken cancellationToken)
    {
        var address = BaseUri.AbsoluteUri;
        var request = new HttpRequestMessage(method, new Uri((address.EndsWith('/') ? address : address + "/") + path));
        HttpResponseMessage response = null;

        try
        {
            var sent = content is null ? null : JsonConvert.SerializeObject(content, SerializationSettings);

            if (sent is not null)
            {
                request.Content = new StringContent(sent, Encoding.UTF8, Json);
            }

            foreach (var (name, values) in customHeaders ?? [])
            {
                request.Headers.Remove(name);
                request.Headers.TryAddWithoutValidation(name, values);
            }

            if (Credentials is not null)
            {
                await Credentials.ProcessHttpRequestAsync(request, cancellationToken);
            }

            response = await HttpClient.SendAsync(request, cancellationToken);
            var answered = await response.Content.ReadAsStringAsync(cancellationToken);

            return response.StatusCode is HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.Accepted
                ? new HttpOperationResponse<T> { Request = request, Response = response, Body = Read<T>(answered) }
                : throw Refused(request, sent, response, answered);
        }
        catch
        {
            request.Dispose();
            response?.Dispose();
            throw;
        }
    }

    private static JsonSerializerSettings Settings() => new()
    {
        ContractResolver = Contracts,
        DateTimeZoneHandling = DateTimeZoneHandling.Utc,
        NullValueHandling = NullValueHandling.Ignore,
        ReferenceLoopHandling = ReferenceLoopHandling.Serialize,
    };

    // A 202 that was split into several messages has no body and so no id.
    private T Read<T>(string answered)
    {
        try
        {
            return JsonConvert.DeserializeObject<T>(answered, DeserializationSettings);
        }
        catch (JsonException unreadable)
        {
            throw new SerializationException("The connector's answer is not what it promises.", unreadable);
        }
    }

    private ErrorResponseException Refused(HttpRequestMessage request, string sent, HttpResponseMessage response, string answered)
    {
        var refusal = new ErrorResponseException($"Operation returned an invalid status code '{response.StatusCode}'")
        {
            Request = new HttpRequestMessageWrapper(request, sent),
            Response = new HttpResponseMessageWrapper(response, answered),
        };

        try
        {
            refusal.Body = JsonConvert.DeserializeObject<ErrorResponse>(answered, DeserializationSettings);
        }
        catch (JsonException)
        {
            // Proxies answer in HTML; what they said is in Response.
        }

        return refusal;
    }
}
