using Insek.Office.Domain;
using Insek.Office.Functions.Hosting;
using Insek.Office.Functions.Problems;
using Insek.Office.Functions.Rendering;
using Insek.Office.Functions.Storage;

namespace Insek.Office.Functions.Documents;

/// <summary>Writes the whole concept as one .docx: the overview, then every sector concept with its tables.</summary>
internal static class PostDocument
{
    public static void MapDocuments(this IEndpointRouteBuilder concept) =>
        concept.MapPost("/documents", HandleAsync)
            .WithTags("Documents")
            .WithName("PostDocument")
            .WithSummary("One .docx with contents, list of tables, the overview and the tables of every sector concept.")
            .Produces(StatusCodes.Status200OK, contentType: TableDocx.MediaType);

    private static async Task<IResult> HandleAsync(string concept, ConceptReader reader, CancellationToken cancellationToken)
    {
        if (await reader.FindAsync(new ConceptId(concept), cancellationToken) is not { } reading)
        {
            return new UnknownConcept(concept).ToProblem();
        }

        var spooled = Spool.Open();
        ConceptDocx.Write(reading.Snapshot, TableParameters.None, spooled);
        spooled.Position = 0;
        return TypedResults.Stream(spooled, TableDocx.MediaType, $"{concept}.docx");
    }
}
