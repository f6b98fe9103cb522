using Microsoft.Rest;
using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

/// <summary>Why a channel refused.</summary>
public class Error
{
    public Error()
    {
    }

    public Error(string code = default, string message = default)
    {
        Code = code;
        Message = message;
    }

    [JsonProperty("code")]
    public string Code { get; set; }

    [JsonProperty("message")]
    public string Message { get; set; }
}

/// <summary>The body of a refusal.</summary>
public class ErrorResponse
{
    public ErrorResponse()
    {
    }

    public ErrorResponse(Error error = default)
    {
        Error = error;
    }

    [JsonProperty("error")]
    public Error Error { get; set; }
}

/// <summary>The connector refused. Status, headers (<c>Retry-After</c>) and text are in <see cref="Response"/>.</summary>
public class ErrorResponseException : RestException
{
    public ErrorResponseException()
    {
    }

    public ErrorResponseException(string message)
        : this(message, null)
    {
    }

    public ErrorResponseException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>What was asked, without its Authorization header.</summary>
    public HttpRequestMessageWrapper Request { get; set; }

    public HttpResponseMessageWrapper Response { get; set; }

    /// <summary>The answer, where it was JSON.</summary>
    public ErrorResponse Body { get; set; }
}
