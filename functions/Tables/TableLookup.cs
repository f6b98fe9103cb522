using Insek.Office.Domain;
using Insek.Office.Functions.Authentication;
using Insek.Office.Functions.People;
using Insek.Office.Functions.Storage;

namespace Insek.Office.Functions.Tables;

/// <summary>Finds the tables of a document in their concepts, as one caller may see them. Lives for one request: a concept that many tables show is read once.</summary>
internal sealed class TableLookup(Caller caller, TenantDirectory known, ConceptReader reader, TableDeadlines deadlines, ConceptTable storage)
{
    private readonly Dictionary<string, Result<ConceptReading>> _concepts = new(StringComparer.Ordinal);
    private readonly Dictionary<ConceptId, IReadOnlyList<TableDeadline>> _deadlines = [];
    private readonly Dictionary<TableAddress, Result<FoundTable>> _tables = [];
    private readonly Dictionary<string, TableAddress?> _shortIds = new(StringComparer.Ordinal);

    /// <summary>The names of people, as they were known when the request came.</summary>
    public TenantDirectory Directory => known;

    /// <summary>Whether the caller may see the concept, if there is one.</summary>
    public bool MaySee(string concept) => Identifier.IsValid(concept) && ConceptAccess.RefuseStranger(caller, known, new ConceptId(concept)) is null;

    /// <summary>The table as it is now.</summary>
    /// <param name="tag">The tag of its content control.</param>
    /// <param name="recorded">What the document's own record says; counts where the tag does not say it all.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The table; or why it cannot be made any more, or not for this caller.</returns>
    public async Task<Result<FoundTable>> FindAsync(string tag, TableAddress? recorded, CancellationToken cancellationToken)
    {
        if (!(await ResolveAsync(tag, recorded, cancellationToken)).TryGet(out var address, out var refusal))
        {
            return refusal;
        }

        return await FindAsync(address, cancellationToken);
    }

    /// <summary>The table as it is now.</summary>
    /// <returns>The table; or why it cannot be made any more, or not for this caller.</returns>
    public async Task<Result<FoundTable>> FindAsync(TableAddress address, CancellationToken cancellationToken)
    {
        if (!_tables.TryGetValue(address, out var found))
        {
            _tables[address] = found = await MakeAsync(address, cancellationToken);
        }

        return found;
    }

    /// <summary>What a tag stands for.</summary>
    /// <returns>The address; or a refusal where neither the tag nor the record tells.</returns>
    public async Task<Result<TableAddress>> ResolveAsync(string tag, TableAddress? recorded, CancellationToken cancellationToken)
    {
        if (TableTagReader.Read(tag) is not { } read)
        {
            return recorded is null ? new InvalidTag(tag) : recorded;
        }

        if (read.ShortId is not { } id)
        {
            return new TableAddress(read.Concept!, read.Definition!, read.Parameters!);
        }

        var key = $"{read.Concept ?? recorded?.Concept}\n{id}";
        if (!_shortIds.TryGetValue(key, out var address))
        {
            _shortIds[key] = address = await FindShortAsync(id, read.Concept ?? recorded?.Concept, cancellationToken);
        }

        return (address ?? recorded) is { } resolved ? resolved : new UnknownShortId(id);
    }

    /// <summary>The concept, if there is one and the caller may see it.</summary>
    public async Task<Result<ConceptReading>> ReadAsync(string concept, CancellationToken cancellationToken)
    {
        if (!_concepts.TryGetValue(concept, out var reading))
        {
            _concepts[concept] = reading = await OpenAsync(concept, cancellationToken);
        }

        return reading;
    }

    private async Task<Result<ConceptReading>> OpenAsync(string concept, CancellationToken cancellationToken)
    {
        if (!Identifier.IsValid(concept))
        {
            return new InvalidIdentifier(concept);
        }

        var id = new ConceptId(concept);
        if (ConceptAccess.RefuseStranger(caller, known, id) is { } stranger)
        {
            return stranger;
        }

        return await reader.FindAsync(id, cancellationToken) is { } reading ? reading : new UnknownConcept(concept);
    }

    private async Task<Result<FoundTable>> MakeAsync(TableAddress address, CancellationToken cancellationToken)
    {
        if (!(await ReadAsync(address.Concept, cancellationToken)).TryGet(out var reading, out var refusal)
            || !TableDefinition.Find(address.Definition).TryGet(out var definition, out refusal)
            || !TableParameterReader.Read(definition, reading.Snapshot, address.Pairs()).TryGet(out var parameters, out refusal))
        {
            return refusal;
        }

        var shown = definition.ShowsDeadlines ? await DeadlinesOfAsync(reading.Snapshot.Concept.Id, cancellationToken) : [];
        return new FoundTable(reading.Snapshot, () => definition.Build(reading.Snapshot, parameters, shown));
    }

    private async Task<IReadOnlyList<TableDeadline>> DeadlinesOfAsync(ConceptId concept, CancellationToken cancellationToken)
    {
        if (!_deadlines.TryGetValue(concept, out var listed))
        {
            _deadlines[concept] = listed = await deadlines.ListAsync(concept, cancellationToken);
        }

        return listed;
    }

    // A tag that has no room even for the concept says only the id, which is a digest of all three: no two concepts share one.
    private async Task<TableAddress?> FindShortAsync(string id, string? concept, CancellationToken cancellationToken)
    {
        if (!id.All(char.IsAsciiLetterOrDigit))
        {
            return null;
        }

        var concepts = concept is null ? (await reader.ListAsync(cancellationToken)).Select(entry => entry.Id) : Identifier.IsValid(concept) ? [new ConceptId(concept)] : [];
        var client = await storage.OpenAsync(cancellationToken);
        foreach (var candidate in concepts.Where(candidate => ConceptAccess.RefuseStranger(caller, known, candidate) is null))
        {
            var row = await client.GetEntityIfExistsAsync<TableReferenceRow>(candidate.Value, TableReferenceRow.Key(id), cancellationToken: cancellationToken);
            if (row.HasValue)
            {
                return new TableAddress(candidate.Value, row.Value!.Definition, row.Value.Parameters);
            }
        }

        return null;
    }
}

/// <summary>A table as it is now.</summary>
/// <param name="concept">What it is made from.</param>
/// <param name="make">Makes it, once it is looked at: a document's tables are compared side by side, and made there, too.</param>
internal sealed class FoundTable(ConceptSnapshot concept, Func<Table> make)
{
    private readonly Lazy<Table> _table = new(make);

    /// <summary>What it is made from.</summary>
    public ConceptSnapshot Concept => concept;

    /// <summary>The table.</summary>
    public Table Table => _table.Value;

    /// <summary>Its content hash.</summary>
    public string Hash => field ??= TableHash.Of(Table);

    /// <summary>Whether a key is that of a goal or measure of the concept.</summary>
    public bool Shows(string key) => Identifier.IsValid(key) && (Concept.FindMeasure(new ItemId(key)) is not null || Concept.FindGoal(new ItemId(key)) is not null);

    /// <summary>The title of a goal or measure; null where the concept has neither.</summary>
    public string? TitleOf(string key) => Identifier.IsValid(key)
        ? Concept.FindMeasure(new ItemId(key))?.Content.Title ?? Concept.FindGoal(new ItemId(key))?.Content.Title
        : null;

    /// <summary>The sector concept of a goal or measure; null where the concept has neither.</summary>
    public SectorKey? SectorOf(string key) => Identifier.IsValid(key)
        ? Concept.FindMeasure(new ItemId(key))?.Content.Sector ?? Concept.FindGoal(new ItemId(key))?.Content.Sector
        : null;
}

/// <summary>Opens a <see cref="TableLookup"/> for each request.</summary>
internal sealed class TableLookups(ConceptReader reader, TableDeadlines deadlines, ConceptTable storage, IDirectory directory)
{
    public async Task<TableLookup> OpenAsync(Caller caller, CancellationToken cancellationToken) =>
        new(caller, await directory.ReadAsync(cancellationToken), reader, deadlines, storage);
}
