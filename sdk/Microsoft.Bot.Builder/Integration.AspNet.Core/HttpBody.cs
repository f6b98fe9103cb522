#nullable enable

using System.Reflection;
using System.Text;
using Microsoft.AspNetCore.Http;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace Microsoft.Bot.Builder.Integration.AspNet.Core;

/// <summary>Activities in requests and invoke answers in responses.</summary>
internal static class HttpBody
{
    // Nobody is authenticated yet when a body is read; Teams' largest are a tenth of this.
    private const int MaxBytes = 1024 * 1024;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private static readonly JsonSerializer Json = JsonSerializer.Create(new JsonSerializerSettings
    {
        NullValueHandling = NullValueHandling.Ignore,
        DateTimeZoneHandling = DateTimeZoneHandling.Utc,
        ReferenceLoopHandling = ReferenceLoopHandling.Serialize,
        ContractResolver = new WritableProperties(),
        MaxDepth = 128,
    });

    /// <summary>The body, or <c>null</c> when it is longer than 1 MiB.</summary>
    public static async Task<MemoryStream?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > MaxBytes)
        {
            return null;
        }

        var body = new MemoryStream();
        var buffer = new byte[16 * 1024];

        while (await request.Body.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            body.Write(buffer, 0, read);

            if (body.Length > MaxBytes)
            {
                return null;
            }
        }

        body.Position = 0;
        return body;
    }

    /// <summary>The value, or the default when the body is not JSON of that shape, or nested too deep.</summary>
    public static T? Parse<T>(MemoryStream body)
    {
        try
        {
            using var reader = new JsonTextReader(new StreamReader(body, Utf8));
            return Json.Deserialize<T>(reader);
        }
        catch (Exception unreadable) when (unreadable is JsonException or FormatException or OverflowException or InvalidCastException or ArgumentException)
        {
            return default;
        }
    }

    public static async Task WriteAsync(HttpResponse response, InvokeResponse? answer, CancellationToken cancellationToken)
    {
        response.StatusCode = answer?.Status ?? StatusCodes.Status200OK;

        if (answer?.Body is not { } value)
        {
            return;
        }

        using var body = new MemoryStream();

        using (var writer = new StreamWriter(body, Utf8, leaveOpen: true))
        {
            Json.Serialize(writer, value);
        }

        response.ContentType = "application/json";
        response.ContentLength = body.Length;
        body.Position = 0;
        await body.CopyToAsync(response.Body, cancellationToken);
    }

    // As the official package does: what has no setter is not written. An anonymous object as an answer comes out empty; use JObject.
    private sealed class WritableProperties : DefaultContractResolver
    {
        protected override JsonProperty CreateProperty(MemberInfo member, MemberSerialization memberSerialization)
        {
            var property = base.CreateProperty(member, memberSerialization);

            if (!property.Writable)
            {
                property.ShouldSerialize = _ => false;
            }

            return property;
        }
    }
}
