using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Azure.Identity;
using Polly;
using Polly.CircuitBreaker;

namespace Insek.Office.Bot.Api;

/// <summary>Calls the functions. A refusal is an answer; only an outage is an exception.</summary>
/// <remarks>
/// All methods throw <see cref="ApiUnavailableException"/> where no usable answer comes, <see cref="OperationCanceledException"/>
/// where the caller's token ends the call, and <see cref="UriFormatException"/> for a path that leads elsewhere.
/// A PUT may be repeated after its answer was lost: then 412 can be the answer to one's own success, which reading again shows.
/// </remarks>
internal sealed class ApiClient(IHttpClientFactory clients, TimeProvider clock)
{
    public const string Name = "api";

    private static readonly MediaTypeHeaderValue _json = new("application/json");

    public Task<ApiAnswer<T>> GetAsync<T>(ApiPath path, JsonTypeInfo<T> answer, ApiCall call, CancellationToken cancellationToken)
        where T : notnull => SendAsync(HttpMethod.Get, path, body: null, answer, call, cancellationToken);

    public Task<ApiAnswer<T>> PostAsync<T>(ApiPath path, JsonTypeInfo<T> answer, ApiCall call, CancellationToken cancellationToken)
        where T : notnull => SendAsync(HttpMethod.Post, path, body: null, answer, call, cancellationToken);

    public Task<ApiAnswer<TAnswer>> PostAsync<TBody, TAnswer>(
        ApiPath path, TBody body, JsonTypeInfo<TBody> bodyType, JsonTypeInfo<TAnswer> answer, ApiCall call, CancellationToken cancellationToken)
        where TAnswer : notnull => SendAsync(HttpMethod.Post, path, Written(body, bodyType), answer, call, cancellationToken);

    public Task<ApiAnswer<TAnswer>> PutAsync<TBody, TAnswer>(
        ApiPath path, TBody body, JsonTypeInfo<TBody> bodyType, JsonTypeInfo<TAnswer> answer, ApiCall call, CancellationToken cancellationToken)
        where TAnswer : notnull => SendAsync(HttpMethod.Put, path, Written(body, bodyType), answer, call, cancellationToken);

    public Task<ApiAnswer<T>> DeleteAsync<T>(ApiPath path, JsonTypeInfo<T> answer, ApiCall call, CancellationToken cancellationToken)
        where T : notnull => SendAsync(HttpMethod.Delete, path, body: null, answer, call, cancellationToken);

    /// <summary>The whole body in memory, so that it can be sent again.</summary>
    private static ByteArrayContent Written<T>(T body, JsonTypeInfo<T> type)
    {
        var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, type));
        content.Headers.ContentType = _json;
        return content;
    }

    private static HttpRequestMessage Request(HttpMethod method, ApiPath path, HttpContent? body, ApiCall call)
    {
        var request = new HttpRequestMessage(method, path.ToUri()) { Content = body };
        if (call.ActingMember is { } member)
        {
            request.Headers.Add(ApiHeaders.ActingMember, member.Value);
        }

        if (call.IfMatch is { } tag)
        {
            request.Headers.IfMatch.Add(EntityTagHeaderValue.Parse(tag));
        }

        if (call.Operation is { } operation)
        {
            request.Headers.Add(ApiHeaders.Operation, operation);
        }

        request.Options.Set(ApiHeaders.RepeatsRaces, call.RepeatsRaces);
        return request;
    }

    private async Task<ApiAnswer<T>> SendAsync<T>(
        HttpMethod method, ApiPath path, HttpContent? body, JsonTypeInfo<T> answer, ApiCall call, CancellationToken cancellationToken)
        where T : notnull
    {
        using var request = Request(method, path, body, call);
        try
        {
            using var response = await clients.CreateClient(Name).SendAsync(request, cancellationToken);
            var content = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            return response.IsSuccessStatusCode
                ? ApiAnswer<T>.Of(Value(content, answer), response.Headers.ETag?.ToString())
                : ApiAnswer<T>.Of(Refusal(response, content));
        }
        catch (Exception failure) when (IsOutage(failure, cancellationToken))
        {
            throw new ApiUnavailableException($"{method} {request.RequestUri?.OriginalString.Split('?', 2)[0]}: {failure.Message}", failure)
            {
                RetryAfter = (failure as BrokenCircuitException)?.RetryAfter,
            };
        }
    }

    private static T Value<T>(byte[] content, JsonTypeInfo<T> type)
        where T : notnull
    {
        if (content.Length == 0 && Nothing.Here is T nothing)
        {
            return nothing;
        }

        return JsonSerializer.Deserialize(content, type) is { } value ? value : throw new JsonException("The answer holds null.");
    }

    private ApiProblem Refusal(HttpResponseMessage response, byte[] content)
    {
        var problem = ProblemReader.Read(response, content);

        // Whoever cannot call at all is no member who may not: 401 is the bot's own trouble, and so is a redirection.
        return response.StatusCode is >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError
            and not (HttpStatusCode.Unauthorized or HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests)
                ? problem
                : throw new ApiUnavailableException($"{response.RequestMessage?.Method} {response.RequestMessage?.RequestUri?.AbsolutePath}: {problem.Status} {problem.Code}")
                {
                    Status = problem.Status,
                    Code = problem.Code,
                    RetryAfter = ApiResilience.RetryAfter(response, clock.GetUtcNow()),
                };
    }

    private static bool IsOutage(Exception failure, CancellationToken cancellationToken) => failure switch
    {
        // A time limit or an open circuit; no connection or a broken one; no token or no key; an answer that is none.
        ExecutionRejectedException or HttpRequestException or IOException or AuthenticationFailedException or JsonException or FormatException => true,
        OperationCanceledException => !cancellationToken.IsCancellationRequested,
        _ => false,
    };
}
