using System.Globalization;
using Insek.Office.Domain;
using Microsoft.Net.Http.Headers;

namespace Insek.Office.Functions.Problems;

/// <summary>Entity tags of what the API serves (RFC 9110, sections 8.8.3 and 13.1): the version, in quotes.</summary>
internal static class EntityTags
{
    /// <summary>The tag of a version.</summary>
    public static string Of(long version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>Whether If-Match names the version; <c>*</c> names every one.</summary>
    /// <returns>True or false; or the refusal to write without the header.</returns>
    public static Result<bool> Matches(HttpRequest request, long version)
    {
        if (request.Headers.IfMatch.Count == 0)
        {
            return new PreconditionRequired("If-Match");
        }

        return request.GetTypedHeaders().IfMatch.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Compare(new EntityTagHeaderValue(Of(version)), useStrongComparison: true));
    }

    /// <summary>Whether If-None-Match names the tag, so that 304 will do.</summary>
    public static bool IsKnown(HttpRequest request, string tag) =>
        request.Headers.IfNoneMatch.Count > 0
        && request.GetTypedHeaders().IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(new EntityTagHeaderValue(tag), useStrongComparison: false));
}

/// <summary>A write without the header that says what it is based on.</summary>
internal sealed record PreconditionRequired(string Header) : Refusal(RefusalKind.PreconditionRequired, "precondition-required", $"Send {Header}, so that nobody's change is overwritten unseen.");

/// <summary>A write based on what has changed since.</summary>
internal sealed record PreconditionFailed() : Refusal(RefusalKind.PreconditionFailed, "precondition-failed", "It has changed since it was read. The present state is in 'current'.");
