using System.Net;
using System.Net.Http.Headers;

namespace Microsoft.Rest;

/// <summary>What is left of a message after it was disposed of.</summary>
public abstract class HttpMessageWrapper
{
    public string Content { get; set; }

    public IDictionary<string, IEnumerable<string>> Headers { get; } = new Dictionary<string, IEnumerable<string>>(StringComparer.Ordinal);

    private protected void Keep(HttpHeaders headers)
    {
        foreach (var (name, values) in headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>())
        {
            Headers[name] = [.. values];
        }
    }
}

/// <summary>A request; its token is not kept.</summary>
public class HttpRequestMessageWrapper : HttpMessageWrapper
{
    public HttpRequestMessageWrapper(HttpRequestMessage httpRequest, string content)
    {
        ArgumentNullException.ThrowIfNull(httpRequest);

        Method = httpRequest.Method;
        RequestUri = httpRequest.RequestUri;
        Content = content;
        Keep(httpRequest.Headers);
        Keep(httpRequest.Content?.Headers);
        // An exception ends in a log; the token must not.
        Headers.Remove("Authorization");
    }

    public HttpMethod Method { get; }

    public Uri RequestUri { get; }
}

/// <summary>An answer.</summary>
public class HttpResponseMessageWrapper : HttpMessageWrapper
{
    public HttpResponseMessageWrapper(HttpResponseMessage httpResponse, string content)
    {
        ArgumentNullException.ThrowIfNull(httpResponse);

        StatusCode = httpResponse.StatusCode;
        ReasonPhrase = httpResponse.ReasonPhrase;
        Content = content;
        Keep(httpResponse.Headers);
        Keep(httpResponse.Content?.Headers);
    }

    public HttpStatusCode StatusCode { get; }

    public string ReasonPhrase { get; }
}
