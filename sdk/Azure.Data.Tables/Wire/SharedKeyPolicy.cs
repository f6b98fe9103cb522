using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables.Wire;

/// <summary>
/// Signs each attempt, since a signature ages with its date:
/// https://learn.microsoft.com/rest/api/storageservices/authorize-with-shared-key
/// </summary>
internal sealed class SharedKeyPolicy(TableSharedKeyCredential credential, TimeProvider clock) : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message)
    {
        var date = clock.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
        var signature = Sign($"{date}\n/{credential.AccountName}{message.Request.Uri.ToUri().AbsolutePath}{Component(message.Request.Uri.Query)}");

        message.Request.Headers.SetValue("x-ms-date", date);
        message.Request.Headers.SetValue("Authorization", $"SharedKeyLite {credential.AccountName}:{signature}");
    }

    private string Sign(string text)
    {
        Span<byte> utf8 = stackalloc byte[1024];

        // A key of 512 characters escapes to at most 9 bytes each, so that a path can be longer than the stack block.
        if (Encoding.UTF8.GetMaxByteCount(text.Length) > utf8.Length)
        {
            utf8 = new byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        }

        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        _ = HMACSHA256.HashData(credential.Key, utf8[..Encoding.UTF8.GetBytes(text, utf8)], hash);

        return Convert.ToBase64String(hash);
    }

    // Of the query only "comp" is signed.
    private static string Component(string query)
    {
        foreach (var parameter in query.AsSpan().TrimStart('?').Split('&'))
        {
            var part = query.AsSpan().TrimStart('?')[parameter];

            if (part.StartsWith("comp=", StringComparison.Ordinal))
            {
                return $"?{part}";
            }
        }

        return string.Empty;
    }
}
