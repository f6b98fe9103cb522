using Insek.Office.Domain;
using Insek.Office.Functions.Deadlines;
using Insek.Office.Functions.People;

namespace Insek.Office.Functions.Tables;

/// <summary>The deadlines that tables show, with the names of their owners.</summary>
internal sealed class TableDeadlines(DeadlineStore deadlines, IDirectory directory)
{
    public async Task<IReadOnlyList<TableDeadline>> ListAsync(ConceptId concept, CancellationToken cancellationToken)
    {
        var known = await directory.ReadAsync(cancellationToken);
        return [.. (await deadlines.ListAsync(concept, cancellationToken)).Select(stored => new TableDeadline(stored.Deadline, NamesOf(stored.Deadline.OwnersIn(known), known)))];
    }

    private static string? NamesOf(IReadOnlyList<MemberId> owners, TenantDirectory known) => owners.Count == 0 ? null : string.Join(", ", owners.Select(known.NameOf));
}
