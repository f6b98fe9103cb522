using System.Globalization;
using Azure;
using Insek.Office.Domain;
using Insek.Office.Functions.Storage;

namespace Insek.Office.Functions.Notices;

/// <summary>What a leased notice is known by when it comes back: where its row lies, which lease it was, and how the row stood then.</summary>
/// <param name="Since">The instant in the row's key.</param>
/// <param name="Lease">The lease.</param>
/// <param name="ETag">The row's entity tag after it was leased.</param>
internal sealed record LeaseTag(DateTimeOffset Since, string Lease, ETag ETag)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Since.UtcTicks}.{Lease}.{ETag}");

    /// <summary>Reads a tag that was given out; null where it is none.</summary>
    public static LeaseTag? Parse(string text) =>
        text.Split('.', 3) is [var ticks, { Length: > 0 } lease, { Length: > 0 } tag]
        && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var since) && since <= DateTimeOffset.MaxValue.UtcTicks
            ? new LeaseTag(new DateTimeOffset(since, TimeSpan.Zero), lease, new ETag(tag))
            : null;
}

/// <summary>Names of notices as they come from outside.</summary>
internal static class NoticeIds
{
    private const int MaxLength = 400;

    /// <summary>Everything in a notice's name that cannot be one.</summary>
    public static IEnumerable<ContentProblem> Check(string concept, string id)
    {
        if (concept != Tenant.Partition && !Identifier.IsValid(concept))
        {
            yield return new ContentProblem("concept", "invalid-id", concept);
        }

        if (id.Length is 0 or > MaxLength || !id.All(c => char.IsLetterOrDigit(c) || c is '-' or '.' or '_'))
        {
            yield return new ContentProblem("id", "invalid-id", id);
        }
    }
}
