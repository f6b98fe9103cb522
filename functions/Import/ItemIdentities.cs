namespace Insek.Office.Functions.Import;

/// <summary>How a row names its goal or measure.</summary>
/// <param name="Row">The row, from 1.</param>
/// <param name="Id">The id; null where the row has none.</param>
/// <param name="ExternalId">The external id; null where the row has none.</param>
internal readonly record struct ItemName(int Row, string? Id, string? ExternalId);

/// <summary>Finds which present goal or measure a row is about: by id, else by external id; and tells rows that name the same one.</summary>
internal sealed class ItemIdentities<T>
    where T : class
{
    private readonly Dictionary<string, T> _byId;
    private readonly Dictionary<string, (string Id, T Item)> _byExternalId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _rowsById;
    private readonly Dictionary<string, List<int>> _rowsByExternalId;
    private readonly Dictionary<string, int> _claimedBy = new(StringComparer.Ordinal);

    public ItemIdentities(IEnumerable<T> present, Func<T, string> idOf, Func<T, string?> externalIdOf, IReadOnlyCollection<ItemName> names)
    {
        _byId = present.ToDictionary(idOf, StringComparer.Ordinal);
        foreach (var (id, item) in _byId)
        {
            if (externalIdOf(item) is { } externalId)
            {
                _byExternalId.TryAdd(externalId, (id, item));
            }
        }

        _rowsById = RowsBy(names, name => name.Id);
        _rowsByExternalId = RowsBy(names, name => name.ExternalId);
    }

    /// <summary>The present item a row is about, or null for a new one, with everything wrong with the name.</summary>
    public (T? Present, IReadOnlyList<IdentityProblem> Problems) Resolve(ItemName name)
    {
        // Nearly every name of thousands is right, and for those nothing is made.
        List<IdentityProblem>? problems = null;
        CheckRows(_rowsById, name.Id, "id", "duplicate-id", name.Row, ref problems);
        CheckRows(_rowsByExternalId, name.ExternalId, "externalId", "duplicate-external-id", name.Row, ref problems);
        var byExternalId = name.ExternalId is { } externalId && _byExternalId.TryGetValue(externalId, out var found) ? found : default;
        var id = name.Id ?? byExternalId.Id;
        if (id is not null && byExternalId.Id is not null && byExternalId.Id != id)
        {
            (problems ??= []).Add(new IdentityProblem("externalId", "duplicate-external-id", name.ExternalId, byExternalId.Id));
        }

        if (id is not null && name.Id is null && (_rowsById.ContainsKey(id) || !_claimedBy.TryAdd(id, name.Row)))
        {
            (problems ??= []).Add(new IdentityProblem("externalId", "duplicate-id", id, Joined(_rowsById.GetValueOrDefault(id) ?? [_claimedBy[id]])));
        }

        return (id is null ? null : _byId.GetValueOrDefault(id), problems ?? (IReadOnlyList<IdentityProblem>)[]);
    }

    private static void CheckRows(Dictionary<string, List<int>> rowsBy, string? key, string field, string code, int row, ref List<IdentityProblem>? problems)
    {
        if (key is not null && rowsBy[key] is { Count: > 1 } rows)
        {
            (problems ??= []).Add(new IdentityProblem(field, code, key, Joined(rows, row)));
        }
    }

    private static Dictionary<string, List<int>> RowsBy(IEnumerable<ItemName> names, Func<ItemName, string?> key) => names
        .Where(name => key(name) is not null)
        .GroupBy(name => key(name)!, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.Select(name => name.Row).ToList(), StringComparer.Ordinal);

    // One id in thousands of rows is named by the first few of them.
    private static string Joined(IEnumerable<int> rows, int? except = null) => string.Join(", ", rows.Where(row => row != except).Take(5));
}

/// <summary>Something wrong with how a row names its goal or measure.</summary>
/// <param name="Field">id or externalId.</param>
/// <param name="Code">What is wrong.</param>
/// <param name="Value">The name.</param>
/// <param name="Other">The other rows or item with that name.</param>
internal sealed record IdentityProblem(string Field, string Code, string? Value, string Other);
