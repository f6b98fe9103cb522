using Insek.Office.Contracts;
using Insek.Office.Domain;
using Insek.Office.Functions.Problems;
using Insek.Office.Functions.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Insek.Office.Functions.Tables;

internal static class TableRoutes
{
    /// <summary>Maps what can be inserted in Word.</summary>
    public static void MapTables(this IEndpointRouteBuilder concept)
    {
        var tables = concept.MapGroup("/tables").WithTags("Tables");
        tables.MapGet("/", ListAsync).WithName("ListTables").WithSummary("The tables there are, with their parameters and the values these can have here.");
        tables.MapGetTable();
    }

    private static async Task<Results<Ok<IReadOnlyList<TableDefinitionView>>, ProblemHttpResult>> ListAsync(string concept, ConceptReader reader, CancellationToken cancellationToken) =>
        await reader.FindAsync(new ConceptId(concept), cancellationToken) is { } reading
            ? TypedResults.Ok<IReadOnlyList<TableDefinitionView>>([.. TableDefinition.All.Select(definition => View(definition, reading.Snapshot))])
            : new UnknownConcept(concept).ToProblem();

    private static TableDefinitionView View(TableDefinition definition, ConceptSnapshot concept) => new(
        definition.Id,
        definition.Title,
        [.. definition.Parameters.Select(parameter => new TableParameterView(
            parameter.Name,
            parameter.Title,
            parameter.Required,
            [.. parameter.ValuesIn(concept).Select(value => new TableParameterChoice(value.Value, value.Title))]))]);
}
