using Insek.Office.Domain;
using Insek.Office.Functions.Hosting;
using Insek.Office.Functions.Import;
using Insek.Office.Functions.Problems;
using Insek.Office.Functions.Rendering;
using Insek.Office.Functions.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Insek.Office.Functions.Export;

/// <summary>Gives the concept as JSON, or its measures as CSV or .xlsx. Importing an export changes nothing.</summary>
internal static class GetExport
{
    public static void MapExport(this IEndpointRouteBuilder concept)
    {
        var exports = concept.MapGroup("").WithTags("Import and export");
        exports.MapGet("/export", HandleAsync)
            .WithName("GetExport")
            .WithSummary("The whole concept as json, or its measures as csv or xlsx.")
            .Produces<Contracts.ConceptDocument>();
        exports.MapGet("/export.{format}", HandleAsync)
            .WithName("GetExportFile")
            .WithSummary("The same, with the format at the end of the address, so that a download is named right.")
            .Produces<Contracts.ConceptDocument>();
    }

    private static async Task<IResult> HandleAsync(string concept, string? format, ConceptReader reader, CancellationToken cancellationToken)
    {
        if (await reader.FindAsync(new ConceptId(concept), cancellationToken) is not { } reading)
        {
            return new UnknownConcept(concept).ToProblem();
        }

        var spooled = Spool.Open();
        switch (format)
        {
            case null or "json":
                await ConceptJsonExport.WriteAsync(reading.Snapshot, spooled, cancellationToken);
                return Send(spooled, "application/json");
            case "csv":
                await MeasureCsvExport.WriteAsync(reading.Snapshot.Measures, spooled, cancellationToken);
                return Send(spooled, PostImport.CsvType);
            case "xlsx":
                MeasureXlsxExport.Write(reading.Snapshot.Measures, spooled, cancellationToken);
                return Send(spooled, PostImport.XlsxType);
            default:
                await spooled.DisposeAsync();
                return new UnknownFormat(format, "json, csv, xlsx").ToProblem();
        }
    }

    private static FileStreamHttpResult Send(FileStream spooled, string type)
    {
        spooled.Position = 0;
        return TypedResults.Stream(spooled, type);
    }
}
