namespace Insek.Office.Functions.People;

/// <summary>Nobody knows any more who belongs to which group: the directory has been away for too long. Answered by 503 "directory-unavailable".</summary>
internal sealed class DirectoryUnavailableException(DateTimeOffset? asOf, string? reason) : Exception(
    asOf is { } at
        ? FormattableString.Invariant($"The directory was last read at {at:O} and does not answer since: {reason ?? "no reason given"}")
        : FormattableString.Invariant($"The directory has not answered yet: {reason ?? "no reason given"}"))
{
    /// <summary>When the directory was last read, in UTC; null where it never was.</summary>
    public DateTimeOffset? AsOf { get; } = asOf;
}
