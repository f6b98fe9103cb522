using Insek.Office.Domain;

namespace Insek.Office.Functions.People;

/// <summary>Where people and groups come from: a file, or the tenant's Microsoft 365 groups.</summary>
internal interface IDirectory
{
    /// <summary>The directory as it is known now. Cached; cheap to ask for on every request.</summary>
    ValueTask<TenantDirectory> ReadAsync(CancellationToken cancellationToken);
}
