using Insek.Office.Domain;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Insek.Office.Functions.Hosting;

/// <summary>Reads forms of several parts, which hold files too large for memory.</summary>
internal static class MultipartForm
{
    public const string MediaType = "multipart/form-data";

    private const int MaxParts = 8;
    private const int MaxBoundary = 200;

    /// <summary>Whether a request's body is such a form.</summary>
    public static bool Is(HttpRequest request) =>
        string.Equals(request.GetTypedHeaders().ContentType?.MediaType.Value, MediaType, StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a spooled body part by part, in its order; parts after the eighth are left alone.</summary>
    /// <param name="request">Whose body it is.</param>
    /// <param name="body">The body, at its beginning.</param>
    /// <param name="take">Takes a part, or says why nothing more is to be read.</param>
    /// <param name="unreadable">Says that it is no form that can be read, with the reason.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Why it cannot be read; null where all was taken.</returns>
    public static async Task<Refusal?> ReadAsync(
        HttpRequest request, Stream body, Func<FormPart, CancellationToken, Task<Refusal?>> take, Func<string, Refusal> unreadable, CancellationToken cancellationToken)
    {
        if (HeaderUtilities.RemoveQuotes(request.GetTypedHeaders().ContentType?.Boundary ?? default).Value is not { Length: > 0 and <= MaxBoundary } boundary)
        {
            return unreadable("it names no boundary");
        }

        var reader = new MultipartReader(boundary, body);
        try
        {
            for (var parts = 0; parts < MaxParts && await reader.ReadNextSectionAsync(cancellationToken) is { } section; parts++)
            {
                if (await take(PartOf(section), cancellationToken) is { } refusal)
                {
                    return refusal;
                }
            }

            return null;
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            return unreadable("it is damaged or ends too soon");
        }
    }

    private static FormPart PartOf(MultipartSection section)
    {
        var disposition = section.GetContentDispositionHeader();
        var file = disposition?.FileNameStar is { HasValue: true } star ? star : disposition?.FileName ?? default;
        return new FormPart(HeaderUtilities.RemoveQuotes(disposition?.Name ?? default).Value, HeaderUtilities.RemoveQuotes(file).Value, section.Body);
    }
}

/// <summary>One part of a form.</summary>
/// <param name="Name">Its name in the form; null where it has none.</param>
/// <param name="FileName">What the sender calls the file; null where it is none.</param>
/// <param name="Body">What it holds, to be read once.</param>
internal sealed record FormPart(string? Name, string? FileName, Stream Body);
