using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Insek.Office.Bot.Api;

/// <summary>An address below the API's root, written as an interpolated string whose holes are escaped: <c>$"api/concepts/{concept}?q={words}"</c>.</summary>
[InterpolatedStringHandler]
internal readonly struct ApiPath
{
    private readonly StringBuilder _text;

    /// <summary>Called by the compiler.</summary>
    public ApiPath(int literalLength, int formattedCount)
    {
        _ = formattedCount;
        _text = new StringBuilder(literalLength + 64);
    }

    public void AppendLiteral(string value) => _text.Append(value);

    public void AppendFormatted<T>(T value) => _text.Append(Uri.EscapeDataString(Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty));

    /// <summary>The address, relative to the API's root.</summary>
    /// <exception cref="UriFormatException">A segment is "." or "..", which would lead elsewhere, or the address begins with a slash.</exception>
    public Uri ToUri()
    {
        var text = _text.ToString();
        var segments = text.Split('?', 2)[0].Split('/');
        return segments[0].Length > 0 && !segments.Any(segment => segment is "." or "..")
            ? new Uri(text, UriKind.Relative)
            : throw new UriFormatException($"'{text}' leads elsewhere.");
    }
}
