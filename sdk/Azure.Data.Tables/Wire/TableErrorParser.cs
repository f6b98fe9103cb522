using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Azure.Core;

namespace Azure.Data.Tables.Wire;

/// <summary>Reads code and message of an error: OData JSON from the service, XML from its authentication, a header from both.</summary>
internal sealed class TableErrorParser : RequestFailedDetailsParser
{
    public static readonly TableErrorParser Instance = new();

    public override bool TryParse(
        Response response,
        [NotNullWhen(true)] out ResponseError? error,
        out IDictionary<string, string>? data)
    {
        data = null;
        error = FromBody(response) ?? FromHeader(response);

        return error is not null;
    }

    private static ResponseError? FromHeader(Response response) =>
        response.Headers.TryGetValue("x-ms-error-code", out var code) ? new ResponseError(code, response.ReasonPhrase) : null;

    private static ResponseError? FromBody(Response response)
    {
        var body = (response.ContentStream as MemoryStream)?.ToArray();

        return body is null or [] ? null : FromJson(body) ?? FromXml(body);
    }

    private static ResponseError? FromJson(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);

            if (json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty("odata.error", out var error))
            {
                return null;
            }

            var code = error.TryGetProperty("code", out var codeElement) ? codeElement.GetString() : null;
            var message = error.TryGetProperty("message", out var messageElement) && messageElement.TryGetProperty("value", out var value) ? value.GetString() : null;

            return new ResponseError(code, message);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return null; // A proxy's page, or something cut off: status and header still tell what happened.
        }
    }

    private static ResponseError? FromXml(byte[] body)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(body), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            var root = XElement.Load(reader);
            var code = Child(root, "code");

            return code is null ? null : new ResponseError(code, Child(root, "message"));
        }
        catch (XmlException)
        {
            return null; // As above.
        }
    }

    private static string? Child(XElement parent, string name) =>
        parent.Elements().FirstOrDefault(child => string.Equals(child.Name.LocalName, name, StringComparison.OrdinalIgnoreCase))?.Value;
}
