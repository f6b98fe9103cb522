using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Azure.Data.Tables;
using Insek.Office.Domain;
using Insek.Office.Functions.Tests.Host;

namespace Insek.Office.Functions.Tests.Rounds;

/// <summary>Copies of one prepared town, each a concept of its own, so that the same thing can happen to it again and again.</summary>
internal sealed partial class TownCopies
{
    private readonly RoundTown _town;
    private readonly IReadOnlyList<TableEntity> _rows;
    private readonly TableClient _table;

    private TownCopies(RoundTown town, IReadOnlyList<TableEntity> rows) =>
        (_town, _rows, _table) = (town, rows, new TableClient(town.Office.Storage.ConnectionString, "concepts"));

    /// <summary>Takes the town as it stands.</summary>
    public static async Task<TownCopies> OfAsync(RoundTown town)
    {
        var table = new TableClient(town.Office.Storage.ConnectionString, "concepts");
        var rows = new List<TableEntity>();
        await foreach (var row in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {town.Concept}"), cancellationToken: TestContext.Current.CancellationToken))
        {
            rows.Add(row);
        }

        return new TownCopies(town, rows);
    }

    /// <summary>A new concept that is like the town, with the town's people.</summary>
    public async Task<ConceptId> MakeAsync()
    {
        var concept = TestOffice.NewConcept();
        _town.Office.Directory.Add([], [], [Group(concept, "steuer", "SteeringGroup", _town.Steering), Group(concept, "ag", "WorkingGroup", _town.Voters)]);
        await _table.UpsertEntityAsync(new TableEntity("~tenant", $"concept_{concept}"), TableUpdateMode.Replace, TestContext.Current.CancellationToken);
        foreach (var rows in _rows.Chunk(100))
        {
            await _table.SubmitTransactionAsync(rows.Select(row => new TableTransactionAction(TableTransactionActionType.Add, Copy(row, concept))), TestContext.Current.CancellationToken);
        }

        return new ConceptId(concept);
    }

    /// <summary>Everything a concept's partition holds, but for the moment a row was written, in a form in which two copies can be compared.</summary>
    public async Task<IReadOnlyList<string>> StateOfAsync(ConceptId concept)
    {
        var state = new List<string>();
        await foreach (var row in _table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {concept.Value}"), cancellationToken: TestContext.Current.CancellationToken))
        {
            var properties = row.Where(property => property.Key is not ("odata.etag" or "PartitionKey" or "RowKey" or "Timestamp")).OrderBy(property => property.Key, StringComparer.Ordinal);
            var text = $"{RandomPart().Replace(row.RowKey, "-random-${number}")}: {string.Join("; ", properties.Select(property => string.Create(CultureInfo.InvariantCulture, $"{property.Key}={property.Value}")))}";
            state.Add(text.Replace(concept.Value, "copy", StringComparison.Ordinal).Replace(_town.Concept, "town", StringComparison.Ordinal));
        }

        return [.. state.Order(StringComparer.Ordinal)];
    }

    /// <summary>The hints that say a sequence of the concept may have to be resumed.</summary>
    public async Task<IReadOnlyList<string>> StepHintsOfAsync(ConceptId concept)
    {
        var (from, to) = ($"hint-step_{concept}_", $"hint-step_{concept}`");
        var hints = new List<string>();
        await foreach (var row in _table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {"~tenant"} and RowKey ge {from} and RowKey lt {to}"), cancellationToken: TestContext.Current.CancellationToken))
        {
            hints.Add(row.RowKey);
        }

        return hints;
    }

    private static TableEntity Copy(TableEntity row, string concept)
    {
        var copy = new TableEntity(concept, row.RowKey);
        foreach (var (name, value) in row.Where(property => property.Key is not ("odata.etag" or "PartitionKey" or "RowKey" or "Timestamp")))
        {
            // The head names its concept.
            copy[name] = row.RowKey == "concept" && value is string text ? text.Replace(row.PartitionKey, concept, StringComparison.Ordinal) : value;
        }

        return copy;
    }

    private static JsonObject Group(string concept, string id, string kind, IEnumerable<string> members) => new()
    {
        ["id"] = $"{concept}-{id}",
        ["name"] = id,
        ["kind"] = kind,
        ["concept"] = concept,
        ["members"] = new JsonArray([.. members.Select(member => JsonValue.Create(member))]),
    };

    [GeneratedRegex("-[0-9a-f]{8}-(?<number>[0-9]+)$", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex RandomPart();
}
